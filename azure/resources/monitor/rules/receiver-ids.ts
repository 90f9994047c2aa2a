import { armTypeOf } from "../../../arm/id";
import { isGuid } from "../../../facts/guids";
import type { View } from "../../../properties/view";
import { doesNotFit, sameText } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

/** How a receiver names something that is not in the action group. */
interface Naming {
  readonly kind: string;
  readonly property: string;
  readonly allowed: string;
  fits(text: string): boolean;
}

function guid(kind: string, property: string): Naming {
  return { kind, property, allowed: "a GUID, such as b24988ac-6180-42a0-ab88-20f7382dd24c", fits: isGuid };
}

function idOf(type: string, kind: string, property: string): Naming {
  return {
    kind,
    property,
    allowed: `the id of a resource of the type ${type}, from /subscriptions/ on`,
    fits: (text) => /^\/subscriptions\/[^/]/i.test(text) && sameText(armTypeOf(text), type),
  };
}

const namings: readonly Naming[] = [
  idOf("Microsoft.Automation/automationAccounts", "automationRunbookReceivers", "automationAccountId"),
  idOf("Microsoft.Web/sites", "azureFunctionReceivers", "functionAppResourceId"),
  guid("eventHubReceivers", "subscriptionId"),
  guid("eventHubReceivers", "tenantId"),
  guid("itsmReceivers", "connectionId"),
  {
    kind: "itsmReceivers",
    property: "workspaceId",
    allowed: "the GUIDs of the subscription and of the workspace, with | between them",
    fits: (text) => text.split("|").length === 2 && text.split("|").every(isGuid),
  },
  guid("webhookReceivers", "objectId"),
  guid("webhookReceivers", "tenantId"),
];

/** Where receivers of an action group lead to. */
export const receiverIdRules: Rule[] = [
  {
    id: "R480",
    title: "An ITSM receiver says in JSON of which type and revision its tickets are",
    code: "InternalServerError",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/Azure/azure-rest-api-specs/issues/20488",
    severity: "error",
    allowed: 'a JSON object with PayloadRevision and WorkItemType, such as {"PayloadRevision":0,"WorkItemType":"Incident"}',
    because: "Azure answers others with status 500",
    *check(group) {
      yield* receiversWith(group, "itsmReceivers", "ticketConfiguration").filter((place) => doesNotFit(place, isTicketConfiguration));
    },
  },
  {
    id: "R481",
    title: "A receiver names what it leads to by a GUID or by a whole id",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "source",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/monitor/monitor_action_group_resource.go",
    severity: "error",
    allowed: "a GUID or a whole id",
    *check(group) {
      for (const { kind, property, allowed, fits } of namings) {
        const places = receiversWith(group, kind, property).filter((place) => place.value !== "");
        yield* places.filter((place) => doesNotFit(place, fits)).map((at) => ({ at, allowed }));
      }
    },
  },
];

function receiversWith(group: View, kind: string, property: string): View[] {
  return group.list(kind).map((receiver) => receiver.at(property));
}

function isTicketConfiguration(text: string): boolean {
  try {
    const tickets: unknown = JSON.parse(text);
    return typeof tickets === "object" && tickets !== null && "PayloadRevision" in tickets && "WorkItemType" in tickets;
  } catch {
    return false;
  }
}
