import type { Properties } from "../../../properties/value";
import { networkSecurityGroupId } from "./virtual-network";

export const securityRuleId = `${networkSecurityGroupId}/securityRules/allow-metrics`;

/** The tier's group: the site for everybody, SSH for some. */
export function networkSecurityGroup(): Properties {
  return {
    resourceGroupName: "web",
    networkSecurityGroupName: "web-nsg",
    location: "westeurope",
    securityRules: [inbound("allow-http", 100, "Internet", "80"), inbound("allow-ssh", 110, "203.0.113.0/24", "22")],
  };
}

/** A rule of the group that is a resource of its own. */
export function securityRule(): Properties {
  const { name, ...rule } = inbound("allow-metrics", 120, "VirtualNetwork", "9100");
  return { resourceGroupName: "web", networkSecurityGroupName: "web-nsg", securityRuleName: name, ...rule };
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
