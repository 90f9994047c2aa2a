import { outside } from "../../../rules/lookups";
import { namesFit, networkNames } from "../../../rules/names";
import type { Rule } from "../../../rules/rule";
import { subnetsOf } from "./subnet";

/** What Azure refuses in a `azure-native:network:VirtualNetwork`. */
export const virtualNetworkRules: Rule[] = [
  namesFit(networkNames(2, 64), "virtualNetworkName"),
  {
    ...namesFit(networkNames(1, 80), "subnets[*].name"),
    id: "R99-subnets",
    title: "The name of a subnet has the length and the characters that Azure allows",
  },
  {
    id: "T20",
    title: "The subnets of a virtual network are all declared in it, or all as resources of their own",
    code: "Warning",
    grade: "observed",
    source: "https://github.com/pulumi/pulumi-azure-native/issues/611",
    severity: "warning",
    allowed: "all subnets of this virtual network, or no subnets here",
    *check(network, region) {
      const declared = network.list("subnets").flatMap((subnet) => subnet.text("name")?.toLowerCase() ?? []);
      const lost = subnetsOf(region.self, region).filter((name) => !declared.includes(name));
      if (network.has("subnets") && !network.at("subnets").unknown && lost.length > 0) {
        yield { at: network.at("subnets"), because: `updating the network deletes what it does not list: ${lost.join(", ")}` };
      }
    },
  },
  {
    id: "R100",
    title: "The flow timeout of a virtual network is 4 to 30 minutes",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/powershell/module/az.network/new-azvirtualnetwork",
    severity: "error",
    allowed: "4 to 30 minutes",
    *check(network) {
      if (outside(network.at("flowTimeoutInMinutes"), 4, 30)) {
        yield network.at("flowTimeoutInMinutes");
      }
    },
  },
];
