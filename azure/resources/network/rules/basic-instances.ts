import type { View } from "../../../properties/view";
import { is, nameInId, sameText } from "../../../rules/lookups";
import { placesOf } from "../../../rules/references";
import type { Rule } from "../../../rules/rule";
import { subnetAt } from "./subnet-at";

const configurations = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[*].ipConfigurations[*]";

const notTogether = {
  code: "SubnetWithNatGatewayAndBasicSkuResourceNotAllowed",
  grade: "observed",
  source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/18570",
  severity: "error",
} as const;

/** For scale sets, whose instances can have addresses of their own. */
export const noBasicAddressesBesideNat: Rule = {
  ...notTogether,
  id: "R139",
  title: "Instances in a subnet with a NAT gateway have no Basic addresses",
  allowed: "Standard",
  *check(scaleSet, region) {
    for (const { subnet, sku } of basicAddresses(scaleSet)) {
      const declared = subnet === undefined ? undefined : subnetAt(subnet, region);
      if (declared?.has("natGateway.id")) {
        yield { at: sku, because: `the subnet ${nameInId(subnet ?? "")} has a NAT gateway` };
      }
    }
  },
};

/** For subnets. */
export const noNatBesideBasicAddresses: Rule = {
  ...notTogether,
  id: "R139-subnet",
  title: "A subnet of instances with Basic addresses has no NAT gateway",
  allowed: "no NAT gateway, or instances with Standard addresses",
  *check(subnet, region) {
    const sets = subnet.has("natGateway.id") ? region.all("azure-native:compute:VirtualMachineScaleSet") : [];
    const user = sets.find(({ properties }) => basicAddresses(properties).some((address) => sameText(address.subnet, region.self)));
    if (user) {
      yield { at: subnet.at("natGateway"), because: `the instances of ${nameInId(user.id)} have Basic addresses` };
    }
  },
};

function basicAddresses(scaleSet: View): { subnet: string | undefined; sku: View }[] {
  return placesOf(scaleSet, [configurations])
    .map((configuration) => ({ subnet: configuration.text("subnet.id"), sku: configuration.at("publicIPAddressConfiguration.sku.name") }))
    .filter(({ sku }) => is(sku, "Basic"));
}
