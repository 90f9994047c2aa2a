import { parseRoutes } from "../../../region/podman/machines/host-routes";
import { overlapProblem } from "../../../region/podman/machines/network";

const routes = parseRoutes(`Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0
eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
tun0\t0000000A\t00000000\t0001\t0\t0\t0\t000000FF\t0\t0\t0
wg0\t0110A8C0\t00000000\t0005\t0\t0\t0\tFFFFFFFF\t0\t0\t0
`);

describe("the routes of the host", () => {
  it("are read with their ranges, but for the default route, which leads everywhere", () => {
    expect(routes.map(({ block, through }) => [block, through])).toEqual([
      ["192.0.2.0/24", "eth0"],
      ["10.0.0.0/8", "tun0"],
      ["192.168.16.1/32", "wg0"],
    ]);
  });

  it("forbid an address prefix that overlaps one of them, and the refusal names both", () => {
    expect(overlapProblem("10.1.0.0/16", routes)).toMatch(
      /^The address prefix 10\.1\.0\.0\/16 overlaps 10\.0\.0\.0\/8, .* through tun0; fix: give /,
    );
    expect(overlapProblem("192.168.0.0/16", routes)).toContain("wg0");
    expect(overlapProblem("172.16.0.0/12", routes)).toBeUndefined();
    expect(overlapProblem("11.0.0.0/8", routes)).toBeUndefined();
  });
});
