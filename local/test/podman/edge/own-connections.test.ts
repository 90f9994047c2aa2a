import { EdgeRegion, freeNatRange, freeTestPort } from "./region";
import { member, natRule, rule, to, traffic } from "./specification";
import { Visit, visit } from "./visitor";

const natPorts = 8;

let region: EdgeRegion;

beforeAll(async () => {
  region = await EdgeRegion.create();
  await region.startInstance("web_0");
});

afterAll(async () => {
  await region?.remove();
});

describe("the connections that an edge makes itself", () => {
  it("take no NAT port from an instance that comes, however many there are", async () => {
    const [site, ssh] = [await freeTestPort(), await freeNatRange()];
    const nat = natRule({ frontendPortRangeStart: ssh, frontendPortRangeEnd: ssh + natPorts - 1 });
    const declared = traffic({ loadBalancingRules: [rule({ frontendPort: site })], inboundNatRules: [nat] });
    const web = member("web_0", region.addressOf("web_0"));
    const specification = region.specification({ traffic: declared, members: [web], distributions: { site: to("web_0") } });
    const edges = region.edges();
    await edges.ensure(specification);

    // Linux prefers every other port, so that these are more than there are of them.
    await region.limitOwnPorts(ssh, ssh + 49);
    const standing = await Promise.all(Array.from({ length: 30 }, () => Visit.begin(site)));
    await Promise.all(standing.map((one) => one.ask()));

    await edges.ensure({ ...specification, members: [{ ...web, natPorts: { ssh: ssh + 2 } }] });
    expect(await visit(ssh + 2)).toBe("ssh to web_0");
    expect(await visit(site)).toBe("web_0");
    standing.forEach((one) => one.leave());
  });
});
