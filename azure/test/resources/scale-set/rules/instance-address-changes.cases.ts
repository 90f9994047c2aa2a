import { edits, remove, set } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";

const ip = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[0].ipConfigurations[0]";
const address = `${ip}.publicIPAddressConfiguration`;
const own = (sku: string) => set(address, { name: "own", sku: { name: sku } });

export const publicAddressChangeCases: RuleCases[] = [
  {
    rule: "R342",
    refused: [{ name: "Standard in place of Basic", before: own("Basic"), change: own("Standard"), at: `${address}.sku.name` }],
    accepted: [
      { name: "the same SKU in other letters", before: own("Standard"), change: own("standard") },
      { name: "addresses that come", change: own("Standard") },
      { name: "addresses that go", before: own("Basic"), change: remove(address) },
      { name: "addresses of another configuration", before: own("Basic"), change: edits(own("Standard"), set(`${ip}.name`, "other")) },
    ],
  },
];
