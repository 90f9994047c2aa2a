import type { InstanceMetadata, MetadataAnswer, MetadataRequest } from "../../../../region/services/scale-set/metadata/service";
import { answerMetadataRequest } from "../../../../region/services/scale-set/metadata/service";
import type { InstanceFacts } from "../../../../region/services/scale-set/metadata/facts";

const scaleSetId = "/subscriptions/s/resourceGroups/web/providers/Microsoft.Compute/virtualMachineScaleSets/web";

export const instance: InstanceFacts = {
  name: "web_3",
  vmId: "5c08b38e-4d57-4c23-ac45-aca61037f084",
  resourceId: `${scaleSetId}/virtualMachines/3`,
  subscriptionId: "00000000-0000-0000-0000-000000000000",
  resourceGroupName: "web",
  location: "westeurope",
  zone: "2",
  vmSize: "Standard_B2s",
  scaleSet: { name: "web", id: scaleSetId, orchestrationMode: "Uniform" },
  faultDomain: 0,
  priority: "Regular",
  tags: { stage: "test", owner: "me" },
  computerName: "web000003",
  adminUsername: "azureuser",
  disablePasswordAuthentication: true,
  publicKeys: [{ keyData: "ssh-ed25519 AAAA", path: "/home/azureuser/.ssh/authorized_keys" }],
  userData: "IyEvYmluL3NoCg==",
  imageReference: { id: "/subscriptions/s/resourceGroups/web/providers/Microsoft.Compute/images/web-tier" },
  osDisk: { caching: "ReadWrite", diskSizeGB: 30, storageAccountType: "Premium_LRS" },
  securityProfile: { secureBootEnabled: true, securityType: "TrustedLaunch" },
  networkInterfaces: [{ privateIpAddress: "10.0.1.4", subnet: "10.0.1.0/24", macAddress: "00:0d:3a:00:01:04" }],
};

export const terminateEvent = {
  EventId: "602d9444-d2cd-49c7-8624-8643e7171297",
  EventStatus: "Scheduled",
  EventType: "Terminate",
  ResourceType: "VirtualMachine",
  Resources: ["web_3"],
  NotBefore: "Mon, 19 Sep 2016 18:29:47 GMT",
  Description: "",
  EventSource: "Platform",
  DurationInSeconds: -1,
};

export const metadata: InstanceMetadata = {
  instance,
  loadBalancer: {
    publicIpAddresses: [],
    inboundRules: [{ frontendIpAddress: "20.0.0.1", protocol: "tcp", frontendPort: 80, backendPort: 8080, privateIpAddress: "10.0.1.4" }],
    outboundRules: [{ frontendIpAddress: "20.0.0.1", privateIpAddress: "10.0.1.4" }],
  },
  scheduledEvents: { DocumentIncarnation: 2, Events: [terminateEvent] },
};

/** Asks as a good client does, but for what a test changes. */
export function ask(target: string, change: Partial<MetadataRequest> = {}, known: InstanceMetadata = metadata): MetadataAnswer {
  return answerMetadataRequest({ method: "GET", target, headers: { metadata: "true" }, body: "", ...change }, known);
}

export function document(answer: MetadataAnswer): unknown {
  expect(answer.status).toBe(200);
  expect(answer.contentType).toBe("application/json; charset=utf-8");
  return JSON.parse(answer.body);
}

export function error(answer: MetadataAnswer): string {
  return (JSON.parse(answer.body) as { error: string }).error;
}
