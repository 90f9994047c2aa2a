import type { RuleCases } from "../../../rules/cases";
import { edits, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { publicIpPrefixId } from "../../../rules/valid/public-ip-prefix";

const ownAddress =
  "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[0].ipConfigurations[0].publicIPAddressConfiguration";
const instances = (capacity: number) =>
  edits(
    set("sku.capacity", capacity),
    set(ownAddress, { name: "own", sku: { name: "Standard" }, publicIPPrefix: { id: publicIpPrefixId } }),
  );

const address = regionResource("azure-native:network:PublicIPAddress", armId("Microsoft.Network/publicIPAddresses", "from-prefix"), {
  publicIPPrefix: { id: publicIpPrefixId.toUpperCase() },
});

/** The prefixes that the instances' public addresses are from. */
export const instancePrefixCases: RuleCases[] = [
  {
    rule: "R489-instances",
    refused: [
      { name: "five instances with four addresses", change: instances(5), at: "sku.capacity" },
      { name: "four instances of whose addresses one is taken", change: instances(4), others: [address], at: "sku.capacity" },
    ],
    accepted: [
      { name: "four instances with four addresses", change: instances(4) },
      { name: "a capacity that is not known yet", change: edits(instances(5), unknown("sku.capacity")) },
    ],
  },
];
