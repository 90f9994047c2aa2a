import * as fc from "fast-check";
import { edits, set } from "../../../../azure/test/rules/edits";
import { alternatives, Widening } from "../variation";

/** Wider than the example of a role: other operations. */
export const roleDefinition: Widening = {
  aspects: [
    alternatives("operations", {
      other: fc
        .constantFrom("*", "*/read", "Microsoft.Compute/*", "Microsoft.Storage/storageAccounts/listKeys/action")
        .map((operation) => set("permissions[0].actions", [operation])),
      "all but one": edits(set("permissions[0].actions", ["*"]), set("permissions[0].notActions", ["Microsoft.Authorization/*/delete"])),
      "on data": set("permissions[0].dataActions", ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"]),
    }),
  ],
  ruled: ["actions", "notActions", "dataActions", "notDataActions"],
};

/** Wider than the example of a role assignment: other principals, and conditions. */
export const roleAssignment: Widening = {
  aspects: [
    alternatives("principal", {
      another: fc.uuid().map((principalId) => set("principalId", principalId)),
      "a group": set("principalType", "Group"),
    }),
    alternatives("condition", {
      "on data": edits(set("condition", "@Resource[name] StringEquals 'web'"), set("conditionVersion", "2.0")),
    }),
  ],
  ruled: ["condition", "conditionVersion"],
};
