import { resourceStandsInARegion } from "../../rules/locations";
import { referencesAreIds } from "../../rules/reference-ids";
import { answerOfTheNetworkAnywhere, referencesExist } from "../../rules/references";
import { tagRules } from "../../rules/tags";
import { addressesHaveOneOwner, frontendsHaveAddressesOfTheirOwn } from "../network/rules/address-owner";
import { noBasicFrontendBesideNat } from "../network/rules/basic-beside-nat";
import type { ResourceType } from "../resource-type";
import { loadBalancerChanges } from "./rules/changes";
import { loadBalancerRules } from "./rules/load-balancer";

const references = [
  "frontendIPConfigurations[*].publicIPAddress.id",
  "frontendIPConfigurations[*].publicIPPrefix.id",
  "frontendIPConfigurations[*].subnet.id",
  "backendAddressPools[*].virtualNetwork.id",
];

const regionalFrontends = "backendAddressPools[*].loadBalancerBackendAddresses[*].loadBalancerFrontendIPConfiguration.id";

/** A Gateway load balancer, and the load balancers behind a global one, may be in other regions. */
const referencesAnywhere = ["frontendIPConfigurations[*].gatewayLoadBalancer.id", regionalFrontends];

const ofItself = (list: string) => `Microsoft.Network/loadBalancers/${list}`;

const referencedTypes = {
  "frontendIPConfigurations[*].publicIPAddress": "Microsoft.Network/publicIPAddresses",
  "frontendIPConfigurations[*].publicIPPrefix": "Microsoft.Network/publicIPPrefixes",
  "frontendIPConfigurations[*].subnet": "Microsoft.Network/virtualNetworks/subnets",
  "frontendIPConfigurations[*].gatewayLoadBalancer": ofItself("frontendIPConfigurations"),
  "backendAddressPools[*].virtualNetwork": "Microsoft.Network/virtualNetworks",
  "backendAddressPools[*].loadBalancerBackendAddresses[*].virtualNetwork": "Microsoft.Network/virtualNetworks",
  "backendAddressPools[*].loadBalancerBackendAddresses[*].subnet": "Microsoft.Network/virtualNetworks/subnets",
  "backendAddressPools[*].loadBalancerBackendAddresses[*].loadBalancerFrontendIPConfiguration": ofItself("frontendIPConfigurations"),
  "loadBalancingRules[*].frontendIPConfiguration": ofItself("frontendIPConfigurations"),
  "loadBalancingRules[*].backendAddressPool": ofItself("backendAddressPools"),
  "loadBalancingRules[*].probe": ofItself("probes"),
};

export const loadBalancer: ResourceType = {
  token: "azure-native:network:LoadBalancer",
  armType: "Microsoft.Network/loadBalancers",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/loadBalancers/{loadBalancerName}",
  nameProperty: "loadBalancerName",
  autonaming: "random",
  located: true,
  replacedBy: [],
  parts: [
    "frontendIPConfigurations",
    "backendAddressPools",
    "loadBalancingRules",
    "probes",
    "inboundNatRules",
    "inboundNatPools",
    "outboundRules",
  ],
  references: [...references, ...referencesAnywhere],
  carriedOutBy: "edge",
  keptBy: [
    {
      type: "azure-native:compute:VirtualMachineScaleSet",
      rule: "R22",
      grade: "documented",
      source: "https://learn.microsoft.com/azure/load-balancer/troubleshoot-load-balancer-errors",
      code: "LoadBalancerInUseByVirtualMachineScaleSet",
      message: (id, user) => `Load balancer ${id} cannot be deleted because the scale set ${user} uses it. Delete the scale set first.`,
    },
    {
      type: "azure-native:network:LoadBalancer",
      by: [regionalFrontends],
      rule: "R22-global",
      grade: "observed",
      source: "https://github.com/Azure/azure-rest-api-specs/issues/16327",
      code: "NotAllowedToDeleteLoadBalancerWithFrontendIpConfigurationInUseByGlobalLB",
      message: (id, user) =>
        `Load balancer ${id} cannot be deleted because a pool of the global load balancer ${user} has a frontend of it. Take it out of the pool first.`,
    },
  ],
  rules: [
    ...loadBalancerRules,
    addressesHaveOneOwner("azure-native:network:LoadBalancer"),
    frontendsHaveAddressesOfTheirOwn,
    noBasicFrontendBesideNat,
    ...referencesAreIds(referencedTypes),
    referencesExist(references),
    referencesExist(referencesAnywhere, answerOfTheNetworkAnywhere),
    resourceStandsInARegion,
    ...tagRules,
  ],
  changes: loadBalancerChanges,
};
