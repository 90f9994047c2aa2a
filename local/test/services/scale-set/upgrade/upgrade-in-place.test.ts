import { type Edit, set } from "../../../../../azure/test/rules/edits";
import { validScaleSet } from "../../../../../azure/test/rules/valid/scale-set";
import { readScaleSet } from "../../../../region/services/scale-set/scale-set-model";
import { upgradeInPlace } from "../../../../region/services/scale-set/upgrade/upgrade-in-place";
import { proves } from "../../../support/proves";

const profile = "virtualMachineProfile";

/** What an upgrade in place does to an instance of the valid scale set when the set is changed. */
function upgrade(...edits: readonly Edit[]) {
  const changed = validScaleSet();
  edits.forEach((edit) => edit(changed));
  return upgradeInPlace(readScaleSet(validScaleSet()).instance, readScaleSet(changed).instance);
}

describe("an upgrade in place", () => {
  it.each([
    ["another image", set(`${profile}.storageProfile.imageReference.id`, "/galleries/tested/images/web/versions/2.0.0")],
    ["another version of the image", set(`${profile}.storageProfile.imageReference.version`, "2.0.0")],
  ])("to %s replaces the disk, and everything is used", (_, edit) => {
    expect(upgrade(edit, set(`${profile}.userData`, "bmV3"))).toEqual({ hasNewDisk: true, pending: [] });
  });

  it.each([
    ["the administrator", "adminUsername", "root2"],
    ["an SSH key", "linuxConfiguration.ssh.publicKeys[0].keyData", "ssh-ed25519 AAAA another"],
    ["custom data", "customData", "bmV3"],
  ])("that changes %s keeps the disk, and the OS profile waits for another one", (_, property, value) => {
    proves("upgrade-os-profile");
    expect(upgrade(set(`${profile}.osProfile.${property}`, value))).toEqual({ hasNewDisk: false, pending: ["osProfile"] });
  });

  it("that changes nothing that a disk is made from leaves nothing to wait for", () => {
    const notification = `${profile}.scheduledEventsProfile.terminateNotificationProfile`;
    expect(upgrade(set(notification, { enable: true, notBeforeTimeout: "PT7M" }))).toEqual({ hasNewDisk: false, pending: [] });
  });
});
