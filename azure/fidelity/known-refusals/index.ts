import type { KnownRefusals } from "../known-refusal";
import { networkSecurityGroupRefusals } from "./network-security-group";

/** Everything that Azure is publicly known to refuse of the region's resource types and of those beside them. */
export const knownRefusals: readonly KnownRefusals[] = [networkSecurityGroupRefusals];
