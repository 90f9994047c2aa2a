import type { Properties } from "../../../azure/properties/value";
import { sameText } from "../../../azure/rules/lookups";
import { autoscaleSetting } from "../../../azure/test/rules/valid/autoscale-setting";
import { armId } from "../../../azure/test/rules/fake-region";
import { applicationSecurityGroup } from "../../../azure/test/rules/valid/application-security-group";
import { loadBalancer, loadBalancerId } from "../../../azure/test/rules/valid/load-balancer";
import { publicIpAddress } from "../../../azure/test/rules/valid/public-ip-address";
import { healthExtension, imageId, validScaleSet } from "../../../azure/test/rules/valid/scale-set";
import { networkSecurityGroup, securityRule } from "../../../azure/test/rules/valid/network-security-group";
import { networkSecurityGroupId, subnetId, virtualNetwork } from "../../../azure/test/rules/valid/virtual-network";
import { type GuestBehaviour, userDataFor } from "./guest-behaviour";

/** What a person declares of a web tier; what else it has is always the same. */
export interface DeclaredTier {
  readonly capacity: number;
  readonly zones: readonly string[];
  readonly behaviour: GuestBehaviour;
  /** The version of the tested image, such as `1.0.0`, or a marketplace image. */
  readonly image: string | { readonly publisher: string; readonly offer: string; readonly sku: string; readonly version: string };
  /** Rolling, Automatic or Manual, in any case. */
  readonly mode: string;
  readonly rollingUpgrade: Properties;
  readonly repairs: Properties;
  /** What the health extension understands: version 1.0 has binary states, 2.0 rich ones, which a plain page does not tell. */
  readonly healthExtension: "1.0" | "2.0";
  readonly terminateNotification: boolean;
  readonly subnetPrefix: string;
  /** Absent where there is no load balancer. */
  readonly probe?: { readonly intervalInSeconds: number; readonly requestPath: string; readonly threshold: number; readonly port?: number };
  /** True for a load balancer within the network as well. */
  readonly hasInternalLoadBalancer?: boolean;
  /** The application security group that the site's port is open to, and the one that the instances are in; absent where it is open to all. */
  readonly groups?: { readonly opened: "web" | "data"; readonly joined: "web" | "data"; readonly ruleIsOfItsOwn?: boolean };
  /** Absent where nothing scales the set by itself. */
  readonly autoscale?: { readonly minimum: number; readonly maximum: number };
  /** False where no scale set is declared at all. */
  readonly hasScaleSet: boolean;
}

export const usualTier: DeclaredTier = {
  capacity: 2,
  zones: ["1", "2", "3"],
  behaviour: {},
  image: "1.0.0",
  mode: "Rolling",
  rollingUpgrade: {
    maxBatchInstancePercent: 34,
    maxUnhealthyInstancePercent: 67,
    maxUnhealthyUpgradedInstancePercent: 67,
    pauseTimeBetweenBatches: "PT30S",
    maxSurge: true,
  },
  repairs: { enabled: true, gracePeriod: "PT10M", repairAction: "Replace" },
  healthExtension: "1.0",
  terminateNotification: true,
  subnetPrefix: "10.0.0.0/24",
  probe: { intervalInSeconds: 5, requestPath: "/healthz", threshold: 2 },
  hasScaleSet: true,
};

/** A resource as a program declares it. */
export interface DeclaredResource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Properties;
}

/** The resources of a tier, each after those that it refers to. */
export function resourcesOf(tier: DeclaredTier): DeclaredResource[] {
  const group = {
    type: "azure-native:resources:ResourceGroup",
    name: "group",
    inputs: { resourceGroupName: "web", location: "westeurope" },
  };
  return [
    group,
    ...(tier.groups ? ["web", "data"].map(memberGroup) : []),
    ...securityGroup(tier),
    { type: "azure-native:network:VirtualNetwork", name: "network", inputs: { ...virtualNetwork(), subnets: [subnet(tier)] } },
    { type: "azure-native:network:PublicIPAddress", name: "address", inputs: publicIpAddress() },
    ...(tier.probe ? [{ type: "azure-native:network:LoadBalancer", name: "load-balancer", inputs: balancer(tier.probe) }] : []),
    ...(tier.hasInternalLoadBalancer
      ? [{ type: "azure-native:network:LoadBalancer", name: "internal-load-balancer", inputs: internalLoadBalancer() }]
      : []),
    ...(tier.hasScaleSet ? [{ type: "azure-native:compute:VirtualMachineScaleSet", name: "scale-set", inputs: scaleSet(tier) }] : []),
    ...(tier.autoscale && tier.hasScaleSet
      ? [{ type: "azure-native:monitor:AutoscaleSetting", name: "autoscale", inputs: autoscale(tier.autoscale) }]
      : []),
  ];
}

const groupId = (name: string) => armId("Microsoft.Network/applicationSecurityGroups", name);

function memberGroup(name: string): DeclaredResource {
  const inputs = { ...applicationSecurityGroup(), applicationSecurityGroupName: name };
  return { type: "azure-native:network:ApplicationSecurityGroup", name: `group-${name}`, inputs };
}

function securityGroup({ groups }: DeclaredTier): DeclaredResource[] {
  const declared = networkSecurityGroup();
  const withRules = (securityRules: Properties["securityRules"]): DeclaredResource => ({
    type: "azure-native:network:NetworkSecurityGroup",
    name: "security-group",
    inputs: { ...declared, securityRules },
  });
  if (!groups) {
    return [withRules(declared.securityRules)];
  }
  const [site, ssh] = declared.securityRules as Properties[];
  const toGroup: Properties = { destinationAddressPrefix: null, destinationApplicationSecurityGroups: [{ id: groupId(groups.opened) }] };
  if (!groups.ruleIsOfItsOwn) {
    return [withRules([{ ...site, ...toGroup }, ssh])];
  }
  const { sourceAddressPrefix, destinationPortRange } = site;
  const inputs: Properties = { ...securityRule(), sourceAddressPrefix, destinationPortRange, ...toGroup };
  return [withRules(null), { type: "azure-native:network:SecurityRule", name: "site", inputs }];
}

function subnet({ subnetPrefix }: DeclaredTier): Properties {
  return { name: "instances", addressPrefix: subnetPrefix, networkSecurityGroup: { id: networkSecurityGroupId } };
}

function balancer({ intervalInSeconds, requestPath, threshold, port = 80 }: NonNullable<DeclaredTier["probe"]>): Properties {
  const declared = JSON.parse(JSON.stringify(loadBalancer()).replaceAll("$self", loadBalancerId)) as Properties;
  const probe = {
    name: "readiness",
    protocol: "Http",
    port,
    requestPath,
    intervalInSeconds,
    numberOfProbes: 1,
    probeThreshold: threshold,
  };
  // Ports enough for dozens of instances.
  const outboundRules = (declared.outboundRules as Properties[]).map((rule) => ({ ...rule, allocatedOutboundPorts: 1000 }));
  return { ...declared, outboundRules, probes: [probe] };
}

const internalLoadBalancerId = armId("Microsoft.Network/loadBalancers", "internal-lb");

function internalLoadBalancer(): Properties {
  const { resourceGroupName, location, sku, backendAddressPools } = loadBalancer();
  const frontendIPConfigurations = [{ name: "inside", subnet: { id: subnetId } }];
  return { resourceGroupName, loadBalancerName: "internal-lb", location, sku, frontendIPConfigurations, backendAddressPools };
}

function imageReference({ image }: DeclaredTier): Properties {
  return typeof image === "string" ? { id: imageId.replace("1.0.0", image) } : { ...image };
}

function scaleSet(tier: DeclaredTier): Properties {
  const declared = validScaleSet();
  const profile = declared.virtualMachineProfile as Properties;
  const storage = profile.storageProfile as Properties;
  // Every question costs the simulation time; the shortest interval that Azure takes is asked on machines.
  const extension = healthExtension();
  const settings = extension.settings as Properties;
  const balancers = [...(tier.probe ? [loadBalancerId] : []), ...(tier.hasInternalLoadBalancer ? [internalLoadBalancerId] : [])];
  const pools: Properties =
    balancers.length > 0 ? { loadBalancerBackendAddressPools: balancers.map((id) => ({ id: `${id}/backendAddressPools/instances` })) } : {};
  const joined: Properties = tier.groups ? { applicationSecurityGroups: [{ id: groupId(tier.groups.joined) }] } : {};
  return {
    ...declared,
    zones: [...tier.zones],
    sku: { name: "Standard_B2ats_v2", tier: "Standard", capacity: tier.capacity },
    upgradePolicy: { mode: tier.mode, ...(sameText(tier.mode, "Rolling") && { rollingUpgradePolicy: tier.rollingUpgrade }) },
    automaticRepairsPolicy: tier.repairs,
    virtualMachineProfile: {
      ...profile,
      storageProfile: { ...storage, imageReference: imageReference(tier) },
      userData: userDataFor(tier.behaviour),
      extensionProfile: {
        extensions: [{ ...extension, typeHandlerVersion: tier.healthExtension, settings: { ...settings, intervalInSeconds: 15 } }],
      },
      networkProfile: {
        networkInterfaceConfigurations: [
          {
            name: "primary",
            primary: true,
            ipConfigurations: [{ name: "primary", primary: true, subnet: { id: subnetId }, ...pools, ...joined }],
          },
        ],
      },
      scheduledEventsProfile: { terminateNotificationProfile: { enable: tier.terminateNotification, notBeforeTimeout: "PT5M" } },
    },
  };
}

function autoscale({ minimum, maximum }: { minimum: number; maximum: number }): Properties {
  const text = JSON.stringify(autoscaleSetting()).replaceAll("/virtualMachineScaleSets/web-scale-set", "/virtualMachineScaleSets/web");
  const declared = JSON.parse(text) as Properties;
  const [profile] = declared.profiles as Properties[];
  const capacity = { minimum: String(minimum), maximum: String(maximum), default: String(minimum) };
  return { ...declared, notifications: [], profiles: [{ ...profile, capacity }] };
}
