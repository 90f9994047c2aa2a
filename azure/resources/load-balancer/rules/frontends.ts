import { frontendOf, isInternal, isPublic, versionOf } from "./frontend-model";
import { skuOf } from "./model";
import type { Rule } from "../../../rules/rule";
import { isEmpty, sameText, textOr } from "../../../rules/lookups";

const deploymentErrors = "https://learn.microsoft.com/azure/load-balancer/load-balancer-common-deployment-errors";

const children = ["backendAddressPools", "loadBalancingRules", "probes", "inboundNatPools", "inboundNatRules", "outboundRules"];

/** What Azure refuses of a load balancer's SKU and of its frontends. */
export const frontendRules: Rule[] = [
  {
    id: "R1",
    title: "A load balancer and its public IP addresses are of one SKU",
    code: "PublicIPAndLBSkuDoNotMatch",
    grade: "observed",
    source: "https://github.com/Azure/terraform-azurerm-loadbalancer/issues/32",
    severity: "error",
    allowed: "the SKU of the public IP address",
    because: "a load balancer without a SKU is a Basic one",
    *check(loadBalancer, region) {
      const sku = skuOf(loadBalancer);
      for (const frontend of loadBalancer.list("frontendIPConfigurations")) {
        const address = region.find(frontend.text("publicIPAddress.id") ?? "");
        const addressSku = address && textOr(address.properties.at("sku.name"), "Basic");
        if (sku !== undefined && addressSku !== undefined && !sameText(sku, addressSku)) {
          yield { at: loadBalancer.at("sku.name"), allowed: `${addressSku}, the SKU of the public IP address` };
          return;
        }
      }
    },
  },
  {
    id: "R6",
    title: "A frontend has a subnet, a public IP address or a public IP prefix",
    code: "FrontendIPConfigurationHasNoSubnetOrPublicIPAddressOrPublicIPPrefix",
    grade: "observed",
    source: "https://github.com/ernestio/ernest/issues/480",
    severity: "error",
    allowed: "an object with one of publicIPAddress, publicIPPrefix or subnet",
    *check(loadBalancer) {
      for (const frontend of loadBalancer.list("frontendIPConfigurations")) {
        const addresses = ["subnet", "publicIPAddress", "publicIPPrefix"].map((name) => frontend.at(name));
        if (!frontend.unknown && addresses.every((address) => address.absent)) {
          yield frontend;
        }
      }
    },
  },
  {
    id: "R150",
    title: "A frontend has either a subnet or a public address",
    code: "FrontendIPConfigHasBothSubnetAndPublicIP",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/1622",
    severity: "error",
    allowed: "one of publicIPAddress, publicIPPrefix and subnet",
    *check(loadBalancer) {
      for (const frontend of loadBalancer.list("frontendIPConfigurations")) {
        const sources = ["subnet", "publicIPAddress", "publicIPPrefix"].filter((name) => frontend.has(name));
        if (!frontend.unknown && sources.length > 1) {
          yield { at: frontend, because: `it has ${sources.join(" and ")}` };
        }
      }
    },
  },
  {
    id: "R263",
    title: "The frontends of a load balancer are all public or all internal",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/cloudfoundry/bosh-azure-cpi-release/issues/111",
    severity: "error",
    allowed: "a load balancer of its own for each kind",
    *check(loadBalancer) {
      const frontends = loadBalancer.list("frontendIPConfigurations");
      yield* frontends.filter((frontend) => isInternal(frontend) && frontends.some(isPublic)).slice(0, 1);
    },
  },
  {
    id: "R495",
    title: "A frontend with a public IP prefix serves outbound rules alone",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-address-prefix",
    severity: "error",
    allowed: "a frontend with one public IP address, which may be from the prefix",
    because: "flows go out from all addresses of a prefix, and come in to none",
    *check(loadBalancer) {
      const inbound = ["loadBalancingRules", "inboundNatRules", "inboundNatPools"].flatMap((list) => loadBalancer.list(list));
      yield* inbound
        .map((part) => part.at("frontendIPConfiguration"))
        .filter((reference) => {
          const frontend = frontendOf(loadBalancer, reference);
          return frontend && isPublic(frontend) && !frontend.has("publicIPAddress");
        });
    },
  },
  {
    id: "R151",
    title: "A load balancer with a frontend of IP version 6 has one of version 4 too",
    code: "AtleastOneIpV4RequiredForIpV6LbFrontendIpConfiguration",
    grade: "observed",
    source: "https://github.com/kubernetes-sigs/cloud-provider-azure/issues/1831",
    severity: "error",
    allowed: "at least one frontend of IP version 4",
    *check(loadBalancer, region) {
      const versions = loadBalancer.list("frontendIPConfigurations").map((frontend) => versionOf(frontend, region));
      if (versions.length > 0 && versions.every((version) => sameText(version, "IPv6"))) {
        yield loadBalancer.at("frontendIPConfigurations");
      }
    },
  },
  {
    id: "R7",
    title: "A frontend with a public address takes its zones from that address",
    code: "LoadBalancerFrontendIPConfigCannotHaveZoneWhenReferencingPublicIPAddress",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/1967",
    severity: "error",
    allowed: "zones only on a frontend with a subnet",
    because: "the zones of a public frontend are those of its public IP address",
    *check(loadBalancer) {
      for (const frontend of loadBalancer.list("frontendIPConfigurations")) {
        const isPublic = frontend.has("publicIPAddress") || frontend.has("publicIPPrefix");
        if (isPublic && frontend.list("zones").length > 0) {
          yield frontend.at("zones");
        }
      }
    },
  },
  {
    id: "R268",
    title: "The frontends of a Basic load balancer have no zones",
    code: "ZonesNotAllowedInBasicSkuResource",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/Azure/bicep-registry-modules/issues/5748",
    severity: "error",
    allowed: "no zones, or the SKU Standard",
    *check(loadBalancer) {
      const frontends = sameText(skuOf(loadBalancer), "Basic") ? loadBalancer.list("frontendIPConfigurations") : [];
      yield* frontends
        .filter((frontend) => isInternal(frontend) && frontend.list("zones").length > 0)
        .map((frontend) => frontend.at("zones"));
    },
  },
  {
    id: "R8",
    title: "A load balancer without a frontend has nothing else",
    code: "LoadBalancerWithoutFrontendIPCantHaveChildResources",
    grade: "documented",
    source: deploymentErrors,
    severity: "error",
    allowed: "at least one frontend beside pools, probes and rules",
    *check(loadBalancer) {
      const frontends = loadBalancer.at("frontendIPConfigurations");
      if (isEmpty(frontends) && children.some((list) => loadBalancer.list(list).length > 0)) {
        yield frontends;
      }
    },
  },
  {
    id: "T-retired-basic-load-balancer",
    title: "The Basic load balancer was retired on 30 September 2025",
    code: "Warning",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/load-balancer/load-balancer-basic-upgrade-guidance",
    severity: "warning",
    allowed: "Standard",
    because: "Basic, which is also the default, was retired on 30 September 2025",
    *check(loadBalancer) {
      if (sameText(skuOf(loadBalancer), "Basic")) {
        yield loadBalancer.at("sku.name");
      }
    },
  },
];
