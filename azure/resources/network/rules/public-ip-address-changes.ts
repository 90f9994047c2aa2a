import { holdsUnknown } from "../../../properties/value";
import type { View } from "../../../properties/view";
import { is, sameText } from "../../../rules/lookups";
import type { ChangeRule } from "../../../rules/rule";
import { zonesStay } from "../../../rules/zone-rules";

const scope = "dnsSettings.domainNameLabelScope";

/** What Azure refuses to change of a public IP address. */
export const publicIpAddressChanges: ChangeRule[] = [
  zonesStay({ grade: "observed", source: "https://github.com/Azure/AzOps/issues/701" }),
  {
    id: "R424",
    title: "The scope of a domain name label stays once it is chosen",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "source",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/27748",
    severity: "error",
    allowed: "the scope that the label has",
    because: "Azure made the name of it",
    fix: `let the change replace the address with replaceOnChanges: ["${scope}"]`,
    *check(before, after) {
      const [old, wanted] = [before.at(scope), after.at(scope)];
      if (old.text() !== undefined && !after.at("dnsSettings").absent && !wanted.unknown && !sameText(old.text(), wanted.text())) {
        yield wanted;
      }
    },
  },
  {
    id: "R426",
    title: "The tags of a public IP address that choose where it is from stay",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "source",
    source: "https://github.com/kubernetes-sigs/cloud-provider-azure/pull/10133",
    severity: "error",
    allowed: "the ipTags that the address was created with",
    because: "an address is allocated for them; FirstPartyUsage alone can change",
    fix: 'let the change replace the address with replaceOnChanges: ["ipTags"]',
    *check(before, after) {
      const [old, wanted] = [before.at("ipTags"), after.at("ipTags")];
      if (!holdsUnknown(old.value) && !holdsUnknown(wanted.value) && choosing(old) !== choosing(wanted)) {
        yield wanted;
      }
    },
  },
];

/** The tags that an address is chosen by, in one text. */
function choosing(tags: View): string {
  return tags
    .list()
    .filter((tag) => !is(tag.at("ipTagType"), "FirstPartyUsage"))
    .map((tag) => `${tag.text("ipTagType")} ${tag.text("tag")}`.toLowerCase())
    .sort()
    .join();
}
