import * as fc from "fast-check";
import type { Properties } from "../../../azure/properties/value";
import { loadBalancer } from "../../../azure/test/rules/valid/load-balancer";
import { bag } from "../../../azure/test/support/bags";
import type { Client } from "../support/client";
import { subjectOf } from "../support/engine";
import { types } from "../support/programs";
import { badPrograms } from "./bad-program";
import { secretNumber, secretText } from "./corruption";
import { Daemon, littleRoom } from "./daemon";
import { exampleRegion } from "./example-region";
import { checkNested } from "./nested-check";

const anySecret = new RegExp(`${secretText}|${secretNumber}`, "i");
const example = loadBalancer();
const [rule] = example.loadBalancingRules as Properties[];

/** That every bad program is answered with reasons, in which there is no secret. */
function refusalBy(client: Client) {
  return fc.asyncProperty(badPrograms(), async ({ token, inputs }) => {
    const { reasons } = await client.check(subjectOf(token, "bad"), inputs);
    expect(reasons).not.toEqual([]);
    expect(reasons.filter((reason) => anySecret.test(reason))).toEqual([]);
  });
}

describe("a daemon with a region", () => {
  const daemon = new Daemon(littleRoom);
  const warnings = new Set<string>();

  beforeAll(async () => {
    await daemon.start();
    const client = daemon.connect();
    for (const [index, { token, properties }] of exampleRegion().entries()) {
      const subject = subjectOf(token, `example-${index}`);
      const { inputs, reasons } = await client.check(subject, bag(properties));
      expect(reasons).toEqual([]);
      await client.create(subject, inputs);
    }
  }, 60_000);

  afterAll(() => daemon.stop(), 60_000);

  it("refuses 1,200 bad programs, and the last ones leave it no larger than the first", async () => {
    const refusal = refusalBy(await daemon.connectEngine((warning) => warnings.add(warning)));
    await fc.assert(refusal, { numRuns: 400, seed: 2 });
    const before = daemon.residentMegabytes();
    await fc.assert(refusal, { numRuns: 800 });
    expect(daemon.residentMegabytes() - before).toBeLessThan(20);
  }, 300_000);

  it("has told no secret of theirs in its warnings, its log or its files", () => {
    expect(warnings.size).toBeGreaterThan(0);
    expect([...warnings].filter((warning) => anySecret.test(warning))).toEqual([]);
    expect(daemon.texts()).not.toMatch(anySecret);
  });
});

describe("a daemon", () => {
  const daemon = new Daemon();

  beforeAll(() => daemon.start(), 60_000);
  afterAll(() => daemon.stop(), 60_000);

  it.each([1_500, 5_000])(
    "answers what is nested %d levels deep, and goes on",
    async (depth) => {
      await expect(checkNested(daemon.port(), depth)).rejects.toThrow();
      const { reasons } = await daemon.connect().check(subjectOf(types.resourceGroup, "good"), bag({ location: "westeurope" }));
      expect(reasons).toEqual([]);
    },
    60_000,
  );

  it.each<[string, Properties]>([
    ["a reference of five million slashes", { frontendIPConfigurations: [{ publicIPAddress: { id: "/".repeat(5_000_000) } }] }],
    ["a name of five million characters", { loadBalancerName: "größe".repeat(1_000_000) }],
    ["two thousand rules for one port", { loadBalancingRules: Array.from({ length: 2_000 }, () => rule) }],
    ["five thousand rules that are none", { loadBalancingRules: Array.from({ length: 5_000 }, (_, index) => `rule ${index}`) }],
    ["five thousand properties that there are not", Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`p${index}`, 1]))],
  ])(
    "refuses %s",
    async (_, properties) => {
      const { reasons } = await daemon.connect().check(subjectOf(types.loadBalancer, "large"), bag({ ...example, ...properties }));
      expect(reasons.length).toBeGreaterThan(0);
      expect(reasons.filter((reason) => reason.length > 1_000)).toEqual([]);
    },
    60_000,
  );
});
