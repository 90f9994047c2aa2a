import { readOptions } from "../../simulate/options";

describe("the options of a simulation", () => {
  it("have defaults: a day, the example stack, 90 s to boot and 100 requests a second", () => {
    const defaults = { load: "day", stack: "dev", variants: [], bootSeconds: 90, capacity: 100 };
    expect(readOptions([])).toMatchObject(defaults);
    expect(readOptions(["--load", "", "--compare", "", "--boot", "", "--price", ""])).toMatchObject(defaults);
  });

  it("take the size of the instances, or leave the stack's", () => {
    expect(readOptions(["--size", "Standard_B1s"]).size).toBe("Standard_B1s");
    expect(readOptions(["--size", ""]).size).toBeUndefined();
  });

  it("take variants with semicolons between them and settings with commas", () => {
    const compare = "scaleOutCpuPercent=60; web-tier:scaleOutCpuPercent=60, autoscaleCooldown=PT10M";
    expect(readOptions(["--compare", compare]).variants).toEqual([
      { scaleOutCpuPercent: "60" },
      { scaleOutCpuPercent: "60", autoscaleCooldown: "PT10M" },
    ]);
  });

  it.each([
    [["--compare", "scaleOutCpuPercent"], /COMPARE[^]*setting=value/],
    [["--compare", "a=1;b=2;c=3;d=4"], /COMPARE[^]*at most 3 variants/],
    [["--boot", "soon"], /BOOT[^]*soon[^]*0 or more/],
    [["--capacity", "0"], /CAPACITY[^]*above 0/],
    [["--price=-1"], /PRICE[^]*-1/],
  ])("are refused with what is allowed: %j", (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
