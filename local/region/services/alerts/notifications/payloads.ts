import type { AlertNotice, ScaleNotice } from "./notice";

/** What a program gave an alert's action to be passed on with each payload (`webHookProperties`). */
export type CustomProperties = Readonly<Record<string, string>>;

/**
 * The common alert schema (https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-common-schema), for receivers with
 * `useCommonAlertSchema`.
 */
export function commonAlertPayload(notice: AlertNotice, custom: CustomProperties | undefined): object {
  const { rule, targetId, firedAt, resolvedAt, windowStart, windowEnd } = notice;
  const { subscriptionId, resourceName } = armParts(targetId);
  return {
    schemaId: "azureMonitorCommonAlertSchema",
    data: {
      essentials: {
        alertId: `/subscriptions/${subscriptionId}/providers/Microsoft.AlertsManagement/alerts/${notice.alertId}`,
        alertRule: rule.name,
        severity: `Sev${rule.severity}`,
        signalType: "Metric",
        monitorCondition: notice.condition,
        monitoringService: "Platform",
        alertTargetIDs: [targetId.toLowerCase()],
        configurationItems: [resourceName],
        originAlertId: `${notice.alertId}_${rule.name}`,
        firedDateTime: firedAt.toISOString(),
        ...(resolvedAt && { resolvedDateTime: resolvedAt.toISOString() }),
        description: rule.description,
        essentialsVersion: "1.0",
        alertContextVersion: "1.0",
      },
      alertContext: {
        properties: custom ?? null,
        conditionType: rule.conditionType,
        condition: {
          ...conditionOf(notice),
          windowStartTime: windowStart.toISOString(),
          windowEndTime: windowEnd.toISOString(),
        },
      },
      customProperties: custom ?? null,
    },
  };
}

/**
 * The schema of metric alerts for receivers without `useCommonAlertSchema`
 * (https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-non-common-schema-definitions).
 */
export function metricAlertPayload(notice: AlertNotice, custom: CustomProperties | undefined): object {
  const { rule, targetId, condition, firedAt, resolvedAt = firedAt } = notice;
  return {
    schemaId: "AzureMonitorMetricAlert",
    data: {
      version: "2.0",
      properties: custom ?? null,
      status: condition === "Fired" ? "Activated" : "Deactivated",
      context: {
        timestamp: resolvedAt.toISOString(),
        id: rule.id,
        name: rule.name,
        description: rule.description,
        conditionType: rule.conditionType,
        severity: String(rule.severity),
        condition: conditionOf(notice),
        ...armParts(targetId),
        resourceId: targetId,
        portalLink: portalLink(targetId),
      },
    },
  };
}

function conditionOf({ rule, values, dimensions }: AlertNotice): object {
  return {
    windowSize: rule.windowSize,
    allOf: rule.criteria.map((criterion, index) => ({
      metricName: criterion.metricName,
      metricNamespace: criterion.metricNamespace ?? null,
      operator: criterion.operator,
      threshold: String(criterion.threshold),
      timeAggregation: criterion.timeAggregation,
      dimensions: Object.entries(dimensions).map(([name, value]) => ({ name, value })),
      metricValue: values[index] ?? null,
      webTestName: null,
    })),
  };
}

/** What autoscale posts to the webhooks of its setting (https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-webhook-email). */
export function scalePayload(notice: ScaleNotice, properties: Readonly<Record<string, string>>): object {
  const { settingId, targetId, targetLocation, at, oldCapacity, newCapacity } = notice;
  return {
    version: "1.0",
    status: "Activated",
    operation: newCapacity > oldCapacity ? "Scale Out" : "Scale In",
    context: {
      timestamp: at.toISOString(),
      id: settingId,
      name: armParts(settingId).resourceName,
      details: scaleDetails(notice),
      ...armParts(targetId),
      resourceId: targetId,
      portalLink: portalLink(targetId),
      resourceRegion: targetLocation,
      oldCapacity: String(oldCapacity),
      newCapacity: String(newCapacity),
    },
    properties,
  };
}

/** What autoscale says it did, in one sentence. */
export function scaleDetails({ targetId, oldCapacity, newCapacity }: ScaleNotice): string {
  return `Autoscale scales '${armParts(targetId).resourceName}' from capacity '${oldCapacity}' to capacity '${newCapacity}'`;
}

/** The parts of an ARM id that payloads have fields for. */
interface ArmParts {
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly resourceType: string;
  readonly resourceName: string;
}

export function armParts(id: string): ArmParts {
  const [, subscriptionId = "", resourceGroupName = "", resourceType = "", resourceName = ""] =
    /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/([^/]+\/[^/]+)\/([^/]+)/i.exec(id) ?? [];
  return { subscriptionId, resourceGroupName, resourceType, resourceName };
}

/** Where Azure's portal would show a resource; nothing is there for one of the local region. */
function portalLink(id: string): string {
  return `https://portal.azure.com/#resource${id}`;
}
