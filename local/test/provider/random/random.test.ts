import { Properties, UNKNOWN } from "../../../../azure/properties/value";
import { Random } from "../../../region/provider/random/random";
import { bag } from "../../../../azure/test/support/bags";
import { subjectOf } from "../../support/engine";

const token = "random:index/randomString:RandomString";
const subject = subjectOf(token, "suffix");
const session = new Random().session();
const failures = (properties: Properties) => session.check(subject, bag(), bag(properties), undefined, new Uint8Array()).failures;

describe("RandomString", () => {
  it("makes a string by its inputs, which is its id too", async () => {
    const { id, outputs } = await session.create(subject, bag({ length: 6, special: false, upper: false, numeric: false }), false);
    expect(id).toMatch(/^[a-z]{6}$/);
    expect(outputs.properties).toEqual({ length: 6, special: false, upper: false, numeric: false, result: id });
  });

  it("takes the characters of overrideSpecial in place of its own", async () => {
    const only = { length: 5, lower: false, upper: false, numeric: false };
    expect((await session.create(subject, bag({ ...only, overrideSpecial: "~" }), false)).id).toBe("~~~~~");
    expect((await session.create(subject, bag({ ...only, overrideSpecial: "" }), false)).id).toMatch(/^[!@#$%&*()\-_=+[\]{}<>:?]{5}$/);
  });

  it("is not known in a preview", async () => {
    const { id, outputs } = await session.create(subject, bag({ length: 6 }), true);
    expect([id, outputs.properties.result]).toEqual(["", UNKNOWN]);
  });

  it("is replaced by every change, the new one first", () => {
    const changed = session.diff(subject, "abc", bag({ length: 3, keepers: { image: "1" } }), bag({ length: 3, keepers: { image: "2" } }));
    expect(changed).toEqual({ changes: [{ path: ["keepers", "image"], kind: "update-replace" }], deleteBeforeReplace: false });
    expect(session.diff(subject, "abc", bag({ length: 3 }), bag({ length: 3 })).changes).toEqual([]);
  });

  it("is read back from the engine's state, and from the string itself where there is none", async () => {
    expect((await session.read(subject, "abc", bag({ length: 3, upper: false }), bag()))?.outputs.properties).toEqual({
      length: 3,
      upper: false,
      result: "abc",
    });
    expect((await session.read(subject, "abcd", bag(), bag()))?.inputs.properties).toEqual({ length: 4 });
  });

  it.each([
    [{}, "length"],
    [{ length: 0 }, "length"],
    [{ length: 2.5 }, "length"],
    [{ length: "8" }, "length"],
    [{ length: 8, upper: "yes" }, "upper"],
    [{ length: 8, minUpper: -1 }, "minUpper"],
    [{ length: 8, overrideSpecial: 1 }, "overrideSpecial"],
    [{ length: 8, minUpper: 9 }, "length"],
    [{ length: 8, lower: false, upper: false, numeric: false, special: false }, "length"],
    [{ length: 8, size: 8 }, "size"],
  ])("is refused with %j", (properties, property) => {
    expect(failures(properties).map((failure) => failure.property)).toEqual([property]);
  });

  it.each<[Properties]>([
    [{ length: 1 }],
    [{ length: UNKNOWN, minUpper: 9 }],
    [{ length: 8, minUpper: 8 }],
    [{ length: 8, keepers: { image: UNKNOWN } }],
  ])("is accepted with %j", (properties) => {
    expect(failures(properties)).toEqual([]);
  });

  it("is the only type of @pulumi/random that the region has, and says so", () => {
    const password = subjectOf("random:index/randomPassword:RandomPassword", "p");
    expect(session.check(password, bag(), bag(), undefined, new Uint8Array()).failures).toEqual([
      { property: "", reason: `the local region has no resource type ${password.type}. It has ${token}.` },
    ]);
    expect(() => session.invoke("random:index/get:get", bag())).toThrow("no function random:index/get:get");
  });
});
