import { namesFit, resourceGroupNames } from "./names";
import type { Rule } from "./rule";

/** What Azure refuses in a `azure-native:resources:ResourceGroup`. */
export const resourceGroupRules: Rule[] = [namesFit(resourceGroupNames, "resourceGroupName")];
