import { actionGroupRules } from "../resources/monitor/rules/action-group";
import { autoscaleSettingChanges, autoscaleSettingRules } from "../resources/autoscale/rules/autoscale-setting";
import type { ChangeRule } from "./change-rule";
import { loadBalancedInstanceRules } from "../resources/scale-set/rules/load-balanced-instances";
import { loadBalancerChanges, loadBalancerRules } from "../resources/load-balancer/rules/load-balancer";
import { metricAlertRules } from "../resources/monitor/rules/metric-alert";
import { natGatewayChanges, natGatewayRules } from "../resources/network/rules/nat-gateway";
import { networkSecurityGroupRules } from "../resources/network/rules/network-security-group";
import { publicIpAddressChanges, publicIpAddressRules } from "../resources/network/rules/public-ip-address";
import { resourceGroupRules } from "./resource-group";
import type { Rule } from "./rule";
import { scaleSetChanges, scaleSetRules } from "../resources/scale-set/rules/scale-set";
import { subnetRules } from "../resources/network/rules/subnet";
import { virtualNetworkRules } from "../resources/network/rules/virtual-network";

/** What Azure refuses of one resource type, and what it refuses to change. */
export interface TypeRules {
  readonly rules: readonly Rule[];
  readonly changes: readonly ChangeRule[];
}

/** The rules of every resource type that the region has, by type token. */
export const rulesByType: Readonly<Record<string, TypeRules>> = {
  "azure-native:resources:ResourceGroup": { rules: resourceGroupRules, changes: [] },
  "azure-native:network:VirtualNetwork": { rules: virtualNetworkRules, changes: [] },
  "azure-native:network:Subnet": { rules: subnetRules, changes: [] },
  "azure-native:network:NetworkSecurityGroup": { rules: networkSecurityGroupRules, changes: [] },
  "azure-native:network:PublicIPAddress": { rules: publicIpAddressRules, changes: publicIpAddressChanges },
  "azure-native:network:NatGateway": { rules: natGatewayRules, changes: natGatewayChanges },
  "azure-native:network:LoadBalancer": { rules: loadBalancerRules, changes: loadBalancerChanges },
  "azure-native:compute:VirtualMachineScaleSet": { rules: [...scaleSetRules, ...loadBalancedInstanceRules], changes: scaleSetChanges },
  "azure-native:monitor:AutoscaleSetting": { rules: autoscaleSettingRules, changes: autoscaleSettingChanges },
  "azure-native:monitor:ActionGroup": { rules: actionGroupRules, changes: [] },
  "azure-native:monitor:MetricAlert": { rules: metricAlertRules, changes: [] },
};

const none: TypeRules = { rules: [], changes: [] };

/** The rules of a resource type; none for a type without rules. */
export function rulesOf(token: string): TypeRules {
  return Object.hasOwn(rulesByType, token) ? rulesByType[token] : none;
}
