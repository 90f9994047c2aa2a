import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "../support/temporary-folder";
import { FieldStack } from "./stack";

const folder = temporaryFolder();

/** A program with a load balancer that has nothing yet, or a frontend with the address, which is declared after it or before. */
function program(file: string, ...parts: string[]): string {
  const head = `
    const network = require("@pulumi/azure-native/network");
    const resources = require("@pulumi/azure-native/resources");
    const group = new resources.ResourceGroup("group", { resourceGroupName: "field", location: "westeurope" });
    const inGroup = { resourceGroupName: group.name, location: "westeurope", sku: { name: "Standard" } };
  `;
  const written = path.join(folder.path, file);
  fs.writeFileSync(written, [head, ...parts].join("\n"));
  return written;
}

const address = 'const address = new network.PublicIPAddress("address", { ...inGroup, publicIPAllocationMethod: "Static" });';
const balancer = (frontends: string) => `new network.LoadBalancer("balancer", { ...inGroup, frontendIPConfigurations: [${frontends}] });`;

it("destroys what came to need something later before what it needs", async () => {
  const stack = new FieldStack();
  const first = await stack.up(program("first.ts", balancer(""), address));
  const second = await stack.up(program("second.ts", address, balancer('{ name: "front", publicIPAddress: { id: address.id } }')));
  const left = await stack.destroy();
  stack.remove();
  expect([...first.refusals, ...second.refusals, ...left]).toEqual([]);
});

it("deletes what is replaced first where the program asks for it, so that what uses it still names it", async () => {
  const security = (group: string) => `
    const other = new resources.ResourceGroup("other", { resourceGroupName: "other", location: "westeurope" });
    const within = { resourceGroupName: ${group}.name, location: "westeurope" };
    const security = new network.NetworkSecurityGroup("security", within, { deleteBeforeReplace: true });
    const space = { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } };
    const vnet = new network.VirtualNetwork("vnet", { resourceGroupName: group.name, location: "westeurope", ...space });
    const inNetwork = { resourceGroupName: group.name, virtualNetworkName: vnet.name, addressPrefix: "10.0.1.0/24" };
    new network.Subnet("subnet", { ...inNetwork, networkSecurityGroup: { id: security.id } });
  `;
  const stack = new FieldStack();
  const first = await stack.up(program("before.ts", security("group")));
  const second = await stack.up(program("after.ts", security("other")));
  stack.remove();
  expect(first.refusals).toEqual([]);
  expect(second.refusals.map(({ code }) => code)).toEqual(["InUseNetworkSecurityGroupCannotBeDeleted"]);
});
