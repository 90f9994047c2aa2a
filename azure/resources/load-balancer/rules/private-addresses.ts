import { parseCidr, usableRange } from "../../../facts/cidr";
import type { View } from "../../../properties/view";
import { is, repeated, sameId } from "../../../rules/lookups";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";
import { reservedSubnetRules } from "../../network/rules/reserved-subnets";
import { subnetAt } from "../../network/rules/subnet-at";
import { askedAddresses, isInternal, subnetOf } from "./frontend-model";

const deploymentErrors = "https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors";

/** What Azure refuses of the private addresses that internal frontends ask for. */
export const privateAddressRules: Rule[] = [
  {
    id: "R153",
    title: "The private IP address of a frontend is an IP address",
    code: "InvalidPrivateIPAddressFormat",
    grade: "observed",
    source: "https://github.com/Azure/azure-xplat-cli/tree/dev/test/recordings/arm-network-nic-tests-generated",
    severity: "error",
    allowed: "an IP address, such as 10.0.1.10",
    *check(loadBalancer) {
      yield* internalFrontends(loadBalancer)
        .map((frontend) => frontend.at("privateIPAddress"))
        .filter((place) => !isAddress(place.text() || "::"));
    },
  },
  {
    id: "R154",
    title: "The private IP address of a frontend lies in its subnet",
    code: "PrivateIPAddressNotInSubnet",
    grade: "documented",
    source: deploymentErrors,
    severity: "error",
    allowed: "an address of the subnet",
    *check(loadBalancer, region) {
      for (const { at, address, frontend } of askedAddresses(loadBalancer)) {
        const blocks = subnetOf(frontend, region);
        if (blocks.length > 0 && !blocks.some(({ first, last }) => address >= first && address <= last)) {
          yield at;
        }
      }
    },
  },
  {
    id: "R155",
    title: "A frontend has none of the addresses that Azure keeps of each subnet, the first four and the last",
    code: "PrivateIPAddressInReservedRange",
    grade: "documented",
    source: deploymentErrors,
    severity: "error",
    allowed: "an address from the fifth to the last but one of the subnet",
    *check(loadBalancer, region) {
      for (const { at, address, frontend } of askedAddresses(loadBalancer)) {
        const block = subnetOf(frontend, region).find(({ first, last }) => address >= first && address <= last);
        const usable = block && usableRange(block);
        if (usable && (address < usable.first || address > usable.last)) {
          yield at;
        }
      }
    },
  },
  {
    id: "R156",
    title: "Frontends in one subnet ask for different private IP addresses",
    code: "MultipleIpConfigsRequestSamePrivateIpAddress",
    grade: "observed",
    source: "https://github.com/Azure/sap-hana/issues/552",
    severity: "error",
    allowed: "an address that no other frontend asks for",
    *check(loadBalancer) {
      const asked = askedAddresses(loadBalancer);
      const keys = new Map(asked.map(({ at, address, frontend }) => [at, placeInNetwork(address, frontend)]));
      yield* repeated([...keys.keys()], (at) => keys.get(at));
    },
  },
  {
    id: "R157",
    title: "A frontend asks for a private IP address that no other load balancer has",
    code: "PrivateIPAddressIsAllocated",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/SupportArticles-docs/tree/main/support/azure/virtual-machines",
    severity: "error",
    allowed: "an address that is free",
    *check(loadBalancer, region) {
      if (region.self === undefined) {
        return;
      }
      const others = region
        .all("azure-native:network:LoadBalancer")
        .flatMap(({ id, properties }) =>
          askedAddresses(properties).map(({ address, frontend }) => ({ id, key: placeInNetwork(address, frontend) })),
        );
      for (const { at, address, frontend } of askedAddresses(loadBalancer)) {
        const key = placeInNetwork(address, frontend);
        const owner = others.find((other) => key !== undefined && other.key === key && !sameId(other.id, region.self ?? ""));
        if (owner) {
          yield { at, because: `${owner.id} has it already` };
        }
      }
    },
  },
  {
    id: "R264",
    title: "A frontend is in no subnet that is delegated to a service",
    code: "SubscriptionNotRegisteredForFeature",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/80413",
    severity: "error",
    allowed: "a subnet without delegations",
    because: "that takes the feature Microsoft.Network/AllowILBUseDelegatedSubnet",
    *check(loadBalancer, region) {
      yield* subnetsOfFrontends(loadBalancer, region)
        .filter(({ subnet }) => subnet.list("delegations").length > 0)
        .map(({ at }) => at);
    },
  },
  ...reservedSubnetRules((loadBalancer) => internalFrontends(loadBalancer).map((frontend) => frontend.at("subnet.id"))),
  {
    id: "R265",
    title: "A frontend of IP version 6 is in a subnet that has a prefix of version 6",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-network/ip-services/ipv6-overview",
    severity: "error",
    allowed: "a subnet with a prefix of IPv6",
    *check(loadBalancer, region) {
      for (const { at, frontend, subnet } of subnetsOfFrontends(loadBalancer, region)) {
        const prefixes = [subnet.at("addressPrefix"), ...subnet.list("addressPrefixes")].filter((prefix) => !prefix.absent);
        const isOfVersion4 = (prefix: View) => parseCidr(prefix.text() ?? "") !== undefined;
        const known = prefixes.length > 0 && !subnet.at("addressPrefixes").unknown;
        if (is(frontend.at("privateIPAddressVersion"), "IPv6") && known && prefixes.every(isOfVersion4)) {
          yield at;
        }
      }
    },
  },
  {
    id: "R158",
    title: "A static private IP address is given",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/28028",
    severity: "error",
    allowed: "an address of the subnet, or the allocation method Dynamic",
    *check(loadBalancer) {
      for (const frontend of internalFrontends(loadBalancer)) {
        const address = frontend.at("privateIPAddress");
        if (is(frontend.at("privateIPAllocationMethod"), "Static") && (address.absent || address.text() === "")) {
          yield address;
        }
      }
    },
  },
];

/** The subnets that are known, each with the frontend and the place that names it. */
function subnetsOfFrontends(loadBalancer: View, region: RegionView): { at: View; frontend: View; subnet: View }[] {
  return internalFrontends(loadBalancer).flatMap((frontend) => {
    const at = frontend.at("subnet.id");
    const subnet = subnetAt(at.text() ?? "", region);
    return subnet ? [{ at, frontend, subnet }] : [];
  });
}

function internalFrontends(loadBalancer: View): View[] {
  return loadBalancer.list("frontendIPConfigurations").filter(isInternal);
}

/** Of version 6 only as much is looked at as tells it from anything else. */
function isAddress(text: string): boolean {
  return parseCidr(`${text}/32`) !== undefined || /^[0-9a-f.]*:[0-9a-f:.]*$/i.test(text);
}

/** What is one address to Azure: that of one subnet. */
function placeInNetwork(address: number, frontend: View): string | undefined {
  const subnet = frontend.text("subnet.id");
  return subnet === undefined ? undefined : `${subnet.toLowerCase()} ${address}`;
}
