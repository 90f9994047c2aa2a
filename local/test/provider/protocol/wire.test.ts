import * as fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { UNKNOWN } from "../../../../azure/properties/value";
import { decode, encode } from "../../../region/provider/protocol/wire";
import { anyBag } from "../../support/arbitrary-bags";
import { bag } from "../../../../azure/test/support/bags";

const secretEnvelope = (value: unknown) => ({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value });

/** Through the bytes that go over the wire, not only through objects. */
const sent = (struct: Struct) => Struct.deserializeBinary(struct.serializeBinary());

describe("the engine's wire format", () => {
  it("gives every bag back as it was, with unknown values and secrets anywhere", () => {
    fc.assert(
      fc.property(anyBag, (original) => {
        const { properties, secrets } = decode(sent(encode(original)));
        expect(properties).toEqual(original.properties);
        expect(secrets.map((path) => JSON.stringify(path)).sort()).toEqual(original.secrets.map((path) => JSON.stringify(path)).sort());
      }),
    );
  });

  it("marks secrets and unknown values as the engine does", () => {
    const struct = encode(bag({ password: "hush", ports: [80, UNKNOWN] }, ["password"]));
    expect(struct.toJavaScript()).toEqual({ password: secretEnvelope("hush"), ports: [80, "04da6b54-80e4-46f7-96ec-b56ff0331ba9"] });
  });

  it("reads an unknown value of every type", () => {
    const unknownList = "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2";
    const unknownObject = "030794c1-ac77-496b-92df-f27374a8bd58";
    expect(decode(Struct.fromJavaScript({ zones: unknownList, sku: unknownObject })).properties).toEqual({ zones: UNKNOWN, sku: UNKNOWN });
  });

  it("reads a secret that is not known yet, and one that holds an object", () => {
    const struct = Struct.fromJavaScript({
      later: secretEnvelope("04da6b54-80e4-46f7-96ec-b56ff0331ba9"),
      profile: secretEnvelope({ password: "hush" }),
    });
    expect(decode(struct)).toEqual(bag({ later: UNKNOWN, profile: { password: "hush" } }, ["later"], ["profile"]));
  });

  it("refuses what is nested too deeply to be read, naming the property, also where it is secrets that are nested", () => {
    const nested = (levels: number, wrap: (inner: object) => object) => {
      let value: object = {};
      for (let level = 1; level < levels; level++) {
        value = wrap(value);
      }
      return Struct.fromJavaScript({ tags: value } as never);
    };
    expect(decode(nested(500, (inner) => ({ inner }))).properties).toHaveProperty("tags.inner.inner");
    for (const wrap of [(inner: object) => ({ inner }), (inner: object) => [inner], secretEnvelope]) {
      expect(() => decode(nested(501, wrap as never))).toThrow("tags: the value is nested more than 500 levels deep");
    }
  });

  it("leaves out what has no value, and takes an absent message for an empty one", () => {
    expect(encode(bag({ location: undefined as never, name: "a" })).toJavaScript()).toEqual({ name: "a" });
    expect(decode(undefined)).toEqual(bag());
  });
});
