import { nameOfSection } from "../../../region/podman/edge/haproxy-config";
import { parseConnections, parseFrontends, parseRunning, parseTraffic, parseWorkers } from "../../../region/podman/edge/haproxy-answers";

const information = `Name: HAProxy
Version: 2.6.12-1+deb12u4
node: web-edge
description: 5f0c3a9e11d2b8c4
Stopping: 0
`;

const states = `1
# be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight
2 loadBalancingRule:site 1 web_0 10.0.1.4 2 0 1
2 loadBalancingRule:site 2 web_1 10.0.1.5 0 5 1
2 loadBalancingRule:site 3 web_2 10.0.1.6 2 4 1
2 loadBalancingRule:site 4 web_3 10.0.1.7 2 8 1
`;

describe("HAProxy's answers", () => {
  it("tell which configuration runs and who gets new connections, also after a start out of service", () => {
    const running = parseRunning(`${information}\n${states}\n`);
    expect(running?.fingerprint).toBe("5f0c3a9e11d2b8c4");
    expect([...(running?.getsNewConnections ?? [])]).toEqual([
      ["loadBalancingRule:site/web_0", true],
      ["loadBalancingRule:site/web_1", false],
      ["loadBalancingRule:site/web_2", true],
      ["loadBalancingRule:site/web_3", false],
    ]);
  });

  it("tell nothing while they are not complete", () => {
    expect(parseRunning("")).toBeUndefined();
    expect(parseRunning(information)).toBeUndefined();
  });

  it("tell the workers, the current one first", () => {
    const table = `#<PID>          <type>          <reloads>       <uptime>        <version>
1               master          2 [failed: 0]   0d00h00m26s     2.6.12-1+deb12u4
# workers
13              worker          0               0d00h00m00s     2.6.12-1+deb12u4
# old workers
10              worker          1               0d00h00m24s     2.6.12-1+deb12u4
# programs
`;
    expect(parseWorkers(table)).toEqual(["13", "10"]);
  });

  it("tell the connections that stand, and of which section they are", () => {
    const sessions = `0x55c67ab269e0: proto=tcpv4 src=10.0.1.1:38544 fe=loadBalancingRule:site be=loadBalancingRule:site srv=web_1 ts=00 age=3s
0x55c67ab27610: proto=sockpair src=unix:1 fe=GLOBAL be=<NONE> srv=<none> ts=00 age=0s
`;
    expect(parseConnections(sessions)).toEqual([
      { id: "0x55c67ab269e0", section: "loadBalancingRule:site" },
      { id: "0x55c67ab27610", section: "<NONE>" },
    ]);
  });

  it("are added up over the workers", () => {
    const heading = "# pxname,svname,qcur,qmax,scur,smax,slim,stot,bin,bout,dreq";
    const current = `${heading}\nloadBalancingRule:site,web_0,0,0,1,4,,10,1000,5000,\nloadBalancingRule:site,web_1,0,0,0,2,,3,300,900,\n\n`;
    const older = `${heading}\nloadBalancingRule:site,web_0,0,0,2,2,,7,70,700,\n\n`;
    expect(parseTraffic([current, older])).toEqual([
      { section: "loadBalancingRule:site", instance: "web_0", currentConnections: 3, totalConnections: 17, bytesIn: 1070, bytesOut: 5700 },
      { section: "loadBalancingRule:site", instance: "web_1", currentConnections: 0, totalConnections: 3, bytesIn: 300, bytesOut: 900 },
    ]);
  });

  it("tell what a worker has counted of every frontend", () => {
    const heading = "# pxname,svname,scur,slim,stot,bin,bout,dcon,conn_tot,";
    const answer = `${heading}\nloadBalancingRule:site,FRONTEND,1,4081,9,1000,5000,2,11,\n\n`;
    expect(parseFrontends("13", answer)).toEqual([
      {
        ...{ worker: "13", section: "loadBalancingRule:site", name: "site", connections: 11, bytesIn: 1000, bytesOut: 5000 },
        ...{ currentConnections: 1, maximumConnections: 4081 },
      },
    ]);
  });

  it.each([
    ["loadBalancingRule:site", "site"],
    ["loadBalancingRule:a:0a:20b", "a\n b"],
    ["inboundNatRule:ssh:50000", "ssh"],
    ["inboundNatPool:a:2050:50000", "a 50"],
  ])("name their section %s by the rule that the program declares", (section, name) => {
    expect(nameOfSection(section)).toBe(name);
  });
});
