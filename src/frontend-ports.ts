import { outboundPortBlock, outboundPortsOfAddress } from "../azure/facts/load-balancer-limits";

/**
 * How the ports of the one public IP address are shared out: some lead to instances, the rest serve as source ports of the instances'
 * own connections (SNAT).
 */

/** Ports, both ends among them. */
export interface PortRange {
  readonly start: number;
  readonly end: number;
}

/** The first port that leads to an instance's SSH. */
export const firstSshPort = 50_000;

/** What Azure's CLI gives every new NAT pool, to have room for later: it is hard to change a pool that is in use. */
const fewestSshPorts = 120;

/** The ports that lead to the instances' SSH, one for each instance there can ever be at a time. */
export function sshPortRange(peakInstances: number): PortRange {
  return { start: firstSshPort, end: firstSshPort + Math.max(fewestSshPorts, peakInstances) - 1 };
}

/**
 * The most source ports that each instance can have, a whole number of blocks.
 *
 * What an address has, less a block for each block in which a port leads inwards. Azure refuses an outbound rule that asks for more.
 */
export function mostOutboundPortsPerInstance(peakInstances: number, frontendPort: number): number {
  const { start, end } = sshPortRange(peakInstances);
  const blockOf = (port: number) => Math.floor(port / outboundPortBlock);
  const sshBlocks = blockOf(end) - blockOf(start) + 1;
  const siteIsApart = blockOf(frontendPort) < blockOf(start) || blockOf(frontendPort) > blockOf(end);
  const left = outboundPortsOfAddress - outboundPortBlock * (sshBlocks + (siteIsApart ? 1 : 0));
  return Math.floor(left / peakInstances / outboundPortBlock) * outboundPortBlock;
}
