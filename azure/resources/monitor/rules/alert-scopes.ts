import { armTypeOf, normalLocation } from "../../../arm/id";
import { canWatchSeveral } from "../../../facts/metrics";
import type { View } from "../../../properties/view";
import { doesNotFit, is, isEmpty, repeated, sameText } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

const samples = "https://learn.microsoft.com/azure/azure-monitor/alerts/resource-manager-alerts-metric";

/** What one metric alert can watch. */
export const alertScopeRules: Rule[] = [
  {
    id: "R226",
    title: "A metric alert watches something",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: samples,
    severity: "error",
    allowed: "the id of a resource that has metrics",
    *check(alert) {
      const scopes = alert.at("scopes");
      if (isEmpty(scopes)) {
        yield scopes;
      }
      yield* repeated(alert.list("scopes"), (scope) => scope.text()?.toLowerCase());
    },
  },
  {
    id: "R226-id",
    title: "A metric alert names what it watches, and whom it tells, by whole ids",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: samples,
    severity: "error",
    allowed: "the id of a resource, from /subscriptions/ on",
    *check(alert) {
      const ids = [...alert.list("scopes"), ...alert.list("actions").map((action) => action.at("actionGroupId"))];
      yield* ids.filter((id) => doesNotFit(id, (text) => /^\/subscriptions\/[^/]/i.test(text)));
    },
  },
  {
    id: "R227",
    title: "The scopes of a metric alert are resources of one type",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/Azure/bicep-registry-modules/issues/2449",
    severity: "error",
    allowed: "resources of one type; an alert of its own watches each other type",
    *check(alert) {
      // An alert on a web test names the component beside the test.
      if (
        !is(alert.at("criteria.odataType"), "Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria") &&
        scopeTypes(alert).length > 1
      ) {
        yield { at: alert.at("scopes"), because: `these are ${scopeTypes(alert).join(" and ")}` };
      }
    },
  },
  {
    id: "R228",
    title: "A metric alert watches several resources only of some types, such as virtual machines",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/36942",
    severity: "error",
    allowed: "one resource; an alert of its own watches each of the others",
    *check(alert) {
      const [type, ...others] = scopeTypes(alert);
      if (type !== undefined && others.length === 0 && alert.list("scopes").length > 1 && !canWatchSeveral(type)) {
        yield { at: alert.at("scopes"), because: `one alert watches one resource of the type ${type}` };
      }
    },
  },
  {
    id: "R229",
    title: "A metric alert says the type of its scopes where it says one",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/Azure/azure-powershell/issues/17105",
    severity: "error",
    allowed: "the type of the scopes",
    *check(alert) {
      const [type, ...others] = scopeTypes(alert);
      const said = alert.at("targetResourceType");
      if (type !== undefined && others.length === 0 && said.text() && !sameText(said.text(), type)) {
        yield { at: said, allowed: `${type}, which the scopes are of` };
      }
    },
  },
  {
    id: "R229-region",
    title: "A metric alert says the region of its scopes where it says one",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: samples,
    severity: "error",
    allowed: "the region of the scopes",
    *check(alert, region) {
      const said = alert.at("targetResourceRegion");
      for (const scope of alert.texts("scopes")) {
        const location = region.find(scope)?.properties.text("location");
        const isElsewhere = location !== undefined && !sameText(location, "global");
        if (isElsewhere && said.text() && normalLocation(location) !== normalLocation(said.text() ?? "")) {
          yield { at: said, allowed: `${location}, which the scopes are in` };
          return;
        }
      }
    },
  },
  {
    id: "R91-single",
    title: "Criteria of the kind for one resource watch one resource",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/4337",
    severity: "error",
    allowed: "one resource, or criteria of the odataType Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria",
    *check(alert) {
      const [type, ...others] = scopeTypes(alert);
      const several = alert.list("scopes").length > 1;
      // Where the type alone rules it out, that is said already.
      const mayWatchSeveral = type !== undefined && others.length === 0 && canWatchSeveral(type);
      if (isForOneResource(alert) && ((several && mayWatchSeveral) || alert.texts("scopes").some(holdsResources))) {
        yield alert.at("scopes");
      }
    },
  },
  {
    id: "R235",
    title: "A Basic load balancer has no metrics to watch",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-metric-near-real-time",
    severity: "error",
    allowed: "a load balancer with sku.name Standard",
    *check(alert, region) {
      for (const scope of alert.list("scopes")) {
        const resource = region.find(scope.text() ?? "");
        if (resource?.type === "azure-native:network:LoadBalancer" && is(resource.properties.at("sku.name"), "Basic")) {
          yield scope;
        }
      }
    },
  },
];

/** True for the id of a subscription or of a resource group. */
export function holdsResources(id: string): boolean {
  return /^\/subscriptions\/[^/]+(\/resourceGroups\/[^/]+)?$/i.test(id);
}

/** True where the criteria are certain to be of the kind for one resource. */
export function isForOneResource(alert: View): boolean {
  return is(alert.at("criteria.odataType"), "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria");
}

/** The types of the scopes that are resources, each once as it was written first; those that only a later one tells apart are left out. */
export function scopeTypes(alert: View): string[] {
  const types = alert.texts("scopes").flatMap((scope) => armTypeOf(scope) ?? []);
  return types.filter((type, index) => types.findIndex((other) => sameText(type, other)) === index);
}
