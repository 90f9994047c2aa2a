import { openFiles } from "../../../region/podman/edge/open-files";

const gibibyte = 1024 ** 3;

describe("the files that an edge may open", () => {
  it("are as many as the computer's memory has room for", () => {
    expect(openFiles(1_048_576, 8 * gibibyte)).toBe(26_843);
    expect(openFiles(1_048_576, 32 * gibibyte)).toBe(107_374);
  });

  it("are no more than the computer allows a process", () => {
    expect(openFiles(20_000, 32 * gibibyte)).toBe(20_000);
  });

  it("are enough for four thousand connections on a computer with little memory", () => {
    expect(openFiles(524_288, gibibyte)).toBe(8192);
  });
});
