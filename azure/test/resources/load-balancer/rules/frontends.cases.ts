import { UNKNOWN } from "../../../../properties/value";
import { add, edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import type { RuleCases } from "../../../rules/cases";
import { gateway, internal, outboundFromPrefix, secondFrontend, withoutOutbound } from "./edits";
import { publicIpAddress, publicIpAddressId } from "../../../rules/valid/public-ip-address";
import { publicIpPrefixId, standingPrefix } from "../../../rules/valid/public-ip-prefix";

const nat = "inboundNatRules[0]";
const frontend = "frontendIPConfigurations[0]";
const rulesFrontend = "loadBalancingRules[0].frontendIPConfiguration";
const prefixFrontend = { id: "$self/frontendIPConfigurations/prefix" };

function addressWith(sku: { name: string } | null) {
  return [regionResource("azure-native:network:PublicIPAddress", publicIpAddressId, { ...publicIpAddress(), sku })];
}

const sixId = armId("Microsoft.Network/publicIPAddresses", "six");

function addressOf(version: string, id = publicIpAddressId) {
  return regionResource("azure-native:network:PublicIPAddress", id, { ...publicIpAddress(), publicIPAddressVersion: version });
}

/** The load balancer's SKU, its name and its frontends. */
export const frontendCases: RuleCases[] = [
  {
    rule: "R99",
    refused: [
      { name: "a name of 81 characters", change: set("loadBalancerName", "a".repeat(81)), at: "loadBalancerName" },
      { name: "a NAT rule's name that begins with a hyphen", change: set(`${nat}.name`, "-ssh"), at: `${nat}.name` },
      { name: "a probe's name with a space", change: add("probes", { name: "is ready", protocol: "Tcp", port: 80 }), at: "probes[1].name" },
    ],
    accepted: [
      { name: "a name of 80 characters", change: set("loadBalancerName", "a".repeat(80)) },
      { name: "a name within underscores", change: set(`${nat}.name`, "_ssh_") },
    ],
  },
  {
    rule: "R1",
    refused: [
      { name: "a Basic address behind a Standard frontend", change: nothing, others: addressWith({ name: "Basic" }), at: "sku.name" },
      { name: "an address without a SKU, which is a Basic one", change: nothing, others: addressWith(null), at: "sku.name" },
      { name: "a Standard address behind a load balancer without a SKU", change: remove("sku"), at: "sku.name" },
    ],
    accepted: [
      { name: "the same SKU in other letters", change: set("sku.name", "STANDARD") },
      {
        name: "an address that is not known yet",
        change: unknown(`${frontend}.publicIPAddress.id`),
        others: addressWith({ name: "Basic" }),
      },
    ],
  },
  {
    rule: "R6",
    refused: [{ name: "a frontend without any address", change: remove(`${frontend}.publicIPAddress`), at: frontend }],
    accepted: [
      {
        name: "a frontend with a subnet",
        change: internal,
      },
    ],
  },
  {
    rule: "R150",
    refused: [
      { name: "a frontend with an address and a subnet", change: unknown(`${frontend}.subnet.id`), at: frontend },
      {
        name: "a frontend with an address and a prefix",
        change: set(`${frontend}.publicIPPrefix.id`, publicIpPrefixId),
        at: frontend,
      },
    ],
    accepted: [{ name: "an address beside a subnet that is null", change: set(`${frontend}.subnet`, null) }],
  },
  {
    rule: "R263",
    refused: [
      {
        name: "an internal frontend beside a public one",
        change: add("frontendIPConfigurations", { name: "inner", subnet: { id: UNKNOWN } }),
        at: "frontendIPConfigurations[1]",
      },
    ],
    accepted: [
      { name: "two public ones", change: secondFrontend },
      { name: "a frontend that is not known yet", change: edits(internal, add("frontendIPConfigurations", UNKNOWN)) },
    ],
  },
  {
    rule: "R495",
    refused: [
      { name: "a load balancing rule", change: edits(outboundFromPrefix, set(rulesFrontend, prefixFrontend)), at: rulesFrontend },
      {
        name: "an inbound NAT rule",
        change: edits(outboundFromPrefix, set(`${nat}.frontendIPConfiguration`, prefixFrontend)),
        at: `${nat}.frontendIPConfiguration`,
      },
    ],
    accepted: [{ name: "an outbound rule", change: outboundFromPrefix }],
  },
  {
    rule: "R151",
    refused: [
      {
        name: "a prefix of version 6 beside an address of version 6",
        change: outboundFromPrefix,
        others: [addressOf("IPv6"), standingPrefix({ publicIPAddressVersion: "IPv6", prefixLength: 126 })],
        at: "frontendIPConfigurations",
      },
      { name: "a frontend of version 6 alone", change: nothing, others: [addressOf("IPv6")], at: "frontendIPConfigurations" },
      {
        name: "an internal frontend of version 6 alone",
        change: edits(internal, set(`${frontend}.privateIPAddressVersion`, "IPv6")),
        at: "frontendIPConfigurations",
      },
    ],
    accepted: [
      {
        name: "a frontend of version 6 beside one of version 4",
        change: add("frontendIPConfigurations", { name: "six", publicIPAddress: { id: sixId } }),
        others: [addressOf("IPv6", sixId)],
      },
      {
        name: "a frontend of version 6 beside a prefix of version 4",
        change: outboundFromPrefix,
        others: [addressOf("IPv6")],
      },
    ],
  },
  {
    rule: "R7",
    refused: [{ name: "zones on a public frontend", change: set(`${frontend}.zones`, ["1"]), at: `${frontend}.zones` }],
    accepted: [
      {
        name: "zones on an internal frontend",
        change: edits(internal, set(`${frontend}.zones`, ["1"])),
      },
      { name: "an empty list of zones", change: set(`${frontend}.zones`, []) },
    ],
  },
  {
    rule: "R268",
    refused: [
      {
        name: "zones of a Basic load balancer",
        change: edits(internal, set("sku.name", "Basic"), set(`${frontend}.zones`, ["1"])),
        at: `${frontend}.zones`,
      },
    ],
    accepted: [{ name: "a Basic load balancer without zones", change: edits(internal, set("sku.name", "Basic")) }],
  },
  {
    rule: "R8",
    refused: [
      {
        name: "a pool without a frontend",
        change: edits(remove("frontendIPConfigurations"), remove("loadBalancingRules"), remove("inboundNatRules"), withoutOutbound),
        at: "frontendIPConfigurations",
      },
    ],
    accepted: [
      {
        name: "nothing at all",
        change: edits(
          remove("frontendIPConfigurations"),
          remove("loadBalancingRules"),
          remove("inboundNatRules"),
          withoutOutbound,
          remove("probes"),
          set("backendAddressPools", []),
        ),
      },
      { name: "frontends that are not known yet", change: unknown("frontendIPConfigurations") },
    ],
  },
  {
    rule: "T-retired-basic-load-balancer",
    refused: [
      { name: "the SKU Basic", change: set("sku.name", "Basic"), others: addressWith({ name: "Basic" }), at: "sku.name" },
      { name: "no SKU, which means Basic", change: remove("sku"), others: addressWith(null), at: "sku.name" },
    ],
    accepted: [{ name: "the SKU Gateway", change: gateway }],
  },
];
