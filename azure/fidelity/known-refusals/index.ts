import type { KnownRefusals } from "../known-refusal";
import { galleryImageRefusals, imageTemplateRefusals } from "./image";
import { roleAssignmentRefusals, roleDefinitionRefusals } from "./identity";
import { actionGroupRefusals, activityLogAlertRefusals, autoscaleSettingRefusals, metricAlertRefusals } from "./monitor";
import { scaleSetRefusals } from "./scale-set";
import { networkSecurityGroupRefusals } from "./network-security-group";

/** Everything that Azure is publicly known to refuse of the region's resource types and of those beside them. */
export const knownRefusals: readonly KnownRefusals[] = [
  networkSecurityGroupRefusals,
  scaleSetRefusals,
  autoscaleSettingRefusals,
  metricAlertRefusals,
  actionGroupRefusals,
  activityLogAlertRefusals,
  galleryImageRefusals,
  imageTemplateRefusals,
  roleDefinitionRefusals,
  roleAssignmentRefusals,
];
