import type { Properties } from "../../../../properties/value";
import { add, edits, nothing, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { loadBalancerId, networkId } from "../../../rules/valid/scale-set";

const interfaces = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations";
const nic = `${interfaces}[0]`;
const ips = `${nic}.ipConfigurations`;
const subnet = { id: `${networkId}/subnets/other` };

function networkInterface(name: string, properties: Properties = {}): Properties {
  return { name, ipConfigurations: [{ name, subnet }], ...properties };
}

/** A second IP configuration, of IPv6. */
function ipv6(properties: Properties = {}): Properties {
  return { name: "six", privateIPAddressVersion: "IPv6", subnet, ...properties };
}

const pool = (name: string) => ({ loadBalancerBackendAddressPools: [{ id: `${loadBalancerId}/backendAddressPools/${name}` }] });
const ownAddress = `${ips}[0].publicIPAddressConfiguration`;

export const networkInterfaceCases: RuleCases[] = [
  {
    rule: "R99",
    refused: [
      { name: "an interface's name with a space", change: set(`${nic}.name`, "first one"), at: `${nic}.name` },
      { name: "an IP configuration's name of two lines", change: set(`${ips}[0].name`, "first\none"), at: `${ips}[0].name` },
      {
        name: "an address's name that ends with a hyphen",
        change: set(ownAddress, { name: "address-", sku: { name: "Standard" } }),
        at: `${ownAddress}.name`,
      },
    ],
    accepted: [
      { name: "an interface's name of 80 characters", change: set(`${nic}.name`, "a".repeat(80)) },
      { name: "an IP configuration's name with all that is allowed", change: set(`${ips}[0].name`, "1.first-one_") },
    ],
  },
  {
    rule: "R213",
    refused: [
      {
        name: "two primary interfaces",
        change: add(interfaces, networkInterface("second", { primary: true })),
        at: `${interfaces}[1].primary`,
      },
      {
        name: "two interfaces of which none is primary",
        change: edits(remove(`${nic}.primary`), add(interfaces, networkInterface("second"))),
        at: interfaces,
      },
    ],
    accepted: [
      { name: "one interface that does not say so", change: remove(`${nic}.primary`) },
      { name: "a second interface beside the primary one", change: add(interfaces, networkInterface("second")) },
      { name: "one of which it is not known yet", change: edits(unknown(`${nic}.primary`), add(interfaces, networkInterface("second"))) },
    ],
  },
  {
    rule: "R214",
    refused: [
      { name: "two primary configurations", change: add(ips, { name: "second", primary: true, subnet }), at: `${ips}[1].primary` },
      {
        name: "two configurations of which none is primary",
        change: edits(remove(`${ips}[0].primary`), add(ips, { name: "second", subnet })),
        at: ips,
      },
    ],
    accepted: [
      { name: "a second configuration", change: add(ips, { name: "second", subnet }) },
      { name: "one for each version of IP, and none primary", change: edits(remove(`${ips}[0].primary`), add(ips, ipv6())) },
    ],
  },
  {
    rule: "R215",
    refused: [
      { name: "IPv6 alone", change: set(`${ips}[0].privateIPAddressVersion`, "IPv6"), at: `${ips}[0].privateIPAddressVersion` },
      {
        name: "a primary configuration of IPv6",
        change: edits(set(`${ips}[0].primary`, false), add(ips, ipv6({ primary: true }))),
        at: `${ips}[1].privateIPAddressVersion`,
      },
    ],
    accepted: [
      { name: "IPv6 beside IPv4", change: add(ips, ipv6()) },
      { name: "a version that is not known yet", change: unknown(`${ips}[0].privateIPAddressVersion`) },
    ],
  },
  {
    rule: "R216",
    refused: [
      {
        name: "IPv4 and IPv6 in one pool",
        change: add(ips, ipv6(pool("INSTANCES"))),
        at: `${ips}[1].loadBalancerBackendAddressPools[0].id`,
      },
    ],
    accepted: [
      { name: "IPv6 in a pool of its own", change: add(ips, ipv6(pool("others"))) },
      { name: "two configurations of IPv4 in one pool", change: add(ips, { name: "second", subnet, ...pool("instances") }) },
    ],
  },
  {
    rule: "R217",
    refused: [
      { name: "two interfaces of one name", change: add(interfaces, networkInterface("PRIMARY")), at: `${interfaces}[1].name` },
      { name: "two configurations of one name", change: add(ips, { name: "primary", subnet }), at: `${ips}[1].name` },
    ],
    accepted: [
      {
        name: "a configuration of another interface with the same name",
        change: add(interfaces, { name: "second", ipConfigurations: [{ name: "primary", subnet }] }),
      },
    ],
  },
  {
    rule: "R218",
    refused: [{ name: "no IP configuration", change: set(ips, []), at: ips }],
    accepted: [{ name: "one IP configuration", change: nothing }],
  },
  {
    rule: "R224",
    refused: [
      {
        name: "3 minutes",
        change: set(ownAddress, { name: "own", sku: { name: "Standard" }, idleTimeoutInMinutes: 3 }),
        at: `${ownAddress}.idleTimeoutInMinutes`,
      },
      {
        name: "33 minutes",
        change: set(ownAddress, { name: "own", sku: { name: "Standard" }, idleTimeoutInMinutes: 33 }),
        at: `${ownAddress}.idleTimeoutInMinutes`,
      },
    ],
    accepted: [{ name: "32 minutes", change: set(ownAddress, { name: "own", sku: { name: "Standard" }, idleTimeoutInMinutes: 32 }) }],
  },
  {
    rule: "R225",
    refused: [
      {
        name: "an IPv6 address for IPv4",
        change: set(ownAddress, { name: "own", sku: { name: "Standard" }, publicIPAddressVersion: "IPv6" }),
        at: `${ownAddress}.publicIPAddressVersion`,
      },
    ],
    accepted: [
      {
        name: "an IPv6 address for IPv6",
        change: add(
          ips,
          ipv6({ publicIPAddressConfiguration: { name: "own", sku: { name: "Standard" }, publicIPAddressVersion: "IPv6" } }),
        ),
      },
    ],
  },
  {
    rule: "R314",
    refused: ["Web", "web_tier", "1web", "web-"].map((domainNameLabel) => ({
      name: domainNameLabel,
      change: set(ownAddress, { name: "own", sku: { name: "Standard" }, dnsSettings: { domainNameLabel } }),
      at: `${ownAddress}.dnsSettings.domainNameLabel`,
    })),
    accepted: [
      {
        name: "a host name",
        change: set(ownAddress, { name: "own", sku: { name: "Standard" }, dnsSettings: { domainNameLabel: "web-tier" } }),
      },
    ],
  },
  {
    rule: "R315",
    refused: [
      { name: "a mode without a SKU", change: set(`${nic}.auxiliaryMode`, "AcceleratedConnections"), at: `${nic}.auxiliarySku` },
      { name: "a SKU without a mode", change: set(`${nic}.auxiliarySku`, "A1"), at: `${nic}.auxiliaryMode` },
    ],
    accepted: [
      { name: "both", change: edits(set(`${nic}.auxiliaryMode`, "AcceleratedConnections"), set(`${nic}.auxiliarySku`, "A2")) },
      { name: "none of the mode", change: set(`${nic}.auxiliaryMode`, "None") },
    ],
  },
];
