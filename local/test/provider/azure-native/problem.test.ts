import { describe as describeProblem, Problem, propertyOf } from "../../../region/provider/azure-native/problem";
import { UNKNOWN, Value } from "../../../../azure/properties/value";

const problem = (value: Value | undefined, others: Partial<Problem> = {}): Problem => ({
  path: ["probes", 0, "port"],
  value,
  allowed: "1 to 65535",
  code: "InvalidRequestContent",
  ...others,
});

/** Half a character does not survive the way over the wire. */
const sent = (text: string) => Buffer.from(text, "utf8").toString("utf8");

describe("the message of a problem", () => {
  it("says where, what was given, what is allowed, why, ARM's code and the source", () => {
    const whole = problem(0, { because: "a port is a number of 16 bits", source: "https://example.com/ports" });
    expect(propertyOf(whole, [])).toBe("probes[0].port");
    expect(describeProblem(whole, [])).toBe(
      "given 0; allowed: 1 to 65535, because a port is a number of 16 bits (InvalidRequestContent, https://example.com/ports)",
    );
    expect(describeProblem(problem(0), [])).toBe("given 0; allowed: 1 to 65535 (InvalidRequestContent)");
  });

  it("says what would be better where Azure takes what was given", () => {
    const advice = problem(8080, { isAdvice: true, code: "Warning", allowed: "80", source: "https://example.com/ports" });
    expect(describeProblem(advice, [])).toBe("given 8080; better: 80 (https://example.com/ports)");
  });

  it.each<[Value | undefined, string]>([
    ["0", '"0"'],
    [undefined, "nothing"],
    [null, "nothing"],
    [UNKNOWN, "a value that is not known yet"],
    [[], "an empty list"],
    [["1", 2, { a: 1 }, UNKNOWN], '["1", 2, an object with a, a value that is not known yet]'],
    [{}, "an object with nothing in it"],
    [{ port: 1, name: ["x"] }, "an object with port, name"],
    [[{ port: 1, name: "x" }], '[the object named "x"]'],
    [{ "\u001b[2J": 1 }, 'an object with ["\\u001b[2J"]'],
    [NaN, "NaN"],
    [-Infinity, "-Infinity"],
  ])("shows %p as %s", (value, shown) => {
    expect(describeProblem(problem(value), [])).toContain(`given ${shown};`);
  });

  it.each([[["probes"]], [["probes", 0, "port"]], [["probes", 0, "port", "deeper"]]])(
    "does not show what is or holds the secret at %j",
    (secret) => {
      expect(describeProblem(problem("hush"), [secret])).toContain("given [secret];");
      expect(describeProblem(problem(["hush"]), [secret])).toContain("given [secret];");
      expect(describeProblem(problem({ hush: 1 }), [secret])).toContain("given [secret];");
    },
  );

  it("does not name what is in a secret", () => {
    expect(propertyOf(problem(0), [["probes", 0]])).toBe("probes[0]");
    expect(propertyOf(problem(0), [["probes"]])).toBe("probes");
    expect(propertyOf(problem(0), [["probes", 0, "port", "deeper"], ["tags"]])).toBe("probes[0].port");
  });

  it("says what holds in general where its words would give a secret away", () => {
    const worded = problem(0, { allowed: "at most 7, as /pools/hush has", because: "why", inGeneral: { allowed: "fewer" } });
    expect(describeProblem(worded, [], ["hush"])).toBe("given 0; allowed: fewer (InvalidRequestContent)");
    expect(describeProblem(worded, [], ["other"])).toContain("allowed: at most 7, as /pools/hush has, because why");
  });

  it.each([
    ["osProfile", "adminPassword"],
    ["osProfile", "customData"],
    ["userData"],
    ["ssh", "publicKeys", 0, "keyData"],
    ["extensions", 0, "protectedSettings", "commandToExecute"],
    ["windowsConfiguration", "additionalUnattendContent", 0, "content"],
    ["webhookReceivers", 0, "serviceUri"],
  ])("shows only how long a text is that gives access, as at %s", (...path) => {
    expect(describeProblem(problem("hush", { path }), [])).toContain("given a text of 4 characters;");
    expect(describeProblem(problem(["hush", 1], { path }), [])).toContain("given [a text of 4 characters, 1];");
  });

  it("shows only how long the text of a property is that may be a misspelt one", () => {
    expect(describeProblem(problem("h", { path: ["adminPasword"], isMisnamed: true }), [])).toContain("given a text of 1 character;");
  });

  it("shows a switch whose name speaks of passwords", () => {
    expect(describeProblem(problem("yes", { path: ["disablePasswordAuthentication"] }), [])).toContain('given "yes";');
  });

  it("keeps the end of a long id, which says what it names", () => {
    const id = `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/${"g".repeat(60)}/providers/Microsoft.Network/loadBalancers/front/probes/http`;
    expect(describeProblem(problem(id), [])).toContain('given "…/providers/Microsoft.Network/loadBalancers/front/probes/http";');
    const short = "/subscriptions/0/resourceGroups/g/providers/Microsoft.Network/loadBalancers/front";
    expect(describeProblem(problem(short), [])).toContain(`given "${short}";`);
    const odd = `/subscriptions/${"🦀".repeat(100)}`;
    expect(describeProblem(problem(odd), [])).toBe(sent(describeProblem(problem(odd), [])));
    expect(describeProblem(problem(odd), []).length).toBeLessThan(300);
  });

  it("shows what only stands beside a secret, and nothing where nothing was given", () => {
    expect(describeProblem(problem(0), [["probes", 1], ["tags"]])).toContain("given 0;");
    expect(describeProblem(problem(undefined), [["probes"]])).toContain("given nothing;");
  });

  it("cuts a long value, and never through a character", () => {
    const crabs = describeProblem(problem("🦀".repeat(1000)), []);
    expect(crabs.length).toBeLessThan(300);
    expect(crabs).toBe(sent(crabs));
    const shifted = describeProblem(problem(`x${"🦀".repeat(1000)}`), []);
    expect(shifted).toBe(sent(shifted));
    expect(
      describeProblem(problem(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`key${index}`, 1]))), []).length,
    ).toBeLessThan(300);
  });
});
