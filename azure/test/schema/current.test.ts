import * as fs from "node:fs";
import * as path from "node:path";
import { resourceTypes } from "../../resources";
import { generateSchema } from "../../schema/generate";

describe("the stored schema", () => {
  it('is the one of the installed azure-native; "make schema" brings it up to date', () => {
    const stored = fs.readFileSync(path.resolve(__dirname, "../../schema/azure-native.json"), "utf8");
    expect(JSON.parse(stored)).toEqual(generateSchema(resourceTypes.map(({ token }) => token)));
  });

  it("is refused for a type that azure-native does not have", () => {
    expect(() => generateSchema(["azure-native:network:LoadBalancers"])).toThrow(/loadBalancers\.d\.ts/);
  });
});
