import type { KnownRefusals } from "../known-refusal";
import { applicationSecurityGroupRefusals } from "./application-security-group";
import { refusalsBeside } from "./beside";
import { galleryImageRefusals, galleryRefusals, imageTemplateRefusals } from "./image";
import { roleAssignmentRefusals, roleDefinitionRefusals } from "./identity";
import { loadBalancerRefusals } from "./load-balancer";
import { actionGroupRefusals, activityLogAlertRefusals, autoscaleSettingRefusals, metricAlertRefusals } from "./monitor";
import { natGatewayRefusals } from "./nat-gateway";
import { networkSecurityGroupRefusals } from "./network-security-group";
import { publicIpAddressRefusals } from "./public-ip-address";
import { publicIpPrefixRefusals } from "./public-ip-prefix";
import { resourceGroupRefusals } from "./resource-group";
import { scaleSetRefusals } from "./scale-set";
import { securityRuleRefusals } from "./security-rule";
import { subnetRefusals } from "./subnet";
import { virtualNetworkRefusals } from "./virtual-network";

/** Everything that Azure is publicly known to refuse of the region's resource types and of those beside them. */
export const knownRefusals: readonly KnownRefusals[] = [
  resourceGroupRefusals,
  virtualNetworkRefusals,
  subnetRefusals,
  applicationSecurityGroupRefusals,
  networkSecurityGroupRefusals,
  securityRuleRefusals,
  publicIpPrefixRefusals,
  publicIpAddressRefusals,
  natGatewayRefusals,
  loadBalancerRefusals,
  scaleSetRefusals,
  autoscaleSettingRefusals,
  metricAlertRefusals,
  actionGroupRefusals,
  activityLogAlertRefusals,
  galleryRefusals,
  galleryImageRefusals,
  imageTemplateRefusals,
  roleDefinitionRefusals,
  roleAssignmentRefusals,
  ...refusalsBeside,
];
