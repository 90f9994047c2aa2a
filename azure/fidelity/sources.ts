/** Pages that several of the behaviours go back to. */

const scaleSets = "https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets";

export const repairsPage = `${scaleSets}-automatic-instance-repairs`;
export const healthExtensionPage = `${scaleSets}-health-extension`;
export const rollingUpgradesPage = `${scaleSets}-configure-rolling-upgrades`;
export const automaticUpgradesPage = `${scaleSets}-automatic-upgrade`;
export const upgradePolicyPage = `${scaleSets}-upgrade-policy`;
export const maxSurgePage = `${scaleSets}-maxsurge`;
export const zoneBalancingPage = `${scaleSets}-zone-balancing`;
export const scaleInPage = `${scaleSets}-scale-in-policy`;
export const terminateNotificationPage = `${scaleSets}-terminate-notification`;
export const instanceProtectionPage = `${scaleSets}-instance-protection`;
export const instanceIdsPage = `${scaleSets}-instance-ids`;
export const customDataPage = "https://learn.microsoft.com/azure/virtual-machines/custom-data";
export const userDataPage = "https://learn.microsoft.com/azure/virtual-machines/user-data";
export const scheduledEventsPage = "https://learn.microsoft.com/azure/virtual-machines/linux/scheduled-events";
export const probesPage = "https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview";
export const manageProbesPage = "https://learn.microsoft.com/azure/load-balancer/manage-probes-how-to";
/** The descriptions of a scale set's properties in Azure's REST API. */
export const scaleSetApi = "https://learn.microsoft.com/rest/api/compute/virtual-machine-scale-sets/create-or-update";
/** The descriptions of a load balancer's properties in Azure's REST API. */
export const loadBalancerApi = "https://learn.microsoft.com/rest/api/load-balancer/load-balancers/create-or-update";

const autoscale = "https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale";

export const autoscaleSettingsPage = `${autoscale}-understanding-settings`;
export const autoscaleBestPracticesPage = `${autoscale}-best-practices`;
export const autoscaleProfilesPage = `${autoscale}-multiprofile`;
export const autoscaleFlappingPage = `${autoscale}-flapping`;
export const autoscaleDiagnosticsPage = `${autoscale}-diagnostics`;
/** The descriptions of an autoscale setting's properties in Azure's REST API. */
export const autoscaleSettingApi = "https://learn.microsoft.com/rest/api/monitor/autoscale-settings/create-or-update";

const extension = "https://github.com/Azure/applicationhealth-extension-linux/blob";

/** The health extension's loop, version 2: rich health states. */
export const richExtensionLoop = `${extension}/v2.0.29/main/cmds.go`;
export const richExtensionProbe = `${extension}/v2.0.29/main/health.go`;
/** The health extension's loop, the last of version 1: binary health states. */
export const binaryExtensionLoop = `${extension}/v1.0.7/main/cmds.go`;
