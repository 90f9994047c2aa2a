import { set } from "../../../../azure/test/rules/edits";
import { healthExtension, validScaleSet } from "../../../../azure/test/rules/valid/scale-set";
import { readScaleSet } from "../../../region/services/scale-set/scale-set-model";

/** The scale set as the services read it where one of its values is another one. */
function reading(path: string, value: string) {
  const properties = validScaleSet();
  set(path, value)(properties);
  return readScaleSet(properties);
}

describe("a scale set's properties", () => {
  it.each(["Automatic", "Manual", "Rolling"])("may spell the upgrade mode %s in any case", (mode) => {
    const read = [mode, mode.toLowerCase(), mode.toUpperCase()].map((text) => reading("upgradePolicy.mode", text).upgradePolicy.mode);
    expect(read).toEqual([mode, mode, mode]);
  });

  it.each(["Replace", "Reimage", "Restart"])("may spell the repair action %s in any case", (action) => {
    expect(reading("automaticRepairsPolicy.repairAction", action.toLowerCase()).repairs.repairAction).toBe(action);
  });

  it.each(["Default", "OldestVM", "NewestVM"])("may spell the scale-in rule %s in any case", (rule) => {
    expect(reading("scaleInPolicy.rules[0]", rule.toLowerCase()).scaleInRule).toBe(rule);
  });

  it("may spell the type of the health extension in any case", () => {
    const extension = { ...healthExtension(), type: "applicationhealthlinux" };
    const properties = validScaleSet();
    set("virtualMachineProfile.extensionProfile.extensions", [extension])(properties);
    expect(readScaleSet(properties).instance.healthProbe).toEqual(readScaleSet(validScaleSet()).instance.healthProbe);
    expect(readScaleSet(properties).instance.healthProbe).toBeDefined();
  });

  it.each([
    ["priority", "Spot"],
    ["evictionPolicy", "Deallocate"],
    ["storageProfile.osDisk.caching", "ReadOnly"],
    ["storageProfile.osDisk.managedDisk.storageAccountType", "StandardSSD_LRS"],
    ["securityProfile.securityType", "TrustedLaunch"],
  ])("make no new model where %s is only spelt otherwise, and the metadata service spells it as Azure does", (path, value) => {
    const place = `virtualMachineProfile.${path}`;
    const read = reading(place, value.toLowerCase());
    expect(read.modelName).toBe(reading(place, value).modelName);
    expect(JSON.stringify(read.instance.metadata)).toContain(`"${value}"`);
  });

  it("have a priority that only a later version of the API knows as they declare it", () => {
    expect(reading("virtualMachineProfile.priority", "SpotPlus").instance.metadata.priority).toBe("SpotPlus");
  });
});
