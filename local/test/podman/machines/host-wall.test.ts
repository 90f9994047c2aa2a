import { wallRules } from "../../../region/podman/machines/host-wall";
import { firstUserOf, holds, userOptions } from "../../../region/podman/machines/user-range";

describe("the wall before this computer", () => {
  it("stands before all networks at once, and before every address by which an ordinary user's guests could come round", () => {
    const rules = wallRules("region_1", ["podman1", "podman2"], ["192.0.2.2"], true);
    expect(rules).toContain('iifname { "podman1", "podman2" } reject');
    expect(rules).toContain('iifname { "podman1", "podman2" } ip daddr @host reject');
    expect(rules).toContain("elements = { 169.254.0.0/16, 192.0.2.2 }");
  });

  it("keeps other users from the guests where there can be any", () => {
    const isClosed = (hasOtherUsers: boolean) => wallRules("region_1", ["podman1"], [], hasOtherUsers).includes("skuid != 0 reject");
    expect([isClosed(true), isClosed(false)]).toEqual([true, false]);
  });

  it("replaces the one that was there, in one step", () => {
    expect(wallRules("region_1", ["podman1"], [], true)).toMatch(
      /^table inet region_1\ndelete table inet region_1\ntable inet region_1 \{/,
    );
  });
});

describe("a machine's users", () => {
  const root = () => true;

  it("are 65,536 of this computer that nobody else is, and other ones for every machine of a subnet", () => {
    const firsts = Array.from({ length: 8000 }, (_, index) => firstUserOf(`10.0.${index >> 8}.${index % 256}`, root)!);
    expect(new Set(firsts).size).toBe(8000);
    expect(Math.min(...firsts)).toBeGreaterThanOrEqual(2 ** 30);
    expect(Math.max(...firsts) + 65_535).toBeLessThan(1_879_048_192);
    expect(userOptions(firsts[0])).toEqual(["--uidmap", `0:${firsts[0]}:65536`, "--gidmap", `0:${firsts[0]}:65536`]);
  });

  it("are what Podman makes of them where this process has none to give", () => {
    expect(firstUserOf("10.0.0.4", () => false)).toBeUndefined();
    expect(userOptions(undefined)).toEqual([]);
  });

  it.each([
    ["         0          0 4294967295\n", true],
    ["         0     100000      65536\n", false],
    ["0 1000 1\n1 100000 65536\n", false],
    ["", false],
  ])("are this process's to give with the table %j: %s", (table, expected) => {
    expect(holds(table, 2 ** 30, 65_536)).toBe(expected);
  });
});
