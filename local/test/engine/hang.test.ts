import { chainOf } from "./support/declarations";
import { gone } from "./support/region";
import { Sandbox } from "./support/sandbox";

const sandbox = new Sandbox();
const { region } = sandbox;
const links = 12;

afterAll(() => sandbox.remove());

/** The tests of this file are one life of one region, in their order. */
describe("a daemon that hangs", () => {
  it("gives way to another one when the region is asked for, which says so", async () => {
    await region.start();
    const hanging = region.hang();
    const { status, output } = await region.start();
    expect(status).toBe(0);
    expect(output).toContain(`The local region's daemon (process ${hanging}) has not answered for`);
    await gone(hanging);
    expect(region.daemons()).toEqual([region.process()]);
  });

  it("is ended when it is stopped", async () => {
    const hanging = region.hang();
    await region.stop();
    await gone(hanging);
  });

  it("is ended when it is stopped before it has announced itself", async () => {
    await region.start();
    const hanging = region.hang();
    region.forgetAnnouncement();
    await region.stop();
    await gone(hanging);
  });

  it("in the middle of an update ends with it, and the next update finishes", async () => {
    const stack = await sandbox.declare("chain", chainOf(links));
    await region.start();
    const hung = region.hangWhen(() => region.files().length >= 4);
    const { status, output } = await stack.up();
    expect(status).not.toBe(0);
    expect(output).toContain(`The local region's daemon (process ${await hung}) has not answered for`);
    expect(region.ids()).toEqual(expect.arrayContaining((await stack.kept()).map(({ id }) => id)));
    expect(await stack.up()).toMatchObject({ status: 0, errors: [] });
    expect(region.files()).toHaveLength(links + 1);
  });
});
