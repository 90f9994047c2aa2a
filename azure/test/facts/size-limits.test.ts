import { sizeLimits } from "../../facts/size-limits";

describe("what a virtual machine size gives", () => {
  it.each([
    ["Standard_B1ls", 1, 0.5],
    ["Standard_B1s", 1, 1],
    ["Standard_B1ms", 1, 2],
    ["Standard_B2s", 2, 4],
    ["Standard_B2ms", 2, 8],
    ["Standard_B2ts_v2", 2, 1],
    ["Standard_B2ls_v2", 2, 4],
    ["Standard_B2s_v2", 2, 8],
    ["Standard_B2ats_v2", 2, 1],
    ["Standard_B4als_v2", 4, 8],
    ["Standard_D2s_v3", 2, 8],
    ["Standard_D4s_v5", 4, 16],
    ["Standard_D2as_v5", 2, 8],
    ["Standard_D2ls_v5", 2, 4],
    ["Standard_D192s_v6", 192, 768],
    ["Standard_A2m_v2", 2, 16],
    ["standard_b1S", 1, 1],
  ])("is known of %s", (size, vCpus, memoryGiB) => {
    expect(sizeLimits(size)).toEqual({ vCpus, memoryGiB });
  });

  it.each(["Standard_E2s_v5", "Standard_D3s_v5", "Standard_B4ts_v2", "Standard_D96s_v3", "B1s", ""])(
    "is that of Standard_B1s, with a note, for the unknown size %j",
    (size) => {
      expect(sizeLimits(size)).toMatchObject({ vCpus: 1, memoryGiB: 1, note: expect.stringContaining(`does not know the size ${size} `) });
    },
  );
});
