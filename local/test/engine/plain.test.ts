import { Sandbox } from "./support/sandbox";
import type { Stack } from "./support/stack";

const sandbox = new Sandbox();
const { region } = sandbox;
const secret = "hush-hush";
const balancer =
  /^\/subscriptions\/0{8}-0{4}-0{4}-0{4}-0{12}\/resourceGroups\/shop[0-9a-f]{8}\/providers\/Microsoft\.Network\/loadBalancers\/shop-front/;

let stack: Stack;

beforeAll(async () => {
  stack = await sandbox.stack("local/test/programs/plain", "test");
});

afterAll(() => sandbox.remove());

/** The tests of this file are one life of one deployment, in their order. */
describe("a plain azure-native program", () => {
  it("is previewed without a change to the region, functions and all", async () => {
    const { status, output, changes } = await stack.preview();
    expect({ status, changes, files: region.files() }).toEqual({ status: 0, changes: { create: 5 }, files: [] });
    expect(output).toMatch(/found +: "\/subscriptions\/.*loadBalancers\/shop-front"/);
  });

  it("is deployed, after a preview in the same run", async () => {
    const { status, changes } = await stack.upAfterPreview();
    expect({ status, changes }).toEqual({ status: 0, changes: { create: 5 } });
    expect(region.names()).toEqual([
      "LoadBalancer shop-front",
      expect.stringMatching(/^PublicIPAddress shop-ip[0-9a-f]{8}$/),
      expect.stringMatching(/^ResourceGroup shop[0-9a-f]{8}$/),
      expect.stringMatching(/^VirtualNetwork shop-net[0-9a-f]{8}$/),
    ]);
    expect(await stack.outputs()).toEqual({
      found: expect.stringMatching(balancer),
      ipAddress: "127.0.0.1",
      poolId: expect.stringMatching(/loadBalancers\/shop-front\/backendAddressPools\/servers$/),
      probeOfRule: expect.stringMatching(/loadBalancers\/shop-front\/probes\/http$/),
    });
  });

  it("is in the engine's state with the ids that the region has", async () => {
    expect((await stack.kept()).map(({ id }) => id).sort()).toEqual(region.ids());
  });

  it("keeps its secret out of the state, the region's files and its log", async () => {
    const exported = await stack.exported();
    expect(exported).toContain('"vault"');
    expect(exported).not.toContain(secret);
    expect(region.texts()).toContain('"vault"');
    expect(region.texts()).not.toContain(secret);
  });

  it("changes nothing when it is deployed again, by the same daemon", async () => {
    const daemon = region.process();
    const { status, steps } = await stack.up("--expect-no-changes");
    expect({ status, steps, daemon: region.process() }).toEqual({ status: 0, steps: [], daemon });
  });

  it("is refreshed without a change", async () => {
    const { status, changes } = await stack.refresh("--expect-no-changes");
    expect({ status, changes }).toEqual({ status: 0, changes: { same: 5 } });
  });

  it("is updated in place, by the property that changes", async () => {
    stack.configure({ "plain:idleTimeoutInMinutes": 10 });
    const before = region.ids();
    const { status, output, steps } = await stack.up("--diff");
    expect({ status, steps: steps.map(({ op, name, differences }) => [op, name, differences]) }).toEqual({
      status: 0,
      steps: [["update", "shop-ip", ["idleTimeoutInMinutes: update"]]],
    });
    expect(region.ids()).toEqual(before);
    expect(region.resources().map(({ inputs }) => inputs.idleTimeoutInMinutes)).toContain(10);
    expect(output).not.toContain(secret);
  });

  it("is replaced where the name changes that the program chose, the old one first", async () => {
    stack.configure({ "plain:idleTimeoutInMinutes": 10, "plain:loadBalancerName": "shop-back" });
    const { status, steps } = await stack.up();
    expect({ status, steps: steps.map(({ op, name }) => `${op} ${name}`) }).toEqual({
      status: 0,
      steps: ["delete-replaced shop-lb", "replace shop-lb", "create-replacement shop-lb"],
    });
    expect(steps[2].differences).toEqual(["loadBalancerName: update-replace"]);
    expect(region.names().filter((name) => name.startsWith("LoadBalancer"))).toEqual(["LoadBalancer shop-back"]);
  });

  it("is destroyed to nothing", async () => {
    const { status, changes } = await stack.destroy();
    expect({ status, changes }).toEqual({ status: 0, changes: { delete: 5 } });
    expect(region.files()).toEqual([]);
    expect(await stack.kept()).toEqual([]);
  });
});
