import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { RandomString } from "@pulumi/random";
import { availabilityZones } from "../azure/facts/regions";
import type { Tags } from "./tags";

export interface NetworkArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  /** Where the instances get their addresses. */
  readonly subnet: NewSubnet | ExistingSubnet;
  /** First part of the public DNS name; a hyphen and eight random characters follow. */
  readonly domainNameLabelPrefix: string;
  readonly tags?: Tags;
}

export interface NewSubnet {
  readonly existing: false;
  /** CIDR block of the virtual network. */
  readonly virtualNetworkAddressPrefix: string;
  /** CIDR block of the subnet, inside the virtual network's. */
  readonly addressPrefix: string;
  /** TCP port of the instances that is open to the internet. */
  readonly backendPort: number;
  /** CIDR blocks that may reach port 22 of the instances; with none it stays closed. */
  readonly sshSourceAddressPrefixes: readonly string[];
  /** Whether the instances reach the internet through a NAT gateway of the subnet, and not through the load balancer. */
  readonly natGateway: boolean;
}

export interface ExistingSubnet {
  readonly existing: true;
  readonly id: string;
}

/** The resources of a new subnet. */
export interface OwnSubnet {
  readonly virtualNetwork: network.VirtualNetwork;
  readonly networkSecurityGroup: network.NetworkSecurityGroup;
  readonly subnet: network.Subnet;
  /** Undefined, as its address is, where the instances reach the internet through the load balancer. */
  readonly natGateway?: network.NatGateway;
  readonly natPublicIpAddress?: network.PublicIPAddress;
}

/**
 * What the tier needs of a network: a subnet for the instances, and the public IP address of the site.
 *
 * From the internet a new subnet has no way in or out but those declared here: its security group opens the site's port to everybody and
 * SSH to the given sources, and `defaultOutboundAccess` is off, which Azure allows to choose only when a subnet is created. Machines of the
 * same virtual network, and of those peered with it, reach each other at every port, by a rule that every security group has
 * (AllowVnetInBound, learn.microsoft.com/azure/virtual-network/network-security-groups-overview). The address is static, and in all zones
 * of the region, so that the site outlives the loss of one.
 *
 * A NAT gateway costs by the hour and by the gigabyte, beside its public IP address; it is in no zone in particular, since Azure has
 * no zone-redundant ones of the Standard SKU (learn.microsoft.com/azure/nat-gateway/nat-availability-zones).
 */
export class Network extends pulumi.ComponentResource {
  readonly publicIpAddress: network.PublicIPAddress;
  /** Undefined where the instances are in an existing subnet. */
  readonly ownSubnet?: OwnSubnet;
  readonly subnetId: pulumi.Output<string>;
  readonly publicIpAddressId: pulumi.Output<string>;
  readonly ipAddress: pulumi.Output<string>;
  /** The site's DNS name, or its IP address if it has none. */
  readonly hostName: pulumi.Output<string>;

  constructor(name: string, args: NetworkArgs, options?: pulumi.ComponentResourceOptions) {
    super("web-tier:index:Network", name, {}, options);

    this.publicIpAddress = this.createSiteAddress(name, args);
    this.publicIpAddressId = this.publicIpAddress.id;
    this.ipAddress = this.publicIpAddress.ipAddress.apply((address) => address ?? "");
    this.hostName = pulumi
      .all([this.publicIpAddress.dnsSettings, this.ipAddress])
      .apply(([dnsSettings, ipAddress]) => dnsSettings?.fqdn || ipAddress);
    if (args.subnet.existing) {
      this.subnetId = pulumi.output(args.subnet.id);
    } else {
      this.ownSubnet = this.createSubnet(name, args, args.subnet);
      this.subnetId = this.ownSubnet.subnet.id;
    }

    this.registerOutputs({ subnetId: this.subnetId, publicIpAddressId: this.publicIpAddressId });
  }

  private createSiteAddress(name: string, args: NetworkArgs): network.PublicIPAddress {
    const suffix = new RandomString(
      `${name}-dns-suffix`,
      // An address that is replaced with its resource group is there beside the old one for a while, so it needs another label.
      { length: 8, special: false, upper: false, keepers: { resourceGroupName: args.resourceGroupName } },
      { parent: this },
    );
    return this.createPublicIpAddress(`${name}-ip`, args, pulumi.interpolate`${args.domainNameLabelPrefix}-${suffix.result}`);
  }

  private createPublicIpAddress(
    name: string,
    { resourceGroupName, tags }: NetworkArgs,
    domainNameLabel?: pulumi.Input<string>,
  ): network.PublicIPAddress {
    return new network.PublicIPAddress(
      name,
      {
        resourceGroupName,
        sku: { name: "Standard", tier: "Regional" },
        publicIPAllocationMethod: "Static",
        publicIPAddressVersion: "IPv4",
        zones: [...availabilityZones],
        idleTimeoutInMinutes: 4,
        ...(domainNameLabel && { dnsSettings: { domainNameLabel } }),
        tags,
      },
      { parent: this, replaceOnChanges: ["zones", "publicIPAllocationMethod"] },
    );
  }

  private createSubnet(name: string, args: NetworkArgs, newSubnet: NewSubnet): OwnSubnet {
    const { resourceGroupName, tags } = args;
    const virtualNetwork = new network.VirtualNetwork(
      `${name}-vnet`,
      { resourceGroupName, addressSpace: { addressPrefixes: [newSubnet.virtualNetworkAddressPrefix] }, tags },
      // Subnets are resources of their own; the network's copy of them must not look like a change.
      { parent: this, ignoreChanges: ["subnets"] },
    );
    const networkSecurityGroup = new network.NetworkSecurityGroup(
      `${name}-nsg`,
      { resourceGroupName, securityRules: securityRules(newSubnet), tags },
      { parent: this },
    );
    const nat = newSubnet.natGateway ? this.createNatGateway(name, args) : undefined;
    const subnet = new network.Subnet(
      `${name}-subnet`,
      {
        resourceGroupName,
        virtualNetworkName: virtualNetwork.name,
        addressPrefix: newSubnet.addressPrefix,
        defaultOutboundAccess: false,
        networkSecurityGroup: { id: networkSecurityGroup.id },
        ...(nat && { natGateway: { id: nat.natGateway.id } }),
      },
      { parent: this, replaceOnChanges: ["defaultOutboundAccess"] },
    );
    return { virtualNetwork, networkSecurityGroup, subnet, ...nat };
  }

  private createNatGateway(name: string, args: NetworkArgs) {
    const { resourceGroupName, tags } = args;
    const natPublicIpAddress = this.createPublicIpAddress(`${name}-nat-ip`, args);
    const natGateway = new network.NatGateway(
      `${name}-nat`,
      { resourceGroupName, sku: { name: "Standard" }, publicIpAddresses: [{ id: natPublicIpAddress.id }], idleTimeoutInMinutes: 4, tags },
      { parent: this },
    );
    return { natGateway, natPublicIpAddress };
  }
}

/**
 * The load balancer changes only the frontend's port, so the rules name the ports of the instances. Its probes come in by a rule that
 * every security group has (AllowAzureLoadBalancerInBound).
 */
function securityRules({ backendPort, sshSourceAddressPrefixes }: NewSubnet) {
  const inbound = {
    direction: "Inbound",
    access: "Allow",
    protocol: "Tcp",
    sourcePortRange: "*",
    destinationAddressPrefix: "*",
  } as const;
  const site = {
    ...inbound,
    name: "allow-site",
    priority: 100,
    sourceAddressPrefix: "Internet",
    destinationPortRange: `${backendPort}`,
  };
  const ssh = {
    ...inbound,
    name: "allow-ssh",
    priority: 110,
    sourceAddressPrefixes: [...sshSourceAddressPrefixes],
    destinationPortRange: "22",
  };
  return sshSourceAddressPrefixes.length > 0 ? [site, ssh] : [site];
}
