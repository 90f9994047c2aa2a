import * as fs from "node:fs";
import * as path from "node:path";
import { EdgeRegion, freeTestPort } from "../podman/edge/region";
import { member, rule, to, traffic } from "../podman/edge/specification";
import { visits } from "../podman/edge/visitor";

let region: EdgeRegion;
const names = ["web_0", "web_1"];

beforeAll(async () => {
  region = await EdgeRegion.create();
  await Promise.all(names.map((name) => region.startInstance(name)));
});
afterAll(() => region?.remove());

it("An edge gives new connections to whom they are to go also where the disk is full, and says that it is", async () => {
  const site = await freeTestPort();
  const declared = (...receivers: string[]) =>
    region.specification({
      traffic: traffic({ loadBalancingRules: [rule({ frontendPort: site })] }),
      members: names.map((name) => member(name, region.addressOf(name))),
      distributions: { site: to(...receivers) },
    });
  const edges = region.edges();
  await edges.ensure(declared(...names));
  const [folder] = fs.readdirSync(region.folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  // What is written there finds no space left.
  fs.symlinkSync("/dev/full", path.join(region.folder, folder.name, "haproxy.cfg.new"));
  await expect(edges.ensure(declared("web_1"))).rejects.toThrow("the disk is full");
  expect(await visits(site, 20)).toEqual({ web_1: 20 });
});
