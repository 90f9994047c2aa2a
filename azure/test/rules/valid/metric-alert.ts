import type { Properties } from "../../../properties/value";
import { armId } from "../fake-region";
import { scaledSetId } from "./autoscale-setting";

export const actionGroupId = armId("Microsoft.Insights/actionGroups", "web-operations");

/** The tier's action group. */
export function actionGroup(): Properties {
  return {
    resourceGroupName: "web",
    actionGroupName: "web-operations",
    location: "global",
    groupShortName: "web",
    enabled: true,
    emailReceivers: [{ name: "operations", emailAddress: "operations@example.com", useCommonAlertSchema: true }],
    webhookReceivers: [{ name: "chat", serviceUri: "https://hooks.contoso.com/alerts" }],
  };
}

/** The tier's alert on CPU. */
export function metricAlert(): Properties {
  return {
    resourceGroupName: "web",
    ruleName: "web-cpu",
    location: "global",
    scopes: [scaledSetId],
    enabled: true,
    severity: 3,
    evaluationFrequency: "PT1M",
    windowSize: "PT5M",
    criteria: {
      odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
      allOf: [
        {
          criterionType: "StaticThresholdCriterion",
          name: "cpu",
          metricName: "Percentage CPU",
          metricNamespace: "Microsoft.Compute/virtualMachineScaleSets",
          operator: "GreaterThan",
          threshold: 80,
          timeAggregation: "Average",
        },
      ],
    },
    actions: [{ actionGroupId }],
  };
}

/** Criteria with a threshold that Azure learns. */
export function dynamicCriteria(failing = 4, periods = 4): Properties {
  return {
    odataType: "Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria",
    allOf: [
      {
        criterionType: "DynamicThresholdCriterion",
        name: "disk",
        metricName: "Disk Read Operations/Sec",
        operator: "GreaterOrLessThan",
        alertSensitivity: "Low",
        timeAggregation: "Average",
        failingPeriods: { minFailingPeriodsToAlert: failing, numberOfEvaluationPeriods: periods },
      },
    ],
  };
}
