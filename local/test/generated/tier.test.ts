import * as fc from "fast-check";
import { checkSettings } from "../../../src/settings/check";
import { configurationOf, filesOf } from "../../../test/support/settings";
import { regionsWithoutZones } from "../../../azure/facts/regions";
import { bag } from "../../../azure/test/support/bags";
import { Engine } from "../support/engine";
import { temporaryFolder } from "../support/temporary-folder";
import { types } from "../support/programs";
import { refusalsOfTier } from "./tier-program";
import { anySettings, existingNetwork, locations } from "./tier-settings";

const folder = temporaryFolder();
const readFile = filesOf({ "image/marketplace-user-data.sh": "#!/bin/sh\n", "own.sh": `#!/bin/sh\n${"#".repeat(65_526)}` });

/** A region with what settings can name: a resource group, a subnet in each location, and an identity that exist. */
async function regionWithExisting(): Promise<void> {
  const engine = Engine.at(folder.path);
  await engine.create(types.resourceGroup, "group", bag({ resourceGroupName: "existing", location: "westeurope" }));
  const subnets = [{ name: "instances", addressPrefix: "10.0.0.0/24" }];
  for (const [name, location] of new Map(locations.map((location) => [existingNetwork(location), location]))) {
    const network = { virtualNetworkName: name, location, addressSpace: { addressPrefixes: ["10.0.0.0/16"] }, subnets };
    await engine.create(types.virtualNetwork, name, bag({ resourceGroupName: "existing", ...network }));
  }
  const identity = { resourceGroupName: "existing", resourceName: "web", location: "westeurope" };
  await engine.create(types.userAssignedIdentity, "identity", bag(identity));
}

// Pulumi notes the stack at each of its many promises, and Jest spends more time on reading those than all else takes.
const { stackTraceLimit } = Error;
beforeAll(() => {
  Error.stackTraceLimit = 0;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

describe("the tier", () => {
  it("is accepted by the region with all settings that its own check accepts", async () => {
    await regionWithExisting();
    await fc.assert(
      fc.asyncProperty(anySettings, async ({ settings, location }) => {
        const checked = checkSettings({ ...configurationOf(settings), "azure-native:location": location }, readFile);
        fc.pre("args" in checked);
        expect(await refusalsOfTier(Engine.at(folder.path, location), checked.name, checked.args)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it.each([...regionsWithoutZones])("is not put into %s, where the region would refuse its zones", (location) => {
    const { problems } = checkSettings({ ...configurationOf(), "azure-native:location": location }, readFile);
    expect(problems.map(({ path }) => path)).toEqual(["azure-native:location"]);
  });
});
