import type { Properties } from "../../../../properties/value";
import type { RuleCases } from "../../../rules/cases";
import { edits, set, unknown } from "../../../rules/edits";
import { armId } from "../../../rules/fake-region";

const guid = "b24988ac-6180-42a0-ab88-20f7382dd24c";

function receiver(kind: string, properties: Properties) {
  return (change: Properties = {}) => set(kind, [{ name: "further", ...properties, ...change }]);
}

const itsm = receiver("itsmReceivers", {
  workspaceId: `${guid}|${guid}`,
  connectionId: guid,
  region: "westeurope",
  ticketConfiguration: '{"PayloadRevision":0,"WorkItemType":"Incident"}',
});
const runbook = receiver("automationRunbookReceivers", {
  automationAccountId: armId("Microsoft.Automation/automationAccounts", "operations"),
  runbookName: "restart",
  webhookResourceId: `${armId("Microsoft.Automation/automationAccounts", "operations")}/webhooks/restart`,
  isGlobalRunbook: false,
});
const appFunction = receiver("azureFunctionReceivers", {
  functionAppResourceId: armId("Microsoft.Web/sites", "alerts"),
  functionName: "alert",
  httpTriggerUrl: "https://alerts.azurewebsites.net/api/alert",
});
const eventHub = receiver("eventHubReceivers", { eventHubNameSpace: "alerts", eventHubName: "alerts", subscriptionId: guid });
const webhook = receiver("webhookReceivers", {
  serviceUri: "https://hooks.contoso.com/alerts",
  useAadAuth: true,
  objectId: guid,
  identifierUri: "api://alerts",
});

/** Where receivers lead to. */
export const receiverIdCases: RuleCases[] = [
  {
    rule: "R480",
    refused: [
      ["an empty object", "{}"],
      ["no type of tickets", '{"PayloadRevision":0}'],
      ["no revision", '{"WorkItemType":"Incident"}'],
      ["no JSON", "Incident"],
      ["an empty text", ""],
      ["a list", "[]"],
    ].map(([name, ticketConfiguration]) => ({
      name: name ?? "",
      change: itsm({ ticketConfiguration: ticketConfiguration ?? "" }),
      at: "itsmReceivers[0].ticketConfiguration",
    })),
    accepted: [
      { name: "type and revision", change: itsm() },
      { name: "what is not known yet", change: edits(itsm(), unknown("itsmReceivers[0].ticketConfiguration")) },
    ],
  },
  {
    rule: "R481",
    refused: [
      {
        name: "the name of an automation account",
        change: runbook({ automationAccountId: "operations" }),
        at: "automationRunbookReceivers[0].automationAccountId",
      },
      {
        name: "a function for its app",
        change: appFunction({ functionAppResourceId: `${armId("Microsoft.Web/sites", "alerts")}/functions/alert` }),
        at: "azureFunctionReceivers[0].functionAppResourceId",
      },
      { name: "the name of a subscription", change: eventHub({ subscriptionId: "production" }), at: "eventHubReceivers[0].subscriptionId" },
      { name: "the domain of a directory", change: eventHub({ tenantId: "contoso.com" }), at: "eventHubReceivers[0].tenantId" },
      { name: "the name of a connection", change: itsm({ connectionId: "tickets" }), at: "itsmReceivers[0].connectionId" },
      { name: "a workspace without its subscription", change: itsm({ workspaceId: guid }), at: "itsmReceivers[0].workspaceId" },
      { name: "the name of an application", change: webhook({ objectId: "alerts" }), at: "webhookReceivers[0].objectId" },
      { name: "the domain of a webhook's directory", change: webhook({ tenantId: "contoso.com" }), at: "webhookReceivers[0].tenantId" },
    ],
    accepted: [
      { name: "an automation account", change: runbook() },
      { name: "an app in other letters", change: appFunction({ functionAppResourceId: armId("microsoft.web/Sites", "alerts") }) },
      { name: "an event hub of another directory", change: eventHub({ tenantId: guid.toUpperCase() }) },
      { name: "a workspace and its subscription", change: itsm() },
      { name: "a webhook of no directory in particular", change: webhook({ tenantId: "" }) },
    ],
  },
];
