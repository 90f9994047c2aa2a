import { address, group } from "./support/declarations";
import { Sandbox } from "./support/sandbox";

const sandbox = new Sandbox();
const { region } = sandbox;
const word = "hush-hush";

afterAll(() => sandbox.remove());

describe("a secret in a program", () => {
  const program = (others: Parameters<typeof address>[1]) => [
    group("group", { resourceGroupName: "vault" }),
    address("ip", {
      publicIpAddressName: "vault-ip",
      tags: { plain: "seen", vault: { $secret: word } },
      dnsSettings: { domainNameLabel: { $secret: word } },
      ...others,
    }),
  ];

  it("shows nowhere, nor does what is made of it, from the preview to the refresh", async () => {
    const stack = await sandbox.declare("secret", program({}));
    const runs = [await stack.preview("--diff"), await stack.up("--diff"), await stack.refresh("--diff")];
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(runs.map(({ output }) => output).join("\n")).not.toContain(word);
    const exported = await stack.exported();
    expect(exported).toContain("seen");
    expect(exported).not.toContain(word);
    expect(region.texts()).toContain("seen");
    expect(region.texts()).not.toContain(word);
  });

  it("shows neither when it changes nor when it is refused", async () => {
    const stack = sandbox.known("secret");
    stack.declare(program({ tags: { plain: "seen", vault: { $secret: `${word} again` } } }));
    const changed = await stack.up("--diff");
    expect(changed.steps[0].differences).toEqual(["tags.vault: update"]);
    stack.declare(program({ idleTimeoutInMinutes: { $secret: word }, sku: { name: { $secret: `${word} sku` } } }));
    const refused = await stack.preview("--diff");
    expect(refused.status).toBe(1);
    expect(refused.errors.join("\n")).toMatch(/idleTimeoutInMinutes: given \[secret\]/);
    expect([changed.output, refused.output, region.texts(), await stack.exported()].join("\n")).not.toContain(word);
  });
});
