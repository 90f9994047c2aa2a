import { isGalleryImageVersion } from "../../../azure/facts/image-ids";
import { podmanImage } from "../../region/services/scale-set/images";
import { Sandbox } from "./support/sandbox";
import type { Stack } from "./support/stack";

const sandbox = new Sandbox();
const { region } = sandbox;
const location = { "azure-native:location": "westeurope" };

let stack: Stack;

beforeAll(async () => {
  stack = await sandbox.stack("local/test/programs/image", "test", location);
});

afterAll(() => sandbox.remove());

/** The tests of this file are one life of one deployment, in their order. */
describe("the project of the tested image", () => {
  it("is refused before anything is touched where there is no Image Builder", async () => {
    stack.configure({ "azure-native:location": "spaincentral" });
    const { status, output } = await stack.preview();
    expect({ status, files: region.files() }).toEqual({ status: 1, files: [] });
    expect(output).toContain("The settings have a problem; nothing was changed.");
    expect(output).toMatch(/azure-native:location\n +given: +"spaincentral"/);
    stack.configure(location);
  });

  it("is previewed and deployed without a warning", async () => {
    const { status, output, changes } = await stack.preview();
    expect({ status, changes, files: region.files() }).toEqual({ status: 0, changes: { create: 10 }, files: [] });
    expect(output).not.toContain("warning");
    expect(await stack.up()).toMatchObject({ status: 0, changes: { create: 10 }, errors: [] });
    expect(region.names()).toEqual([
      expect.stringMatching(/^Gallery web_tier_image_gallery[0-9a-f]{8}$/),
      "GalleryImage web-tier",
      expect.stringMatching(/^ResourceGroup web-tier-image-resource-group[0-9a-f]{8}$/),
      expect.stringMatching(/^RoleAssignment [0-9a-f-]{36}$/),
      expect.stringMatching(/^RoleDefinition [0-9a-f-]{36}$/),
      expect.stringMatching(/^UserAssignedIdentity web-tier-image-builder-identity[0-9a-f]{8}$/),
      expect.stringMatching(/^VirtualMachineImageTemplate web-tier-image-template[0-9a-f]{8}$/),
    ]);
  });

  it("has the tier's imageId as output, by which the local region finds its own image", async () => {
    const { imageId, waitCommand } = (await stack.outputs()) as Record<string, string>;
    expect(isGalleryImageVersion(imageId)).toBe(true);
    expect(podmanImage(imageId)).toMatch(/^localhost\/web-tier:\d+\.\d+\.\d+$/);
    expect(waitCommand).toMatch(/^az image builder wait --resource-group \S+ --name web-tier-image-template[0-9a-f]{8} /);
  });

  it("changes nothing when it is deployed again, or refreshed", async () => {
    expect(await stack.up("--expect-no-changes")).toMatchObject({ status: 0, steps: [] });
    expect(await stack.refresh("--expect-no-changes")).toMatchObject({ status: 0 });
  });

  it("replaces the template where Azure would refuse to change it", async () => {
    stack.configure({ ...location, "web-tier-image:buildVmSize": "Standard_D2s_v5" });
    const { status, steps } = await stack.up();
    expect({ status, steps: steps.map(({ op, name }) => `${op} ${name}`) }).toEqual({
      status: 0,
      steps: ["create-replacement", "replace", "delete-replaced"].map((op) => `${op} web-tier-image-template`),
    });
  });

  it("is destroyed to nothing", async () => {
    expect(await stack.destroy()).toMatchObject({ status: 0, changes: { delete: 10 } });
    expect(region.files()).toEqual([]);
  });
});
