import { setTimeout as wait } from "node:timers/promises";
import { Repeated } from "../../region/foundation/repeated";

const longPause = 60_000;

/** Turns that end only when the test lets them. */
class Turns {
  begun = 0;
  private finish: (() => void) | undefined;

  readonly turn = async (): Promise<number> => {
    this.begun++;
    await new Promise<void>((resolve) => (this.finish = resolve));
    return longPause;
  };

  async end(): Promise<void> {
    this.finish?.();
    await wait(5);
  }
}

describe("something that is done again and again", () => {
  it("waits between two turns, until it is hurried", async () => {
    const turns = new Turns();
    const loop = new Repeated(turns.turn);
    await turns.end();
    expect(turns.begun).toBe(1);
    loop.hurry();
    await wait(5);
    expect(turns.begun).toBe(2);
    loop.stop();
    await turns.end();
  });

  it("has another turn at once where it was hurried during one", async () => {
    const turns = new Turns();
    const loop = new Repeated(turns.turn);
    loop.hurry();
    await turns.end();
    expect(turns.begun).toBe(2);
    loop.stop();
    await turns.end();
  });

  it("tells when a turn is over that began later", async () => {
    const turns = new Turns();
    const loop = new Repeated(turns.turn);
    let isOver = false;
    void loop.another().then(() => (isOver = true));
    await turns.end();
    expect(isOver).toBe(false);
    await turns.end();
    expect(isOver).toBe(true);
    loop.stop();
    await turns.end();
  });

  it("lets nobody wait for a turn that does not come any more", async () => {
    const turns = new Turns();
    const loop = new Repeated(turns.turn);
    const another = loop.another();
    loop.stop();
    await turns.end();
    await expect(another).resolves.toBeUndefined();
  });

  it.each([
    ["during a turn", true],
    ["between two", false],
  ])("has no other turn when it is stopped %s", async (_, isDuring) => {
    const turns = new Turns();
    const loop = new Repeated(turns.turn);
    if (!isDuring) {
      await turns.end();
    }
    loop.stop();
    await turns.end();
    expect(turns.begun).toBe(1);
  });
});
