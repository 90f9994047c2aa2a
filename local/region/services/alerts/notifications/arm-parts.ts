/** The parts of an ARM id that payloads have fields for. */
export interface ArmParts {
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
export function portalLink(id: string): string {
  return `https://portal.azure.com/#resource${id}`;
}
