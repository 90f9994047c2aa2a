import * as fs from "node:fs";
import * as path from "node:path";
import { resourceTypes } from "../../resources";
import { generateSchema, schemaText } from "../../schema/generate";

describe("the stored schema", () => {
  it('is what "make schema" writes for the installed azure-native, to the last character', () => {
    const stored = fs.readFileSync(path.resolve(__dirname, "../../schema/azure-native.json"), "utf8");
    const schema = generateSchema(resourceTypes.map(({ token }) => token));
    expect(JSON.parse(stored)).toEqual(schema);
    expect(stored === schemaText(schema)).toBe(true);
  });

  it("is refused for a type that azure-native does not have", () => {
    expect(() => generateSchema(["azure-native:network:LoadBalancers"])).toThrow(/loadBalancers\.d\.ts/);
  });
});
