import * as fc from "fast-check";
import { add, edits, remove, set } from "../../../../azure/test/rules/edits";
import { armId } from "../../../../azure/test/rules/fake-region";
import { dynamicCriteria } from "../../../../azure/test/rules/valid/metric-alert";
import { inAnyCase } from "../texts";
import { alternatives, varied, Widening } from "../variation";

function locatedIn(...regions: string[]) {
  return varied(
    "location",
    fc.oneof(inAnyCase("global"), fc.constantFrom(...regions)).map((text) => set("location", text)),
  );
}

/** Wider than the example of an action group. */
export const actionGroup: Widening = {
  aspects: [
    locatedIn("Sweden Central", "westus"),
    varied(
      "groupShortName",
      fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 12 }).map((name) => set("groupShortName", name)),
    ),
    varied(
      "further receivers",
      fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 4 }).map((names) =>
        set(
          "smsReceivers",
          names.map((name) => ({ name: `sms ${name}`, countryCode: "49", phoneNumber: "5550100" })),
        ),
      ),
    ),
    alternatives("webhooks", {
      none: remove("webhookReceivers"),
      "an empty list": set("webhookReceivers", []),
      "that Azure signs in to": fc
        .uuid()
        .map((objectId) =>
          edits(
            set("webhookReceivers[0].useAadAuth", true),
            set("webhookReceivers[0].objectId", objectId),
            set("webhookReceivers[0].identifierUri", "api://alerts"),
          ),
        ),
    }),
  ],
  // Receivers of all kinds share their names.
  ruled: [
    ...["armRoleReceivers", "automationRunbookReceivers", "azureAppPushReceivers", "azureFunctionReceivers", "eventHubReceivers"],
    ...["useAadAuth", "objectId", "identifierUri"],
    ...["incidentReceivers", "itsmReceivers", "logicAppReceivers", "smsReceivers", "voiceReceivers"],
    "identity",
  ],
};

const machines = "Microsoft.Compute/virtualMachines";
const frequencies = ["PT1M", "PT5M", "PT15M", "PT30M", "PT1H"];
const windows = [...frequencies, "PT6H", "PT12H", "P1D"];

/** Wider than the example of a metric alert. */
export const metricAlert: Widening = {
  aspects: [
    locatedIn("westeurope", "westus"),
    varied(
      "severity",
      fc.integer({ min: 0, max: 4 }).map((severity) => set("severity", severity)),
    ),
    varied(
      "times",
      // Dynamic thresholds take no less than 5 minutes and no more than an hour.
      fc
        .subarray(["PT5M", "PT15M", "PT30M", "PT1H"], { minLength: 1 })
        .map((times) => edits(set("evaluationFrequency", times[0]), set("windowSize", times[times.length - 1]))),
    ),
    alternatives("criteria", {
      "with longer windows": fc.tuple(fc.nat(frequencies.length - 1), fc.nat(windows.length - 1)).map(([one, other]) => {
        const window = Math.max(one, other);
        // More than four hours are looked at every five minutes at most.
        const mostOften = window < frequencies.length ? 0 : frequencies.indexOf("PT5M");
        return edits(
          set("evaluationFrequency", frequencies[Math.max(mostOften, Math.min(one, other))]),
          set("windowSize", windows[window]),
        );
      }),
      "of several metrics, by instance": fc
        .constantFrom("Available Memory Bytes", "Network In Total", "Data Disk Read Bytes/sec")
        .map((metricName) =>
          add("criteria.allOf", {
            criterionType: "StaticThresholdCriterion",
            name: "second",
            metricName,
            operator: "GreaterThan",
            threshold: 1,
            timeAggregation: "Average",
            dimensions: [{ name: "VMName", operator: "Include", values: ["*"] }],
          }),
        ),
      dynamic: fc
        .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 }))
        .map(([failing, more]) => edits(set("criteria", dynamicCriteria(failing, failing + more)), set("evaluationFrequency", "PT5M"))),
    }),
    varied(
      "scopes",
      fc.constant(
        edits(
          set(
            "scopes",
            ["one", "two"].map((name) => armId(machines, name)),
          ),
          set("criteria.odataType", "Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria"),
          set("criteria.allOf[0].metricNamespace", machines),
          set("targetResourceType", machines),
          set("targetResourceRegion", "westeurope"),
        ),
      ),
    ),
    alternatives("actions", { none: remove("actions") }),
  ],
  ruled: ["targetResourceType", "targetResourceRegion"],
};

const inLog = "condition.allOf[1]";

/** Wider than the example of an activity log alert. */
export const activityLogAlert: Widening = {
  aspects: [
    varied(
      "location",
      fc.oneof(inAnyCase("global"), fc.constantFrom("westeurope", "North Europe")).map((text) => set("location", text)),
    ),
    alternatives("condition", {
      "of several values": set(inLog, { field: "status", containsAny: ["Failed", "Succeeded"] }),
      "of several conditions": set(inLog, { anyOf: [{ field: "status", equals: "Succeeded" }] }),
      "on a level": inAnyCase("Critical").map((level) => set(inLog, { field: "level", equals: level })),
      "on the health of resources": fc.constantFrom("Informational", "Critical").map((level) =>
        set("condition.allOf", [
          { field: "category", equals: "ResourceHealth" },
          { field: "level", equals: level },
        ]),
      ),
      "on the health of services": edits(
        set("condition.allOf", [{ field: "category", equals: "ServiceHealth" }]),
        set("scopes", ["/subscriptions/00000000-0000-0000-0000-000000000000"]),
      ),
    }),
    alternatives("actions", { none: set("actions", {}) }),
  ],
  ruled: ["anyOf", "containsAny"],
};
