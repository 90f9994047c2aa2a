import { execFileSync } from "node:child_process";
import * as path from "node:path";
import { imageId, RunningTier } from "./running-tier";
import { pageAt, Visitors } from "./visitors";

const checkout = path.join(__dirname, "../../..");
const marketplaceUserData = path.join(checkout, "image/marketplace-user-data.sh");
const build = path.join(checkout, "local/region/podman/machines/marketplace/build");

/** Each installs its web server, which keeps a processor busy for seconds. */
const oneInstance = { "web-tier:minimumInstances": "1", "web-tier:defaultInstances": "1" };

const tier = new RunningTier(60);

afterAll(() => tier.remove());

describe("the tier without an image of its own", () => {
  it("boots Debian 13 of the marketplace, which its user data makes a web server", async () => {
    await tier.configure({ "web-tier:imageId": "", ...oneInstance });
    expect(await tier.stack.up()).toMatchObject({ status: 0, errors: [] });
    await tier.well(() => true, 60);
    expect(await pageAt(tier.site)).toMatch(/Served by shop000000/);
    const { scaleSets } = await tier.status();
    expect(scaleSets[0].instances.map(({ image }) => image.split(":").slice(0, 3).join(":"))).toEqual(["debian:debian-13:13-gen2"]);
  });
});

/** Images of one's own, as they differ in the release of Debian and nothing else. */
describe("an image of one's own on Debian 12", () => {
  const name = "web-tier-debian";
  const of = (release: string) => ({
    "web-tier:imageId": imageId(name, `${release}.0.0`),
    "web-tier:userDataFile": marketplaceUserData,
    ...oneInstance,
  });

  beforeAll(() => {
    for (const release of ["12", "13"]) {
      execFileSync(build, ["debian", release, `localhost/${name}:${release}.0.0`], { stdio: ["ignore", "ignore", "pipe"] });
    }
  });
  afterAll(() => {
    execFileSync("podman", ["rmi", "--force", `localhost/${name}:12.0.0`, `localhost/${name}:13.0.0`], { stdio: "ignore" });
  });

  it("gives way to one on Debian 13 by a rolling upgrade that loses no request", async () => {
    await tier.stack.destroy();
    await tier.configure(of("12"));
    expect(await tier.stack.up()).toMatchObject({ status: 0, errors: [] });
    await tier.well(() => true, 60);
    await tier.configure(of("13"));
    const visitors = new Visitors(tier.site, 50);
    expect(await tier.stack.up()).toMatchObject({ status: 0, errors: [] });
    expect((await visitors.leave()).lost).toEqual({});
    const { scaleSets } = await tier.well(() => true, 60);
    expect(scaleSets[0].instances.every(({ image }) => image.endsWith("13.0.0"))).toBe(true);
  });
});
