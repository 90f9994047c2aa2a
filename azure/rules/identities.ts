import { isEmpty } from "./lookups";
import type { Rule } from "./rule";

/** ARM reads the identity of a resource itself, for all types alike. */
export const identitiesAreNamed: Rule = {
  id: "R404",
  title: "An identity of the type UserAssigned names identities",
  code: "MissingIdentityIds",
  grade: "observed",
  source: "https://github.com/Azure/bicep/issues/6541",
  severity: "error",
  allowed: "a list of at least one identity, or a type without UserAssigned",
  *check(resource) {
    const identities = resource.at("identity.userAssignedIdentities");
    if (/\bUserAssigned\b/i.test(resource.text("identity.type") ?? "") && isEmpty(identities)) {
      yield identities;
    }
  },
};
