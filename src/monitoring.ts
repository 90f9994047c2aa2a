import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { metricNamespaces, tierAlerts, type Alert, type AlertScope, type AlertThresholds } from "./alerts";
import type { Tags } from "./tags";

export interface MonitoringArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  readonly scaleSetId: pulumi.Input<string>;
  readonly loadBalancerId: pulumi.Input<string>;
  readonly autoscaleSettingId: pulumi.Input<string>;
  /** What e-mails and text messages call the tier, at most 12 characters. */
  readonly shortName: string;
  readonly notificationEmails: readonly string[];
  readonly thresholds: AlertThresholds;
  readonly tags?: Tags;
}

/**
 * Tells people when the tier needs them: an action group that knows whom to tell, and alerts that tell it: on metrics, and on the
 * activity log for repairs that are suspended.
 *
 * With no address the alerts are still seen in the portal. An alert ends by itself when its cause does. Each metric alert costs a
 * little by the month: there are seven, one more where the number of instances is not fixed, and one for a size with CPU credits.
 */
export class Monitoring extends pulumi.ComponentResource {
  readonly actionGroup: monitor.ActionGroup;
  /** By the last part of their names, such as `cpu-alert`. */
  readonly metricAlerts: Readonly<Record<string, monitor.MetricAlert>>;
  readonly repairsAlert: monitor.ActivityLogAlert;

  constructor(name: string, args: MonitoringArgs, options?: pulumi.ComponentResourceOptions) {
    super("web-tier:index:Monitoring", name, {}, options);

    this.actionGroup = new monitor.ActionGroup(
      `${name}-alerts`,
      {
        resourceGroupName: args.resourceGroupName,
        location: "global",
        groupShortName: args.shortName,
        enabled: true,
        emailReceivers: args.notificationEmails.map((emailAddress, index) => ({
          name: `email-${index + 1}`,
          emailAddress,
          useCommonAlertSchema: true,
        })),
        tags: args.tags,
      },
      { parent: this },
    );

    const scopes: Record<AlertScope, pulumi.Input<string>> = {
      scaleSet: args.scaleSetId,
      loadBalancer: args.loadBalancerId,
      autoscaleSetting: args.autoscaleSettingId,
    };
    const metricAlert = (alert: Alert) =>
      new monitor.MetricAlert(
        `${name}-${alert.name}`,
        {
          resourceGroupName: args.resourceGroupName,
          location: "global",
          enabled: true,
          autoMitigate: true,
          description: alert.description,
          severity: alert.severity,
          scopes: [scopes[alert.scope]],
          windowSize: alert.windowSize,
          evaluationFrequency: alert.evaluationFrequency,
          criteria: criteria(alert),
          actions: [{ actionGroupId: this.actionGroup.id }],
          tags: args.tags,
        },
        { parent: this },
      );
    this.metricAlerts = Object.fromEntries(tierAlerts(args.thresholds).map((alert) => [alert.name, metricAlert(alert)]));

    // Azure suspends repairs that do not help, and only a person resumes them; each is told.
    // Source: learn.microsoft.com/azure/virtual-machine-scale-sets/alert-rules-automatic-repairs-service-state.
    this.repairsAlert = new monitor.ActivityLogAlert(
      `${name}-repairs-alert`,
      {
        resourceGroupName: args.resourceGroupName,
        location: "global",
        enabled: true,
        description:
          "Automatic repairs were suspended because they did not help, or resumed. While they are suspended no instance is replaced.",
        scopes: [args.scaleSetId],
        condition: { allOf: repairsStateChanged },
        actions: { actionGroups: [{ actionGroupId: this.actionGroup.id }] },
        tags: args.tags,
      },
      { parent: this },
    );
    this.registerOutputs();
  }
}

const repairsStateChanged = [
  { field: "category", equals: "Administrative" },
  { field: "operationName", equals: "Microsoft.Compute/virtualMachineScaleSets/setOrchestrationServiceState/action" },
  { field: "status", equals: "Succeeded" },
];

function criteria({ scope, metricName, operator, threshold }: Alert) {
  return {
    odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria" as const,
    allOf: [
      {
        criterionType: "StaticThresholdCriterion" as const,
        name: "threshold",
        metricNamespace: metricNamespaces[scope],
        metricName,
        operator,
        threshold,
        timeAggregation: "Average",
      },
    ],
  };
}
