import { gallery } from "./image/gallery";
import { galleryImage } from "./image/gallery-image";
import { imageTemplate } from "./image/image-template";
import { actionGroup } from "./monitor/action-group";
import { activityLogAlert } from "./monitor/activity-log-alert";
import { applicationSecurityGroup } from "./network/application-security-group";
import { autoscaleSetting } from "./autoscale/autoscale-setting";
import { loadBalancer } from "./load-balancer/load-balancer";
import { metricAlert } from "./monitor/metric-alert";
import { natGateway } from "./network/nat-gateway";
import { networkSecurityGroup } from "./network/network-security-group";
import { publicIpAddress } from "./network/public-ip-address";
import { publicIpPrefix } from "./network/public-ip-prefix";
import { roleAssignment } from "./identity/role-assignment";
import { roleDefinition } from "./identity/role-definition";
import { userAssignedIdentity } from "./identity/user-assigned-identity";
import { resourceGroup } from "./resource-group";
import type { ResourceType } from "./resource-type";
import { scaleSet } from "./scale-set/scale-set";
import { securityRule } from "./network/security-rule";
import { subnet } from "./network/subnet";
import { virtualNetwork } from "./network/virtual-network";

/** Every resource type of azure-native that the region has. */
export const resourceTypes: readonly ResourceType[] = [
  resourceGroup,
  virtualNetwork,
  subnet,
  applicationSecurityGroup,
  networkSecurityGroup,
  securityRule,
  publicIpPrefix,
  publicIpAddress,
  natGateway,
  loadBalancer,
  scaleSet,
  autoscaleSetting,
  actionGroup,
  metricAlert,
  userAssignedIdentity,
  roleDefinition,
  roleAssignment,
  gallery,
  galleryImage,
  imageTemplate,
  activityLogAlert,
];

const byToken = new Map(resourceTypes.map((type) => [type.token, type]));

/** The type behind a token, or undefined where the region has none. */
export function findResourceType(token: string): ResourceType | undefined {
  return byToken.get(token);
}
