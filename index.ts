import { loadSettings } from "./src/settings/load";
import { WebTier } from "./src/web-tier";

const { name, args } = loadSettings(__dirname);
const tier = new WebTier(name, args);

/** Address of the site. */
export const url = tier.url;
export const publicIpAddress = tier.publicIpAddress;
/** Logs in to an instance. Open to the addresses in sshSourceAddressPrefixes. */
export const sshCommand = tier.sshCommand;
/** Lists the instances on Azure with the ports that lead to them. */
export const sshPortsCommand = tier.sshPortsCommand;
export const resourceGroupName = tier.resourceGroupName;
export const scaleSetName = tier.scaleSetName;
export const loadBalancerName = tier.loadBalancerName;
/** Page of the scale set in Azure's portal. */
export const portalUrl = tier.portalUrl;
