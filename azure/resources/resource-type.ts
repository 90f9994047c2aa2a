import type { Properties } from "../properties/value";
import type { ChangeRule, Grade, Rule } from "../rules/rule";

/** Everything that is known of one resource type of azure-native, apart from its schema. */
export interface ResourceType {
  /** The type token, such as `azure-native:network:LoadBalancer`. */
  readonly token: string;
  /** The type in ARM, such as `Microsoft.Network/loadBalancers`. */
  readonly armType: string;
  /** The id with its parameters in braces; every parameter but the subscription is an input. `{scope}` is the id of another resource. */
  readonly path: string;
  /** The input that names the resource: the last parameter of the path. */
  readonly nameProperty: string;
  /**
   * How azure-native names the resource where the program does not: a resource of its own gets a random suffix, a part of
   * another one is called as in the program, and what Azure knows by a GUID alone gets one, unless the stack's settings enforce a name.
   */
  readonly autonaming: "random" | "copied" | "guid";
  /** True where the location is an input, which defaults to the location of the resource group. */
  readonly located: boolean;
  /** Set where a program names such resources that the region does not have, such as built-in roles and the images of this computer. */
  readonly standsElsewhereToo?: true;
  /** Inputs whose change replaces the resource, besides the parameters of its path (azure-native's `forceNewMap`). */
  readonly replacedBy: readonly string[];
  /** Lists of parts that get ids of their own, by input: `probes` of a load balancer are at `<id>/probes/<name>`. */
  readonly parts: readonly string[];
  /** The dotted paths of inputs that hold ids of other resources; `[*]` stands for every element of a list. */
  readonly references: readonly string[];
  /** What on this computer stands behind the resource, so that it is there when that is, and not when it is stored. */
  readonly carriedOutBy?: "machines" | "edge";
  /** Who must not use the resource, or a part of it, when it is deleted; the first that does is named in ARM's answer. */
  readonly keptBy: readonly Keeper[];
  /** What Azure refuses of such a resource, and the traps that it lets a program walk into. */
  readonly rules: readonly Rule[];
  /** What Azure refuses to change of one that exists. */
  readonly changes: readonly ChangeRule[];
  /** Read-only outputs of the type itself, beyond those that all types have. */
  readonly outputs?: (context: OutputContext) => Properties;
}

/** Another type that keeps a resource from being deleted. */
export interface Keeper {
  readonly type: string;
  /** Which of that type's references keep the resource; all of them where nothing is said. */
  readonly by?: readonly string[];
  /** The rule's name in `docs/fidelity.md`. */
  readonly rule: string;
  readonly grade: Grade;
  /** The address of what says so. */
  readonly source: string;
  /** ARM's error code. */
  readonly code: string;
  /** Set where no source names the code that ARM answers with. */
  readonly codeIsAssumed?: true;
  /** ARM's message, from the resource's id and its user's. */
  readonly message: (id: string, user: string) => string;
}

/** What a type's read-only outputs are made of. */
export interface OutputContext {
  readonly id: string;
  readonly inputs: Properties;
  /** The outputs before this change; undefined at creation. */
  readonly before: Properties | undefined;
  /** True in a preview of a creation: what only a real creation decides must be left unknown. */
  readonly preview: boolean;
  readonly now: Date;
}
