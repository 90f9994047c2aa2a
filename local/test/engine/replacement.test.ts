import { address, group, network, subnet } from "./support/declarations";
import { Sandbox } from "./support/sandbox";
import type { Run } from "./support/stack";

const sandbox = new Sandbox();
const { region } = sandbox;
const verbatim = { "pulumi:autonaming": { mode: "verbatim" } };
const order = ({ steps }: Run, name: string) => steps.filter((step) => step.name === name).map(({ op }) => op);
const deletedFirst = ["delete-replaced", "replace", "create-replacement"];
const createdFirst = ["create-replacement", "replace", "delete-replaced"];

afterAll(() => sandbox.remove());

describe("a change that replaces", () => {
  it("deletes first where the program chose the name, with what stands inside; creates first where nobody chose it", async () => {
    const declarations = (version: string, location: string) => [
      group("group", { resourceGroupName: "shop" }),
      address("named", { publicIpAddressName: "front", publicIPAddressVersion: version }),
      address("unnamed", { publicIPAddressVersion: version }),
      network("net", { virtualNetworkName: "inner", location }),
      subnet("servers", "${net.name}"),
    ];
    const stack = await sandbox.declare("replaced", declarations("IPv4", "westeurope"));
    expect(await stack.up()).toMatchObject({ status: 0, errors: [] });
    const before = region.ids();
    stack.declare(declarations("IPv6", "northeurope"));
    const preview = await stack.preview();
    const update = await stack.up();
    for (const run of [preview, update]) {
      expect({ status: run.status, named: order(run, "named"), unnamed: order(run, "unnamed") }).toEqual({
        status: 0,
        named: deletedFirst,
        unnamed: createdFirst,
      });
      expect(run.steps.find(({ op, name }) => op === "replace" && name === "net")?.differences).toEqual(["location: update-replace"]);
      expect(order(run, "servers")).toEqual(deletedFirst);
    }
    const changed = region.ids().filter((id) => !before.includes(id));
    expect(changed).toEqual([expect.stringMatching(/publicIPAddresses\/unnamed[0-9a-f]{8}$/)]);
    expect(region.ids()).toHaveLength(before.length);
  });

  it("that a person asks for by hand, right after the creation, loses nothing", async () => {
    const ip = address("ip", { publicIpAddressName: "hand-ip" });
    const stack = await sandbox.declare("by-hand", [group("group", { resourceGroupName: "hand" }), ip]);
    await stack.up();
    const before = region.ids();
    expect(await stack.up("--replace", "**ip")).toMatchObject({ status: 0, changes: { replace: 1 } });
    expect(region.ids()).toEqual(before);
    expect(await stack.preview("--expect-no-changes")).toMatchObject({ status: 0 });
  });

  it("that a person asks for by hand fails over a name that the program chose, as on Azure", async () => {
    const { status, errors } = await sandbox.known("by-hand").up("--replace", "**ip");
    expect({ status, errors: errors.join() }).toEqual({
      status: 1,
      errors: expect.stringContaining("cannot create already existing resource"),
    });
  });
});

describe("names under pulumi:autonaming verbatim", () => {
  it("are those of the program, and a replacement deletes first", async () => {
    const declarations = (version: string) => [
      group("exact"),
      address("exact-ip", { resourceGroupName: "${exact.name}", publicIPAddressVersion: version }),
    ];
    const stack = await sandbox.declare("verbatim", declarations("IPv4"), verbatim);
    expect(await stack.up()).toMatchObject({ status: 0 });
    const names = () => region.names().filter((name) => name.includes("exact"));
    expect(names()).toEqual(["PublicIPAddress exact-ip", "ResourceGroup exact"]);
    stack.declare(declarations("IPv6"), verbatim);
    const update = await stack.upAfterPreview();
    expect({ status: update.status, steps: order(update, "exact-ip").slice(-3) }).toEqual({ status: 0, steps: deletedFirst });
    expect(names()).toEqual(["PublicIPAddress exact-ip", "ResourceGroup exact"]);
  });
});
