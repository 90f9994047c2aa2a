import type { KnownRefusals } from "../known-refusal";
import { issue, recording } from "./sources";

const notThere = "the type is not one of the region";

/** Of types of Microsoft.Network that the region does not have, and that programs with a web tier declare too. */
export const refusalsBeside: readonly KnownRefusals[] = [
  {
    type: "azure-native:network:RouteTable",
    refusals: [
      {
        code: "InvalidCIDRNotation",
        sense: "the prefix of a route has bits after the prefix",
        source: recording("route-table-route", "routes_create_should_fail_for_invalid_prefixes"),
        notKept: notThere,
      },
    ],
  },
  {
    type: "azure-native:network:VirtualNetworkPeering",
    refusals: [
      {
        code: undefined,
        sense: "the networks' addresses overlap",
        source: issue("alan-turing-institute/data-safe-haven", 2152),
        notKept: notThere,
      },
    ],
  },
];
