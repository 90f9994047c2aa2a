import type { View } from "../../../properties/view";
import { is, nameInId, sameText, textOr } from "../../../rules/lookups";
import { placesOf } from "../../../rules/references";
import type { RegionView } from "../../../rules/region-view";
import type { Finding, Rule } from "../../../rules/rule";
import { subnetAt } from "./subnet-at";

const configurations = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[*].ipConfigurations[*]";

const notTogether = {
  code: "SubnetWithNatGatewayAndBasicSkuResourceNotAllowed",
  grade: "observed",
  source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/18570",
  severity: "error",
} as const;

/** Something of the SKU Basic that is in a subnet, and where it says so. */
interface Basic {
  readonly subnet: string | undefined;
  readonly sku: View;
}

/** For scale sets, whose instances can have addresses of their own. */
export const noBasicAddressesBesideNat: Rule = {
  ...notTogether,
  id: "R139",
  title: "Instances in a subnet with a NAT gateway have no Basic addresses",
  allowed: "Standard",
  *check(scaleSet, region) {
    yield* besideNat(basicAddresses(scaleSet), region);
  },
};

/** For load balancers. */
export const noBasicFrontendBesideNat: Rule = {
  ...notTogether,
  id: "R139-frontend",
  title: "A load balancer with a frontend in a subnet with a NAT gateway is not Basic",
  allowed: "Standard",
  *check(loadBalancer, region) {
    yield* besideNat(basicFrontends(loadBalancer), region).slice(0, 1);
  },
};

/** For subnets. */
export const noNatBesideBasic: Rule = {
  ...notTogether,
  id: "R139-subnet",
  title: "A subnet with Basic addresses or a Basic load balancer has no NAT gateway",
  allowed: "no NAT gateway, or Standard addresses and load balancers",
  *check(subnet, region) {
    const users = (type: string, basic: (resource: View) => Basic[]) =>
      region.all(type).filter(({ properties }) => basic(properties).some((one) => sameText(one.subnet, region.self)));
    const [user] = subnet.has("natGateway.id")
      ? [
          ...users("azure-native:compute:VirtualMachineScaleSet", basicAddresses),
          ...users("azure-native:network:LoadBalancer", basicFrontends),
        ]
      : [];
    if (user) {
      yield { at: subnet.at("natGateway"), because: `${nameInId(user.id)} there is Basic or has Basic addresses` };
    }
  },
};

function besideNat(basic: readonly Basic[], region: RegionView): Finding[] {
  return basic.flatMap(({ subnet = "", sku }) =>
    subnetAt(subnet, region)?.has("natGateway.id") ? [{ at: sku, because: `the subnet ${nameInId(subnet)} has a NAT gateway` }] : [],
  );
}

function basicAddresses(scaleSet: View): Basic[] {
  return placesOf(scaleSet, [configurations])
    .map((configuration) => ({ subnet: configuration.text("subnet.id"), sku: configuration.at("publicIPAddressConfiguration.sku.name") }))
    .filter(({ sku }) => is(sku, "Basic"));
}

/** Basic is what ARM takes where nothing is said. */
function basicFrontends(loadBalancer: View): Basic[] {
  const sku = loadBalancer.at("sku.name");
  const frontends = sameText(textOr(sku, "Basic"), "Basic") ? loadBalancer.list("frontendIPConfigurations") : [];
  return frontends.map((frontend) => ({ subnet: frontend.text("subnet.id"), sku }));
}
