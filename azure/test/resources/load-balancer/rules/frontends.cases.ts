import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { regionResource } from "../../../rules/fake-region";
import type { RuleCases } from "../../../rules/cases";
import { withoutOutbound } from "./edits";
import { publicIpAddress, publicIpAddressId } from "../../../rules/valid/public-ip-address";

const nat = "inboundNatRules[0]";
const frontend = "frontendIPConfigurations[0]";

function addressWith(sku: { name: string } | null) {
  return [regionResource("azure-native:network:PublicIPAddress", publicIpAddressId, { ...publicIpAddress(), sku })];
}

/** The load balancer's SKU, its name and its frontends. */
export const frontendCases: RuleCases[] = [
  {
    rule: "R99",
    refused: [
      { name: "a name of 81 characters", change: set("loadBalancerName", "a".repeat(81)), at: "loadBalancerName" },
      { name: "a NAT rule's name that begins with an underscore", change: set(`${nat}.name`, "_ssh"), at: `${nat}.name` },
    ],
    accepted: [
      { name: "a name of 80 characters", change: set("loadBalancerName", "a".repeat(80)) },
      { name: "a name that ends with an underscore", change: set(`${nat}.name`, "ssh_") },
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
        change: edits(remove(`${frontend}.publicIPAddress`), unknown(`${frontend}.subnet.id`)),
      },
    ],
  },
  {
    rule: "R7",
    refused: [{ name: "zones on a public frontend", change: set(`${frontend}.zones`, ["1"]), at: `${frontend}.zones` }],
    accepted: [
      {
        name: "zones on an internal frontend",
        change: edits(remove(`${frontend}.publicIPAddress`), unknown(`${frontend}.subnet.id`), set(`${frontend}.zones`, ["1"])),
      },
      { name: "an empty list of zones", change: set(`${frontend}.zones`, []) },
    ],
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
    accepted: [{ name: "the SKU Gateway", change: set("sku.name", "Gateway"), others: addressWith({ name: "Gateway" }) }],
  },
];
