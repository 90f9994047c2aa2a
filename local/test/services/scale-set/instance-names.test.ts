import { assignInstanceIds, computerName, instanceName } from "../../../region/services/scale-set/instance-names";
import { proves } from "../../support/proves";

describe("names of instances", () => {
  it("An instance of a uniform set is called after the set and its id", () => {
    proves("names-instance");
    expect(instanceName("nsgvmss", "85")).toBe("nsgvmss_85");
  });

  it("Its computer name is the prefix and its id in six digits of base 36, in capitals", () => {
    proves("names-computer");
    expect(computerName("nsgvmss", "85")).toBe("nsgvmss00002D");
    expect(computerName("web", "0")).toBe("web000000");
    expect(computerName("web", "35")).toBe("web00000Z");
    expect(computerName("web", "36")).toBe("web000010");
  });

  it("Ids count up from 0 and are not used again", () => {
    proves("names-ids");
    const first = assignInstanceIds(0, 3);
    expect(first).toEqual({ ids: ["0", "1", "2"], nextId: 3 });
    expect(assignInstanceIds(first.nextId, 1).ids).toEqual(["3"]);
  });

  it("refuses more instances than there are ids", () => {
    expect(assignInstanceIds(36 ** 6 - 1, 1).ids).toEqual(["2176782335"]);
    expect(computerName("web", "2176782335")).toBe("webZZZZZZ");
    expect(() => assignInstanceIds(36 ** 6 - 1, 2)).toThrow("sku.capacity asks for 2 more instances");
  });
});
