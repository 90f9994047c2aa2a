import { refreshedInputs, withMembers } from "../../../region/provider/azure-native/backend-members";
import { outputsOf } from "../../../region/provider/azure-native/outputs";
import { loadBalancer } from "../../../../azure/resources/load-balancer/load-balancer";
import { validScaleSet } from "../../../../azure/test/rules/valid/scale-set";
import { set } from "../../../../azure/test/rules/edits";
import { balancer } from "../../support/programs";

const configuration = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[0].ipConfigurations[0]";

const inputs = balancer("/ip", { loadBalancerName: "lb", backendAddressPools: [{ name: "servers" }, { name: "empty" }] });
const declared = outputsOf({ type: loadBalancer, apiVersion: "2026-01-01", id: "/lb", inputs, before: undefined, preview: false });

function read(...instanceIds: string[]) {
  const properties = validScaleSet();
  set(`${configuration}.loadBalancerBackendAddressPools`, [{ id: "/LB/backendAddressPools/Servers" }])(properties);
  return withMembers(declared, [{ id: "/web", properties, instanceIds }]);
}

describe("a load balancer that is read back", () => {
  it("names the IP configuration of each instance in its pool, and nothing in a pool that no scale set is in", () => {
    const nic = "networkInterfaces/primary/ipConfigurations/primary";
    const ids = [`/web/virtualMachines/0/${nic}`, `/web/virtualMachines/7/${nic}`];
    expect(read("0", "7").backendAddressPools).toEqual([
      {
        name: "servers",
        id: "/lb/backendAddressPools/servers",
        backendIPConfigurations: ids.map((id) => ({ id })),
        loadBalancerBackendAddresses: ids.map((id) => ({ name: expect.any(String) as string, networkInterfaceIPConfiguration: { id } })),
      },
      { name: "empty", id: "/lb/backendAddressPools/empty" },
    ]);
  });

  it("calls a member the same each time", () => {
    expect(read("0", "7")).toEqual(read("0", "7"));
  });

  it("is imported with its members among the inputs, and as it was declared where it has none", () => {
    const nothing = { inputs: {}, outputs: {} };
    const imported = refreshedInputs(nothing, { inputs, outputs: declared }, read("0"));
    expect(imported.backendAddressPools).toMatchObject([{ loadBalancerBackendAddresses: [{}] }, { name: "empty" }]);
    expect(JSON.stringify(imported)).not.toContain("networkInterfaceIPConfiguration");
    expect(refreshedInputs(nothing, { inputs, outputs: declared }, read())).toEqual(inputs);
  });

  it("keeps what an earlier refresh has made inputs of, as long as the members are the same", () => {
    const refreshed = refreshedInputs({ inputs, outputs: declared }, { inputs, outputs: declared }, read("0"));
    const again = refreshedInputs({ inputs: refreshed, outputs: read("0") }, { inputs, outputs: declared }, read("0"));
    expect(again).toEqual(refreshed);
    expect(refreshedInputs({ inputs, outputs: read("0") }, { inputs, outputs: declared }, read("0"))).toEqual(inputs);
  });
});
