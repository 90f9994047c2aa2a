import type { Properties } from "../../../../properties/value";
import type { RuleCases } from "../../../rules/cases";
import { edits, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { publicIpPrefixId, standingPrefix } from "../../../rules/valid/public-ip-prefix";

const place = "publicIPPrefix.id";
const fromPrefix = set(place, publicIpPrefixId);

const addresses = (count: number, id = publicIpPrefixId) =>
  Array.from({ length: count }, (_, index) =>
    regionResource("azure-native:network:PublicIPAddress", armId("Microsoft.Network/publicIPAddresses", `from-prefix-${index}`), {
      publicIPPrefix: { id },
    }),
  );

/** A scale set whose instances have their addresses from the prefix. */
function instances(capacity: number) {
  const publicIPAddressConfiguration: Properties = { name: "own", publicIPPrefix: { id: publicIpPrefixId } };
  const networkInterface = { name: "nic", ipConfigurations: [{ name: "ip", publicIPAddressConfiguration }] };
  return regionResource("azure-native:compute:VirtualMachineScaleSet", armId("Microsoft.Compute/virtualMachineScaleSets", "web"), {
    sku: { capacity },
    virtualMachineProfile: { networkProfile: { networkInterfaceConfigurations: [networkInterface] } },
  });
}

/** A public IP address that is from a prefix. */
export const addressOfPrefixCases: RuleCases[] = [
  {
    rule: "R487",
    refused: [
      { name: "the second version from a prefix of the first", change: edits(fromPrefix, set("sku.name", "StandardV2")), at: "sku.name" },
    ],
    accepted: [
      { name: "the SKU of the prefix", change: edits(fromPrefix, set("sku.name", "standard")) },
      { name: "the SKU that a prefix has unless it says so", change: fromPrefix, others: [standingPrefix({ sku: null, location: null })] },
    ],
  },
  {
    rule: "R488",
    refused: [
      {
        name: "version 6 from a prefix of version 4",
        change: edits(fromPrefix, set("publicIPAddressVersion", "IPv6")),
        at: "publicIPAddressVersion",
      },
      {
        name: "version 4 from a prefix of version 6",
        change: fromPrefix,
        others: [standingPrefix({ publicIPAddressVersion: "IPv6", prefixLength: 126, location: null })],
        at: "publicIPAddressVersion",
      },
    ],
    accepted: [{ name: "a version that is not known yet", change: edits(fromPrefix, unknown("publicIPAddressVersion")) }],
  },
  {
    rule: "R489",
    refused: [
      { name: "the fifth of four addresses", change: fromPrefix, others: addresses(4), at: place },
      { name: "one that an instance has", change: fromPrefix, others: [...addresses(2), instances(2)], at: place },
    ],
    accepted: [
      { name: "the fourth", change: fromPrefix, others: [...addresses(2), instances(1)] },
      {
        name: "one of a prefix that others have nothing of",
        change: fromPrefix,
        others: addresses(4, armId("Microsoft.Network/publicIPPrefixes", "other")),
      },
    ],
  },
];
