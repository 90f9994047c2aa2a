import { firstSshPort, mostOutboundPortsPerInstance, sshPortRange } from "../../frontend-ports";
import { outboundPortBlock, unprobedPorts } from "../../../azure/facts/load-balancer-limits";
import { canonicalCidr, contains, parseCidr, usableAddresses, type CidrBlock } from "../../../azure/facts/cidr";
import { settingsNamespace, type SettingKey, type Values } from "../declarations";
import type { Problems } from "../problems";

const subnetIdPattern =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Network\/virtualNetworks\/[^/]+\/subnets\/[^/]+$/i;

const sshPort = 22;

/** The addresses: either a subnet of one's own, with room for all instances, or an existing one, which its owner looks after. */
export function checkAddresses(values: Values, peakInstances: number, problems: Problems): void {
  const sources = values.sshSourceAddressPrefixes;
  sources.forEach((source, index) => checkSource(source, index, problems));
  if (values.subnetId === "") {
    checkNewSubnet(values, peakInstances, problems);
    return;
  }
  if (!subnetIdPattern.test(values.subnetId)) {
    const allowed = "/subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/…/subnets/…";
    problems.add("subnetId", values.subnetId, allowed, "copy the id: az network vnet subnet show --query id");
  }
  if (sources.length > 0) {
    problems.add("sshSourceAddressPrefixes", sources, "none with subnetId", "open port 22 in the security group of the existing subnet");
  }
  if (values.outbound === "natGateway") {
    problems.add(
      "outbound",
      values.outbound,
      "outboundRule with subnetId",
      "attach a NAT gateway to the existing subnet where that is declared",
    );
  }
}

function checkNewSubnet(values: Values, peakInstances: number, problems: Problems): void {
  const network = readBlock(values.virtualNetworkAddressPrefix, "virtualNetworkAddressPrefix", problems);
  const subnet = readBlock(values.subnetAddressPrefix, "subnetAddressPrefix", problems);
  if (network && subnet && !contains(network, subnet)) {
    const allowed = `a part of virtualNetworkAddressPrefix, which is ${values.virtualNetworkAddressPrefix}`;
    problems.add("subnetAddressPrefix", values.subnetAddressPrefix, allowed, "choose a block inside it");
  }
  if (subnet && usableAddresses(subnet) < peakInstances) {
    problems.add(
      "subnetAddressPrefix",
      values.subnetAddressPrefix,
      `${peakInstances} addresses, for maximumInstances and those that an upgrade adds; this has ${usableAddresses(subnet)}, Azure's own five left out`,
      "choose a larger block, or fewer instances",
    );
  }
}

function readBlock(text: string, key: SettingKey, problems: Problems): CidrBlock | undefined {
  const range = parseCidr(text);
  if (!range || range.prefixLength < 8) {
    problems.add(key, text, "an IPv4 CIDR block of /8 or smaller, such as 10.0.0.0/16", "write address, slash, length of the prefix");
    return undefined;
  }
  if (canonicalCidr(range) !== text) {
    problems.add(key, text, "a CIDR block whose address has no bits after the prefix", `write ${canonicalCidr(range)}`);
  }
  return range;
}

function checkSource(source: string, index: number, problems: Problems): void {
  const range = parseCidr(source);
  const add = (allowed: string, fix: string) => problems.addItem("sshSourceAddressPrefixes", index, source, allowed, fix);
  if (!range) {
    const fix = parseCidr(`${source}/32`) ? `write ${source}/32 for this one address` : "write address, slash, length of the prefix";
    add("an IPv4 CIDR block, such as 203.0.113.7/32", fix);
  } else if (canonicalCidr(range) !== source) {
    add("a CIDR block whose address has no bits after the prefix", `write ${canonicalCidr(range)}`);
  } else if (range.prefixLength === 0) {
    add("a part of the internet, not all of it", "name the networks that administrators come from");
  }
}

/** The ports, none of which can serve two purposes. */
export function checkPorts(values: Values, peakInstances: number, problems: Problems): void {
  const { frontendPort, backendPort } = values;
  const ssh = sshPortRange(peakInstances);
  if (frontendPort >= ssh.start && frontendPort <= ssh.end) {
    problems.add(
      "frontendPort",
      frontendPort,
      `not ${ssh.start} to ${ssh.end}, which lead to the instances' SSH`,
      "choose another port, such as 80",
    );
  }
  if (backendPort === sshPort) {
    problems.add(
      "backendPort",
      backendPort,
      `not ${sshPort}, where the ports from ${firstSshPort} lead`,
      "choose another port, such as 80",
    );
  }
  if (unprobedPorts.includes(backendPort)) {
    const allowed = `not ${unprobedPorts.join(", ")}, which load balancers do not probe`;
    problems.add("backendPort", backendPort, allowed, "choose another port, such as 80");
  }
  if (values.outbound === "outboundRule") {
    checkOutboundPorts(values, peakInstances, problems);
  }
}

function checkOutboundPorts({ allocatedOutboundPorts, frontendPort }: Values, peakInstances: number, problems: Problems): void {
  const most = mostOutboundPortsPerInstance(peakInstances, frontendPort);
  const isMultiple = allocatedOutboundPorts % outboundPortBlock === 0;
  if (!isMultiple || allocatedOutboundPorts < outboundPortBlock || allocatedOutboundPorts > most) {
    problems.add(
      "allocatedOutboundPorts",
      allocatedOutboundPorts,
      `a multiple of ${outboundPortBlock} from ${outboundPortBlock} to ${most}, for one address and the ${peakInstances} instances there can be during an upgrade`,
      `choose such a number, fewer instances, or ${settingsNamespace}:outbound natGateway`,
    );
  }
}
