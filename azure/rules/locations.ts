import { mayBeARegion, misspeltRegion } from "../facts/region-names";
import { doesNotFit } from "./lookups";
import type { Rule } from "./rule";

/** What is known of Azure's answer to a location that is no region. */
type Answer = Pick<Rule, "id" | "title" | "code" | "grade" | "source">;

/** A resource group belongs to Azure Resource Manager itself, which answers in its own way. */
export const groupStandsInARegion: Rule = standsInARegion({
  id: "R381-group",
  title: "A resource group is in one of Azure's regions, not in a country or everywhere",
  code: "LocationNotAvailableForResourceGroup",
  grade: "observed",
  source: "https://github.com/Azure/azure-cli/issues/16368",
});

/** For types that are in regions alone. Microsoft.Insights, among others, has resources that are everywhere. */
export const resourceStandsInARegion: Rule = standsInARegion({
  id: "R381",
  title: "A resource of machines, networks, images or identities is in one of Azure's regions, not in a country or everywhere",
  code: "LocationNotAvailableForResourceType",
  grade: "observed",
  source: "https://github.com/jupyterhub/zero-to-jupyterhub-k8s/issues/3082",
});

function standsInARegion(answer: Answer): Rule {
  return {
    ...answer,
    severity: "error",
    allowed: "the name of a region, such as westeurope or canadacentral",
    *check(resource) {
      const location = resource.at("location");
      if (doesNotFit(location, mayBeARegion)) {
        const meant = misspeltRegion(location.text() ?? "");
        yield meant === undefined ? location : { at: location, allowed: `the name of a region, of which ${meant} is the nearest` };
      }
    },
  };
}
