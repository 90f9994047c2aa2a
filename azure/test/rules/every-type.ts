import { actionGroupCases } from "../resources/monitor/rules/action-group.cases";
import { activityLogAlertCases } from "../resources/monitor/rules/activity-log-alert.cases";
import { applicationSecurityGroupCases } from "../resources/network/rules/application-security-group.cases";
import { autoscaleSettingCases } from "../resources/autoscale/rules/autoscale-setting.cases";
import { galleryCases } from "../resources/image/rules/gallery.cases";
import { galleryImageCases } from "../resources/image/rules/gallery-image.cases";
import { imageTemplateCases } from "../resources/image/rules/image-template.cases";
import { roleAssignmentCases } from "../resources/identity/rules/role-assignment.cases";
import { roleDefinitionCases } from "../resources/identity/rules/role-definition.cases";
import { userAssignedIdentityCases } from "../resources/identity/rules/user-assigned-identity.cases";
import type { TypeCases } from "./cases";
import { loadBalancerCases } from "../resources/load-balancer/rules/load-balancer.cases";
import { metricAlertCases } from "../resources/monitor/rules/metric-alert.cases";
import { natGatewayCases } from "../resources/network/rules/nat-gateway.cases";
import { networkSecurityGroupCases } from "../resources/network/rules/network-security-group.cases";
import { publicIpAddressCases } from "../resources/network/rules/public-ip-address.cases";
import { publicIpPrefixCases } from "../resources/network/rules/public-ip-prefix.cases";
import { resourceGroupCases } from "../resources/resource-group.cases";
import { scaleSetCases } from "../resources/scale-set/rules/scale-set.cases";
import { securityRuleCases } from "../resources/network/rules/security-rule.cases";
import { subnetCases } from "../resources/network/rules/subnet.cases";
import { virtualNetworkCases } from "../resources/network/rules/virtual-network.cases";

/** The cases of every resource type that the region has, each after those that it refers to. */
export const everyType: readonly TypeCases[] = [
  resourceGroupCases,
  applicationSecurityGroupCases,
  networkSecurityGroupCases,
  securityRuleCases,
  virtualNetworkCases,
  subnetCases,
  publicIpPrefixCases,
  publicIpAddressCases,
  natGatewayCases,
  loadBalancerCases,
  scaleSetCases,
  autoscaleSettingCases,
  actionGroupCases,
  metricAlertCases,
  userAssignedIdentityCases,
  roleDefinitionCases,
  roleAssignmentCases,
  galleryCases,
  galleryImageCases,
  imageTemplateCases,
  activityLogAlertCases,
];
