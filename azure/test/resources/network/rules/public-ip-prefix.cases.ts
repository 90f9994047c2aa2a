import type { TypeCases } from "../../../rules/cases";
import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { armId } from "../../../rules/fake-region";
import { locationCases } from "../../../rules/locations.cases";
import { tagCases } from "../../../rules/tags.cases";
import { publicIpPrefix, publicIpPrefixId } from "../../../rules/valid/public-ip-prefix";
import { publicIpPrefix as publicIpPrefixType } from "../../../../resources/network/public-ip-prefix";

const length = (bits: number) => set("prefixLength", bits);
const version6 = set("publicIPAddressVersion", "IPv6");
const ownRange = set("customIPPrefix.id", armId("Microsoft.Network/customIPPrefixes", "own"));

/** The rules and refused changes of a public IP prefix. */
export const publicIpPrefixCases: TypeCases = {
  type: publicIpPrefixType,
  valid: publicIpPrefix,
  rules: [
    {
      rule: "R99",
      refused: [{ name: "a name of 81 characters", change: set("publicIpPrefixName", "a".repeat(81)), at: "publicIpPrefixName" }],
      accepted: [{ name: "a name of 80 characters", change: set("publicIpPrefixName", "a".repeat(80)) }],
    },
    {
      rule: "R5",
      refused: [{ name: "zones in a region without any", change: set("location", "westus"), at: "zones" }],
      accepted: [{ name: "no zones there", change: edits(set("location", "westus"), remove("zones")) }],
    },
    {
      rule: "R5-zone",
      refused: [{ name: "zone 4", change: set("zones", ["4"]), at: "zones[0]" }],
      accepted: [{ name: "zone 3", change: set("zones", ["3"]) }],
    },
    {
      rule: "R485",
      refused: [
        { name: "32 addresses", change: length(27), at: "prefixLength" },
        { name: "one address", change: length(32), at: "prefixLength" },
        { name: "32 addresses of version 6", change: edits(version6, length(123)), at: "prefixLength" },
        { name: "one address of version 6", change: edits(version6, length(128)), at: "prefixLength" },
        { name: "the length of version 4 for version 6", change: edits(version6, length(28)), at: "prefixLength" },
        { name: "no version, which means version 4", change: edits(remove("publicIPAddressVersion"), length(127)), at: "prefixLength" },
      ],
      accepted: [
        { name: "16 addresses", change: length(28) },
        { name: "2 addresses", change: length(31) },
        { name: "16 addresses of version 6", change: edits(version6, length(124)) },
        { name: "2 addresses of version 6", change: edits(version6, length(127)) },
        { name: "more from a range of one's own", change: edits(ownRange, length(24)) },
        { name: "a version that is not known yet", change: edits(unknown("publicIPAddressVersion"), length(124)) },
      ],
    },
    {
      rule: "R119",
      refused: [{ name: "a NAT gateway without an id", change: set("natGateway", {}), at: "natGateway.id" }],
      accepted: [{ name: "no NAT gateway", change: remove("natGateway") }],
    },
    {
      rule: "R119-whole",
      refused: [{ name: "a name in place of an id", change: set("customIPPrefix.id", "own"), at: "customIPPrefix.id" }],
      accepted: [{ name: "an id that is not known yet", change: unknown("customIPPrefix.id") }],
    },
    {
      rule: "R119-type",
      refused: [{ name: "a prefix in place of a custom one", change: set("customIPPrefix.id", publicIpPrefixId), at: "customIPPrefix.id" }],
      accepted: [{ name: "a custom prefix", change: ownRange }],
    },
    {
      rule: "R9-missing",
      refused: [
        {
          name: "a NAT gateway that does not exist",
          change: set("natGateway.id", armId("Microsoft.Network/natGateways", "gone")),
          at: "natGateway.id",
        },
      ],
      accepted: [{ name: "one that is not known yet", change: unknown("natGateway.id") }],
    },
    locationCases,
    ...tagCases,
  ],
  changes: [
    {
      rule: "C-zones",
      refused: [{ name: "a zone less", change: set("zones", ["1", "2"]), at: "zones" }],
      accepted: [{ name: "the same zones in another order", change: set("zones", ["3", "1", "2"]) }],
    },
    {
      rule: "C-sku",
      refused: [{ name: "the second version", change: set("sku.name", "StandardV2"), at: "sku.name" }],
      accepted: [{ name: "the default in so many words", before: remove("sku"), change: nothing }],
    },
    {
      rule: "R486",
      refused: [{ name: "more addresses", change: length(28), at: "prefixLength" }],
      accepted: [{ name: "the same length", change: length(30) }],
    },
    {
      rule: "R486-version",
      refused: [{ name: "the other version", change: version6, at: "publicIPAddressVersion" }],
      accepted: [{ name: "the default in so many words", before: remove("publicIPAddressVersion"), change: nothing }],
    },
  ],
  surroundings: { self: publicIpPrefixId },
};
