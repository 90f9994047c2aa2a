import { set } from "../../../../azure/test/rules/edits";
import { machineSpecification } from "../../../region/services/scale-set/instance-machine";
import { PlannedSet } from "./planned-set";

const userData = "virtualMachineProfile.userData";
const settings = "virtualMachineProfile.extensionProfile.extensions[0].settings";

describe("the machine of an instance", () => {
  it("is made from the model that the instance runs, down to the port that its health extension asks", () => {
    const web = new PlannedSet();
    web.declare(set(userData, "b2xk"), set(`${settings}.port`, 81), set("upgradePolicy.mode", "Manual"));
    web.declare(set(userData, "bmV3"), set(`${settings}.port`, 82), set("sku.capacity", 3));
    const made = web.state.instances.map((record) => machineSpecification(record, web.state, "web", "web", { http: [80], tcp: [] }));
    expect(made.map((machine) => [machine.name, machine.userData, machine.probePorts.http])).toEqual([
      ["web_0", "b2xk", [80, 81]],
      ["web_1", "b2xk", [80, 81]],
      ["web_2", "bmV3", [80, 82]],
    ]);
  });
});
