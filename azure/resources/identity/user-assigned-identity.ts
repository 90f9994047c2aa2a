import * as crypto from "node:crypto";
import type { Naming } from "../../facts/names";
import { Properties, UNKNOWN } from "../../properties/value";
import { resourceStandsInARegion } from "../../rules/locations";
import { namesFit } from "../../rules/names";
import { tagRules } from "../../rules/tags";
import type { OutputContext, ResourceType } from "../resource-type";

const identityNames: Naming = {
  allowed: "3 to 128 letters, digits, hyphens and underscores, beginning with a letter or digit",
  fits: (name) => /^[a-z0-9][\w-]{2,127}$/i.test(name),
};

/** Who the identity is in the directory: another one after it was deleted and created again, under whatever name. */
function outputs({ before, preview }: OutputContext): Properties {
  const made = (name: string) => before?.[name] ?? (preview ? UNKNOWN : crypto.randomUUID());
  return { principalId: made("principalId"), clientId: made("clientId"), tenantId: "00000000-0000-0000-0000-000000000000" };
}

export const userAssignedIdentity: ResourceType = {
  token: "azure-native:managedidentity:UserAssignedIdentity",
  armType: "Microsoft.ManagedIdentity/userAssignedIdentities",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}",
  nameProperty: "resourceName",
  autonaming: "random",
  located: true,
  replacedBy: [],
  parts: [],
  references: [],
  keptBy: [],
  outputs,
  rules: [namesFit(identityNames, "resourceName"), resourceStandsInARegion, ...tagRules],
  changes: [],
};
