import type { Rule } from "../../../rules/rule";
import { sameText } from "../../../rules/lookups";

/** For the types of Microsoft.Insights that belong to no region. */
export const locationIsGlobal: Rule = {
  id: "T27",
  title: "Alerts and action groups are in the location global, and azure-native fills in that of the resource group",
  code: "Warning",
  grade: "observed",
  source: "https://github.com/MicrosoftDocs/azure-docs/issues/5156",
  severity: "warning",
  allowed: "global",
  because: "few regions take such a resource, and without a location azure-native takes that of the resource group",
  *check(resource) {
    const location = resource.text("location");
    if (location !== undefined && !sameText(location, "global")) {
      yield resource.at("location");
    }
  },
};
