import { type Backend, distribute } from "../../../region/services/load-balancer/load-balancer-backends";
import { proves } from "../../support/proves";

function backends(...isUp: (boolean | undefined)[]): Backend[] {
  return isUp.map((up, index) => ({ instance: String(index), isUp: up, isAllowed: true }));
}

describe("a load balancing rule", () => {
  it("New connections go to the backends whose probe is up, and standing ones go on", () => {
    proves("backends-up-only");
    expect(distribute(backends(true, false, true))).toEqual({
      newConnections: ["0", "2"],
      standingConnectionsGoOn: true,
      reason: "the probe of instance 1 is down",
    });
  });

  it("With all probes down nobody gets a new connection, and standing ones go on if there is more than one backend", () => {
    proves("backends-all-down");
    expect(distribute(backends(false, false))).toMatchObject({ newConnections: [], standingConnectionsGoOn: true });
    expect(distribute(backends(false))).toMatchObject({ newConnections: [], standingConnectionsGoOn: false });
    expect(distribute(backends(true))).toMatchObject({ newConnections: ["0"], standingConnectionsGoOn: true });
  });

  it("With all probes down and AllProbedUp everybody gets new connections", () => {
    proves("backends-all-probed-up");
    expect(distribute(backends(false, false), "AllProbedUp")).toMatchObject({ newConnections: ["0", "1"], standingConnectionsGoOn: true });
    expect(distribute(backends(false), "AllProbedUp")).toMatchObject({ newConnections: ["0"], standingConnectionsGoOn: true });
    expect(distribute(backends(true, false), "AllProbedUp").newConnections).toEqual(["0"]);
  });

  it("A backend that a network security group closes gets no connection", () => {
    proves("backends-security-group");
    const closed = backends(true, true).map((backend) => ({ ...backend, isAllowed: backend.instance === "0" }));
    expect(distribute(closed)).toMatchObject({
      newConnections: ["0"],
      reason: "no probe is down; a network security group closes the port of instance 1",
    });
    const allClosed = backends(false, false).map((backend) => ({ ...backend, isAllowed: false }));
    expect(distribute(allClosed, "AllProbedUp").newConnections).toEqual([]);
  });

  it("A rule without a probe sends new connections to every backend", () => {
    proves("backends-unprobed");
    expect(distribute(backends(undefined, undefined)).newConnections).toEqual(["0", "1"]);
  });

  it("has nobody to send connections to while its pool is empty", () => {
    expect(distribute([])).toMatchObject({ newConnections: [], reason: "the backend pool is empty" });
  });
});
