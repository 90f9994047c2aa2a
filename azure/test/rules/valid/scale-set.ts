import type { Properties } from "../../../properties/value";
import type { RegionResource } from "../../../rules/region-view";
import { edits, remove, set } from "../edits";
import { armId, regionResource } from "../fake-region";
import { standingGroup } from "./application-security-group";
import { identityId } from "./identity";
import { standingPrefix } from "./public-ip-prefix";
import { ed25519Key } from "../../support/ssh-keys";

export const scaleSetId = armId("Microsoft.Compute/virtualMachineScaleSets", "web");
export const loadBalancerId = armId("Microsoft.Network/loadBalancers", "web-lb");
export const networkId = armId("Microsoft.Network/virtualNetworks", "web-network");
export const imageId = armId("Microsoft.Compute/galleries", "tested/images/web/versions/1.0.0");

/** A scale set like the tier's, of a size that stays: zonal, uniform, healed by its health extension, upgraded in batches. */
export function validScaleSet(): Properties {
  return {
    resourceGroupName: "web",
    vmScaleSetName: "web",
    location: "westeurope",
    orchestrationMode: "Uniform",
    zones: ["1", "2", "3"],
    platformFaultDomainCount: 1,
    singlePlacementGroup: false,
    overprovision: false,
    sku: { name: "Standard_B2ats_v2", tier: "Standard", capacity: 2 },
    upgradePolicy: {
      mode: "Rolling",
      rollingUpgradePolicy: {
        maxBatchInstancePercent: 34,
        maxUnhealthyInstancePercent: 67,
        maxUnhealthyUpgradedInstancePercent: 67,
        pauseTimeBetweenBatches: "PT30S",
        maxSurge: true,
      },
      automaticOSUpgradePolicy: { enableAutomaticOSUpgrade: false },
    },
    automaticRepairsPolicy: { enabled: true, gracePeriod: "PT10M", repairAction: "Replace" },
    scaleInPolicy: { rules: ["Default"] },
    virtualMachineProfile: {
      storageProfile: {
        imageReference: { id: imageId },
        osDisk: { createOption: "FromImage", caching: "ReadWrite", managedDisk: { storageAccountType: "StandardSSD_LRS" } },
      },
      osProfile: {
        computerNamePrefix: "web",
        adminUsername: "azureuser",
        linuxConfiguration: {
          disablePasswordAuthentication: true,
          provisionVMAgent: true,
          ssh: { publicKeys: [{ path: "/home/azureuser/.ssh/authorized_keys", keyData: ed25519Key() }] },
        },
      },
      userData: Buffer.from("#cloud-config\n").toString("base64"),
      networkProfile: { networkInterfaceConfigurations: [networkInterface()] },
      extensionProfile: { extensions: [healthExtension()] },
      diagnosticsProfile: { bootDiagnostics: { enabled: true } },
      scheduledEventsProfile: { terminateNotificationProfile: { enable: true, notBeforeTimeout: "PT5M" } },
    },
  };
}

/** Makes the valid scale set a Flexible one, with its NAT pool and surplus left out. */
export const inFlexible = edits(
  set("orchestrationMode", "Flexible"),
  set("virtualMachineProfile.networkProfile.networkApiVersion", "2020-11-01"),
  remove("virtualMachineProfile.networkProfile.networkInterfaceConfigurations[0].ipConfigurations[0].loadBalancerInboundNatPools"),
);

/** Makes the instances Spot ones, of a size of which there are such. */
export const inSpot = edits(set("virtualMachineProfile.priority", "Spot"), set("sku.name", "Standard_D2s_v5"));

function networkInterface(): Properties {
  return {
    name: "primary",
    primary: true,
    ipConfigurations: [
      {
        name: "primary",
        primary: true,
        subnet: { id: `${networkId}/subnets/web` },
        loadBalancerBackendAddressPools: [{ id: `${loadBalancerId}/backendAddressPools/instances` }],
        loadBalancerInboundNatPools: [{ id: `${loadBalancerId}/inboundNatPools/ssh` }],
      },
    ],
  };
}

export function healthExtension(): Properties {
  return {
    name: "HealthExtension",
    publisher: "Microsoft.ManagedServices",
    type: "ApplicationHealthLinux",
    typeHandlerVersion: "1.0",
    autoUpgradeMinorVersion: true,
    settings: { protocol: "http", port: 80, requestPath: "/healthz", intervalInSeconds: 5, numberOfProbes: 3 },
  };
}

/** What the scale set refers to, as it stands in the region. */
export function scaleSetNeighbours(): RegionResource[] {
  return [
    loadBalancer(),
    regionResource("azure-native:network:VirtualNetwork", networkId, { subnets: [{ name: "web" }, { name: "other" }] }),
    regionResource("azure-native:managedidentity:UserAssignedIdentity", identityId, {}),
    standingGroup(),
    // The generated tests place the scale set in other regions too.
    standingPrefix({ location: null }),
  ];
}

/** The load balancer before the scale set, with some of its properties changed. */
export function loadBalancer(changes: Properties = {}, id = loadBalancerId): RegionResource {
  return regionResource("azure-native:network:LoadBalancer", id, {
    sku: { name: "Standard" },
    frontendIPConfigurations: [{ name: "public", publicIPAddress: { id: armId("Microsoft.Network/publicIPAddresses", "web-ip") } }],
    backendAddressPools: [{ name: "instances" }, { name: "others" }],
    probes: [{ name: "http" }, { name: "unused" }],
    loadBalancingRules: [
      {
        name: "http",
        probe: { id: `${id}/probes/http` },
        backendAddressPool: { id: `${id}/backendAddressPools/instances` },
      },
    ],
    inboundNatPools: [{ name: "ssh", frontendPortRangeStart: 50_000, frontendPortRangeEnd: 50_009 }],
    ...changes,
  });
}
