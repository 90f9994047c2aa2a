import { actionGroupCases } from "./monitor/action-group.cases";
import { autoscaleSettingCases } from "./autoscale/autoscale-setting.cases";
import type { TypeCases } from "./cases";
import { loadBalancerCases } from "./load-balancer/load-balancer.cases";
import { metricAlertCases } from "./monitor/metric-alert.cases";
import { natGatewayCases } from "./network/nat-gateway.cases";
import { networkSecurityGroupCases } from "./network/network-security-group.cases";
import { publicIpAddressCases } from "./network/public-ip-address.cases";
import { resourceGroupCases } from "./resource-group.cases";
import { scaleSetCases } from "./scale-set/scale-set.cases";
import { subnetCases } from "./network/subnet.cases";
import { virtualNetworkCases } from "./network/virtual-network.cases";

/** The cases of every resource type that the region has, each after those that it refers to. */
export const everyType: readonly TypeCases[] = [
  resourceGroupCases,
  networkSecurityGroupCases,
  virtualNetworkCases,
  subnetCases,
  publicIpAddressCases,
  natGatewayCases,
  loadBalancerCases,
  scaleSetCases,
  autoscaleSettingCases,
  actionGroupCases,
  metricAlertCases,
];
