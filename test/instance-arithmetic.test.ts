import { firstSshPort, mostOutboundPortsPerInstance, sshPortRange } from "../src/frontend-ports";
import { peakInstanceCount } from "../src/rolling-upgrade";

describe("the most instances at a time", () => {
  it.each([
    // The maximum, and the largest of: a third for surge, one or a twentieth for repairs, the default for a new scale set.
    [{ maximum: 3, default: 2, maxSurge: true }, 5],
    [{ maximum: 3, default: 1, maxSurge: true }, 4],
    [{ maximum: 3, default: 1, maxSurge: false }, 4],
    [{ maximum: 10, default: 2, maxSurge: true }, 14],
    [{ maximum: 10, default: 2, maxSurge: false }, 12],
    [{ maximum: 100, default: 2, maxSurge: false }, 105],
    [{ maximum: 119, default: 2, maxSurge: false }, 124],
    [{ maximum: 100, default: 60, maxSurge: true }, 160],
    [{ maximum: 1, default: 1, maxSurge: true }, 2],
  ])("with %j is %i", (counts, expected) => {
    expect(peakInstanceCount(counts)).toBe(expected);
  });
});

describe("the ports to SSH", () => {
  it.each([1, 119, 120])("are 120 from 50000 on for %i instances", (peak) => {
    expect(sshPortRange(peak)).toEqual({ start: 50_000, end: 50_119 });
  });

  it.each([121, 1330])("are one for each of %i instances", (peak) => {
    const { start, end } = sshPortRange(peak);
    expect(start).toBe(firstSshPort);
    expect(end - start + 1).toBe(peak);
  });

  it("end before the last port that a load balancer can have, with the most instances there can be", () => {
    expect(sshPortRange(peakInstanceCount({ maximum: 1000, default: 1000, maxSurge: true })).end).toBeLessThanOrEqual(65_534);
  });
});

describe("the outbound ports of an instance", () => {
  it.each([
    // 64,000, less 8 for port 80 and 120 for SSH.
    [1, 80, 63_872],
    [2, 80, 31_936],
    [5, 80, 12_768],
    // Port 49999 is in a block of its own, port 50125 is in none of those to SSH.
    [1, 49_999, 63_872],
    [1, 50_125, 63_872],
    // 121 ports to SSH take 16 blocks, and port 50125 is in the last of them.
    [121, 80, 520],
    [121, 50_125, 520],
  ])("with %i instances and the site on port %i are at most %i", (instances, frontendPort, expected) => {
    expect(mostOutboundPortsPerInstance(instances, frontendPort)).toBe(expected);
  });

  it("never add up to more than there are, and always come in eights", () => {
    for (let instances = 1; instances <= 2000; instances++) {
      const ports = mostOutboundPortsPerInstance(instances, 80);
      expect(ports % 8).toBe(0);
      expect(ports * instances).toBeLessThanOrEqual(64_000 - 8 - 120);
      expect((ports + 8) * instances + Math.ceil(Math.max(120, instances) / 8) * 8 + 8).toBeGreaterThan(64_000);
    }
  });
});
