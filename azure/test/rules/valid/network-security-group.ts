import type { Properties } from "../../../properties/value";

/** The tier's group: the site for everybody, SSH for some. */
export function networkSecurityGroup(): Properties {
  return {
    resourceGroupName: "web",
    networkSecurityGroupName: "web-nsg",
    location: "westeurope",
    securityRules: [inbound("allow-http", 100, "Internet", "80"), inbound("allow-ssh", 110, "203.0.113.0/24", "22")],
  };
}

function inbound(name: string, priority: number, sourceAddressPrefix: string, destinationPortRange: string): Properties {
  return {
    name,
    priority,
    description: `Opens port ${destinationPortRange}.`,
    direction: "Inbound",
    access: "Allow",
    protocol: "Tcp",
    sourceAddressPrefix,
    sourcePortRange: "*",
    destinationAddressPrefix: "*",
    destinationPortRange,
  };
}
