import { resourceTypes } from "../../resources";
import { generateSchema, schemaText } from "../../schema/generate";
import { modelsOfResources } from "../../schema/microsoft-models";
import { storedSchema, storedText } from "../support/stored-schema";

/** The types whose models are not read, because no release that brings the others too has their versions. The typings alone hold them. */
const typesWithoutModels: readonly string[] = [
  "azure-native:resources:ResourceGroup",
  "azure-native:compute:Gallery",
  "azure-native:compute:GalleryImage",
  "azure-native:virtualmachineimages:VirtualMachineImageTemplate",
  "azure-native:managedidentity:UserAssignedIdentity",
  "azure-native:authorization:RoleDefinition",
  "azure-native:authorization:RoleAssignment",
];

describe("the stored schema", () => {
  it('is what "make schema" writes for the installed azure-native, to the last character', () => {
    const stored = storedText("azure-native.json");
    const schema = generateSchema(resourceTypes.map(({ token }) => token));
    expect(JSON.parse(stored)).toEqual(schema);
    expect(stored === schemaText(schema)).toBe(true);
  });

  it("is refused for a type that azure-native does not have", () => {
    expect(() => generateSchema(["azure-native:network:LoadBalancers"])).toThrow(/loadBalancers\.d\.ts/);
  });
});

describe("the stored constraints", () => {
  const { constraints, ...schema } = storedSchema();

  it("were read from Microsoft's models of the API versions that azure-native asks", () => {
    const asked = Object.entries(schema.resources).map(([token, { apiVersion }]) => [token, apiVersion]);
    const read = Object.entries(modelsOfResources).map(([token, { file }]) => [token, file.apiVersion]);
    expect(Object.fromEntries(read)).toEqual({
      ...Object.fromEntries(asked.filter(([token]) => !typesWithoutModels.includes(token))),
      // Of a preview that Microsoft publishes no models of.
      "azure-native:monitor:ActionGroup": "2023-01-01",
    });
  });

  it("are of properties that the typings have", () => {
    const unknown = Object.entries(constraints).flatMap(([name, { properties }]) =>
      Object.keys(properties).filter((property) => !(property in (schema.objects[name] ?? schema.resources[name].inputs))),
    );
    expect(unknown).toEqual([]);
  });
});
