import type { Path } from "../../../azure/properties/path";
import type { Properties } from "../../../azure/properties/value";

/** A resource that the region has: what the program asked for, and what Azure would answer when it is read. */
export interface Resource {
  /** The ARM id. */
  readonly id: string;
  /** The type token, such as `azure-native:network:LoadBalancer`. */
  readonly type: string;
  /** The URN that the engine created it under. */
  readonly urn: string;
  readonly inputs: Properties;
  /** Everything that a read returns, inputs included. */
  readonly outputs: Properties;
  /** The places of secrets in the inputs. */
  readonly secrets: readonly Path[];
  /** The places in the outputs that hold a secret, or something made of one. */
  readonly outputSecrets: readonly Path[];
  /** True where the name was made up for the resource, so that one that replaces it gets another and can be made first. */
  readonly autonamed: boolean;
  /**
   * False until the engine names the resource by its id. A create whose answer never arrived leaves the resource so, and the
   * next create of the same URN takes its place instead of failing over it or leaving it behind.
   */
  readonly confirmed: boolean;
}
