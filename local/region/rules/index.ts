import type { ChangeRule } from "./change-rule";
import { loadBalancerRules } from "./load-balancer";
import type { Rule } from "./rule";

/** What Azure refuses of one resource type, and what it refuses to change. */
export interface TypeRules {
  readonly rules: readonly Rule[];
  readonly changes: readonly ChangeRule[];
}

const byToken: Record<string, TypeRules> = {
  "azure-native:network:LoadBalancer": { rules: loadBalancerRules, changes: [] },
};

/** The rules of a resource type; none for a type without rules. */
export function rulesOf(token: string): TypeRules {
  return byToken[token] ?? { rules: [], changes: [] };
}
