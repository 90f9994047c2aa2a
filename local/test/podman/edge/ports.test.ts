import * as net from "node:net";
import { edgeAddresses, freePorts, publishOptions, reserveOptions } from "../../../region/podman/edge/host-ports";
import { explainStartFailure } from "../../../region/podman/edge/port-problems";
import { freeAddress } from "../../../region/podman/machines/machine-address";
import { PodmanError } from "../../../region/podman/machines/podman-error";
import { freeTestPort } from "./region";
import { traffic } from "./specification";

describe("the ports of an edge", () => {
  it("are published on this computer's own address alone, neighbours as one range", () => {
    expect(publishOptions([8080, 50000, 50001, 50002, 50004])).toEqual([
      ...["--publish", "127.0.0.1:8080:8080"],
      ...["--publish", "127.0.0.1:50000-50002:50000-50002"],
      ...["--publish", "127.0.0.1:50004:50004"],
    ]);
    expect(publishOptions([])).toEqual([]);
  });

  it("are kept from connections that the edge makes itself, neighbours as one range", () => {
    expect(reserveOptions([8080, 50000, 50001])).toEqual(["--sysctl", '"net.ipv4.ip_local_reserved_ports=8080,50000-50001"']);
    expect(reserveOptions([])).toEqual([]);
  });

  it("are free unless something listens on them", async () => {
    const port = await freeTestPort();
    expect(await freePorts([port])).toEqual([port]);
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    expect(await freePorts([port])).toEqual([]);
    await new Promise((resolve) => server.close(resolve));
  });

  it("that an ordinary user may not have are named with their property", () => {
    const said = "rootlessport cannot expose privileged port: listen tcp4 127.0.0.1:8080: bind: permission denied";
    expect(explainStartFailure(PodmanError.fromAnswer("run edge", said), traffic()).message).toMatch(
      /^loadBalancingRules\[0\]\.frontendPort is 8080, .*; fix: choose .* above 1023/,
    );
  });

  it("are not blamed for a failure of another kind", () => {
    const error = PodmanError.fromAnswer("run edge", "localhost/local-region-edge: image not known");
    expect(explainStartFailure(error, traffic())).toBe(error);
  });
});

describe("the addresses of edges", () => {
  it("are in the subnet, and none that an instance can get", () => {
    expect(edgeAddresses("10.0.1.0/24")).toEqual({ public: "10.0.1.2", internal: "10.0.1.3" });
    expect(freeAddress("10.0.1.0/24", new Set())).toBe("10.0.1.4");
  });
});
