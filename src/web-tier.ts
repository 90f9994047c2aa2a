import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import type { AlertThresholds } from "./alerts";
import { Autoscale, type AutoscaleArgs } from "./autoscale";
import { firstSshPort, sshPortRange } from "./frontend-ports";
import { LoadBalancer, type LoadBalancerArgs } from "./load-balancer";
import { Monitoring } from "./monitoring";
import { Network, type NetworkArgs } from "./network";
import { peakInstanceCount } from "./rolling-upgrade";
import { ScaleSet, type ScaleSetArgs } from "./scale-set";
import { highestMaximum } from "./schedules";
import { sshCommand, sshPortsCommand } from "./ssh-command";
import type { Tags } from "./tags";

/** What all parts of a tier are given. */
type Common = "resourceGroupName" | "tags";

export interface WebTierArgs {
  /** An existing resource group to deploy into. Undefined: one is created, in the provider's location. */
  readonly resourceGroupName?: string;
  readonly subnet: NetworkArgs["subnet"];
  readonly loadBalancer: Omit<LoadBalancerArgs, Common | "publicIpAddressId" | "sshPorts">;
  readonly scaleSet: Omit<
    ScaleSetArgs,
    Common | "computerNamePrefix" | "subnetId" | "backendAddressPoolId" | "inboundNatPoolId" | "initialInstances"
  >;
  readonly autoscale: Omit<AutoscaleArgs, Common | "scaleSetId" | "notificationEmails">;
  readonly alerts: AlertThresholds;
  /** File of the private key that sshCommand logs in with. Undefined: whichever ssh finds. */
  readonly sshIdentityFile?: string;
  /** E-mail addresses that are told of scale actions and alerts. */
  readonly notificationEmails: readonly string[];
  /** Tags of every resource that can have some. Undefined: none. */
  readonly tags?: Tags;
}

/**
 * A highly available web site on Azure: instances in three zones behind one address, that heal, scale and are upgraded by themselves.
 *
 * The smallest tier takes the values that the settings have by default:
 *
 *     const { name, args } = loadSettings(__dirname);
 *     const tier = new WebTier(name, args);
 *     export const url = tier.url;
 *
 * In a network of one's own, `args.subnet` is `{ existing: true, id }`; in a resource group of one's own, `args.resourceGroupName` names it.
 *
 * Its own name is the first part of all others: `web` gives `web-scale-set`, `web-scale-set-lb` and so on, to which Pulumi adds random
 * characters unless `pulumi:autonaming` says otherwise. With `{mode: verbatim}` the names are exactly these, and Pulumi then deletes what
 * it replaces before it creates the new one, because two resources cannot have one name.
 *
 * Its parts are properties of it, and the resources are properties of its parts: `tier.scaleSet.scaleSet.identity` and so on.
 *
 * It costs what its instances, load balancer, public IP address and alerts cost, and with a NAT gateway that too.
 */
export class WebTier extends pulumi.ComponentResource {
  /** Undefined in an existing resource group. */
  readonly resourceGroup?: resources.ResourceGroup;
  readonly network: Network;
  readonly loadBalancer: LoadBalancer;
  readonly scaleSet: ScaleSet;
  readonly autoscale: Autoscale;
  readonly monitoring: Monitoring;

  /** Address of the site. */
  readonly url: pulumi.Output<string>;
  readonly publicIpAddress: pulumi.Output<string>;
  /** Command that logs in to an instance, from an address that may: at the first port. By the IP address, which needs no name server. */
  readonly sshCommand: pulumi.Output<string>;
  /** Command of Azure's CLI that lists which port leads to which instance. */
  readonly sshPortsCommand: pulumi.Output<string>;
  readonly resourceGroupName: pulumi.Output<string>;
  readonly scaleSetName: pulumi.Output<string>;
  readonly loadBalancerName: pulumi.Output<string>;
  /** Page of the scale set in Azure's portal. */
  readonly portalUrl: pulumi.Output<string>;

  constructor(name: string, args: WebTierArgs, options?: pulumi.ComponentResourceOptions) {
    super("web-tier:index:WebTier", name, {}, options);

    const baseName = `${name}-scale-set`;
    const child = { parent: this };
    const { tags, notificationEmails } = args;
    if (args.resourceGroupName === undefined) {
      this.resourceGroup = new resources.ResourceGroup(`${name}-resource-group`, { tags }, child);
    }
    const resourceGroupName = this.resourceGroup?.name ?? pulumi.output(args.resourceGroupName ?? "");
    const common = { resourceGroupName, tags };
    const { capacity, schedules } = args.autoscale;
    const peakInstances = peakInstanceCount({
      maximum: highestMaximum(capacity, schedules),
      default: capacity.default,
      maxSurge: args.scaleSet.maxSurge,
    });

    this.network = new Network(baseName, { ...common, subnet: args.subnet, domainNameLabelPrefix: name }, child);
    this.loadBalancer = new LoadBalancer(
      baseName,
      { ...args.loadBalancer, ...common, publicIpAddressId: this.network.publicIpAddressId, sshPorts: sshPortRange(peakInstances) },
      child,
    );
    this.scaleSet = new ScaleSet(
      baseName,
      {
        ...args.scaleSet,
        ...common,
        computerNamePrefix: name,
        subnetId: this.network.subnetId,
        backendAddressPoolId: this.loadBalancer.backendAddressPoolId,
        inboundNatPoolId: this.loadBalancer.inboundNatPoolId,
        initialInstances: capacity.default,
      },
      child,
    );
    this.autoscale = new Autoscale(baseName, { ...args.autoscale, ...common, scaleSetId: this.scaleSet.id, notificationEmails }, child);
    this.monitoring = new Monitoring(
      baseName,
      {
        ...common,
        scaleSetId: this.scaleSet.id,
        loadBalancerId: this.loadBalancer.id,
        autoscaleSettingId: this.autoscale.autoscaleSetting.id,
        shortName: name.slice(0, longestShortName),
        notificationEmails,
        thresholds: args.alerts,
      },
      child,
    );

    const { network, scaleSet } = this;
    const { frontendPort } = args.loadBalancer;
    this.url = pulumi.interpolate`http://${network.hostName}${frontendPort === 80 ? "" : `:${frontendPort}`}`;
    this.publicIpAddress = network.ipAddress;
    const { adminUsername } = args.scaleSet;
    const identityFile = args.sshIdentityFile;
    this.sshCommand = network.ipAddress.apply((host) => sshCommand({ adminUsername, host, port: firstSshPort, identityFile }));
    this.sshPortsCommand = pulumi.all([resourceGroupName, scaleSet.scaleSetName]).apply((names) => sshPortsCommand(...names));
    this.resourceGroupName = resourceGroupName;
    this.scaleSetName = scaleSet.scaleSetName;
    this.loadBalancerName = this.loadBalancer.loadBalancerName;
    this.portalUrl = pulumi.interpolate`https://portal.azure.com/#resource${scaleSet.id}/overview`;
    this.registerOutputs({ url: this.url });
  }
}

/** Longest short name of an action group. */
const longestShortName = 12;
