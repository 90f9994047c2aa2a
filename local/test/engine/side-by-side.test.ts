import type { Declaration } from "../programs/declared/declaration";
import { address, balancer, group } from "./support/declarations";
import { Sandbox } from "./support/sandbox";

const sandbox = new Sandbox();
const { region } = sandbox;

afterAll(() => sandbox.remove());

describe("previews of two deployments at the same time", () => {
  it("do not see each other's plans, so that both may plan the same resource", async () => {
    const program = [
      group("group", { resourceGroupName: "same" }),
      address("ip", { publicIpAddressName: "same-ip" }),
      balancer("lb", "${ip.id}"),
    ];
    const stacks = [await sandbox.declare("one", program), await sandbox.declare("two", program)];
    const runs = await Promise.all(stacks.map((stack) => stack.preview()));
    expect(runs.map(({ status, changes, errors }) => ({ status, changes, errors }))).toEqual(
      runs.map(() => ({ status: 0, changes: { create: 4 }, errors: [] })),
    );
    expect(region.files()).toEqual([]);
  });
});

describe("a program with a provider of its own beside the default one", () => {
  const program: Declaration[] = [
    { name: "north", type: "pulumi:providers:azure-native", properties: { location: "North Europe" } },
    group("group", { resourceGroupName: "mixed" }),
    address("ip", { publicIpAddressName: "mixed-ip" }),
    balancer("lb", "${ip.id}"),
    address("northern-ip", { publicIpAddressName: "northern-ip" }, { provider: "north" }),
  ];

  it("is previewed as one, and each provider has its own location", async () => {
    const stack = await sandbox.declare("mixed", program);
    const { status, errors } = await stack.preview();
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    expect((await stack.up()).status).toBe(0);
    const addresses = region.resources().filter(({ type }) => type.endsWith(":PublicIPAddress"));
    expect(Object.fromEntries(addresses.map(({ inputs }) => [inputs.publicIpAddressName, inputs.location]))).toEqual({
      "mixed-ip": "westeurope",
      "northern-ip": "northeurope",
    });
  });
});
