import { armParts, portalLink } from "./arm-parts";
import type { ScaleNotice } from "./notice";

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
