import type { RuleCases } from "./cases";
import { edits, set, unknown } from "./edits";

const list = "identity.userAssignedIdentities";

/**
 * The rule of a resource's identities, which is the same for every type that has them.
 *
 * @param either The other type of identity that names some, where no other rule of the resource refuses it.
 */
export function identityCases(either: "SystemAssigned, UserAssigned" | "SystemAssigned,UserAssigned" | "UserAssigned"): RuleCases[] {
  return [
    {
      rule: "R404",
      refused: [
        { name: "user-assigned identities that are not named", change: set("identity", { type: "UserAssigned" }), at: list },
        {
          name: "an empty list of user-assigned identities",
          change: set("identity", { type: either, userAssignedIdentities: [] }),
          at: list,
        },
      ],
      accepted: [
        { name: "an identity of the resource's own", change: set("identity", { type: "SystemAssigned" }) },
        { name: "identities that are not known yet", change: edits(set("identity", { type: "UserAssigned" }), unknown(list)) },
      ],
    },
  ];
}
