import type { Properties, Value } from "../../../../properties/value";
import { edits, nothing, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";

const runbook = {
  name: "restart",
  automationAccountId: "/subscriptions/s/resourceGroups/g/providers/Microsoft.Automation/automationAccounts/operations",
  runbookName: "restart",
  webhookResourceId: "/subscriptions/s/resourceGroups/g/providers/Microsoft.Automation/automationAccounts/operations/webhooks/restart",
  isGlobalRunbook: false,
};
const phone = (countryCode: string, phoneNumber: string) => set("smsReceivers", [{ name: "phone", countryCode, phoneNumber }]);
const webhook = (serviceUri: string) => set("webhookReceivers", [{ name: "chat", serviceUri }]);
const signedIn = {
  name: "chat",
  serviceUri: "https://hooks.contoso.com/alerts",
  useAadAuth: true,
  objectId: "b24988ac-6180-42a0-ab88-20f7382dd24c",
  identifierUri: "api://alerts",
};
const email = (emailAddress: string) => set("emailReceivers", [{ name: "operations", emailAddress }]);

function phones(count: number): Value[] {
  return Array.from({ length: count }, (_, index) => ({ name: `phone ${index}`, countryCode: "49", phoneNumber: "5550100" }));
}

function eventHubs(count: number): Value[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `hub ${index}`,
    eventHubNameSpace: "alerts",
    eventHubName: "alerts",
    subscriptionId: "00000000-0000-0000-0000-000000000000",
  }));
}

function webhooks(count: number, sort: Properties): Value[] {
  return Array.from({ length: count }, (_, index) => ({ ...sort, name: `webhook ${index} ${String(sort.serviceUri)}` }));
}

/** Whom an action group tells. */
export const receiverCases: RuleCases[] = [
  {
    rule: "A-runbook-name",
    refused: [
      {
        name: "a runbook without a name",
        change: set("automationRunbookReceivers", [{ ...runbook, name: null }]),
        at: "automationRunbookReceivers[0].name",
      },
    ],
    accepted: [{ name: "a runbook with a name", change: set("automationRunbookReceivers", [runbook]) }],
  },
  {
    rule: "A-empty-name",
    refused: [{ name: "an empty name", change: set("webhookReceivers[0].name", ""), at: "webhookReceivers[0].name" }],
    accepted: [{ name: "a name of one character", change: set("webhookReceivers[0].name", "c") }],
  },
  {
    rule: "A-webhook-blocked",
    refused: ["https://example.com/alert", "http://hooks.example.org", "https://alerts.invalid/"].map((address) => ({
      name: address,
      change: webhook(address),
      at: "webhookReceivers[0].serviceUri",
    })),
    accepted: ["https://hooks.contoso.com/one", "https://example.contoso.com/", "https://notexample.com/"].map((address) => ({
      name: address,
      change: webhook(address),
    })),
  },
  {
    rule: "A-web-address",
    refused: ["hooks.contoso.com/one", "ftp://contoso.com/one", ""].map((address) => ({
      name: `"${address}"`,
      change: webhook(address),
      at: "webhookReceivers[0].serviceUri",
    })),
    accepted: [{ name: "an address with a port and a query", change: webhook("http://hooks.contoso.com:8080/one?team=web") }],
  },
  {
    rule: "A-email",
    refused: ["operations", "operations@contoso", "operations at contoso.com"].map((address) => ({
      name: address,
      change: email(address),
      at: "emailReceivers[0].emailAddress",
    })),
    accepted: [{ name: "an address with a plus", change: email("operations+alerts@contoso.com") }],
  },
  {
    rule: "A-phone",
    refused: [
      { name: "an area that stands for none", change: phone("1", "5551234567"), at: "smsReceivers[0].phoneNumber" },
      { name: "a number in words", change: phone("49", "call me"), at: "smsReceivers[0].phoneNumber" },
      { name: "no area of North America", change: phone("1", "1231231234"), at: "smsReceivers[0].phoneNumber" },
      {
        name: "no area of North America, for a call",
        change: set("voiceReceivers", [{ name: "call", countryCode: "+1", phoneNumber: "(012) 555-0100" }]),
        at: "voiceReceivers[0].phoneNumber",
      },
    ],
    accepted: [
      { name: "a number with hyphens", change: phone("1", "425-555-0100") },
      { name: "a number with the country before it", change: phone("1", "14255550100") },
      { name: "a number that begins with 0 elsewhere", change: phone("39", "0612345678") },
      { name: "a country that is not known yet", change: edits(phone("1", "1231231234"), unknown("smsReceivers[0].countryCode")) },
    ],
  },
  {
    rule: "A-phone-country",
    refused: [{ name: "a country by its letters", change: phone("DE", "5550100"), at: "smsReceivers[0].countryCode" }],
    accepted: [{ name: "a country with a plus", change: phone("+49", "5550100") }],
  },
  {
    rule: "A-email-length",
    refused: [{ name: "65 characters", change: email(`${"a".repeat(53)}@contoso.com`), at: "emailReceivers[0].emailAddress" }],
    accepted: [{ name: "64 characters", change: email(`${"a".repeat(52)}@contoso.com`) }],
  },
  {
    rule: "A-role",
    refused: [
      {
        name: "a role by its name",
        change: set("armRoleReceivers", [{ name: "owners", roleId: "Owner" }]),
        at: "armRoleReceivers[0].roleId",
      },
    ],
    accepted: [
      { name: "a role by its id", change: set("armRoleReceivers", [{ name: "owners", roleId: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635" }]) },
    ],
  },
  {
    rule: "A-receivers",
    refused: [
      { name: "11 phones", change: set("smsReceivers", phones(11)), at: "smsReceivers" },
      { name: "11 event hubs", change: set("eventHubReceivers", eventHubs(11)), at: "eventHubReceivers" },
      { name: "11 webhooks that Azure signs in to", change: set("webhookReceivers", webhooks(11, signedIn)), at: "webhookReceivers" },
    ],
    accepted: [
      { name: "10 phones", change: set("smsReceivers", phones(10)) },
      {
        name: "10 webhooks of each sort",
        change: set("webhookReceivers", [...webhooks(10, signedIn), ...webhooks(10, { serviceUri: "https://hooks.contoso.com/plain" })]),
      },
      { name: "one of each", change: nothing },
    ],
  },
  {
    rule: "R325",
    refused: [
      {
        name: "no object id",
        change: set("webhookReceivers[0]", { ...signedIn, objectId: "" }),
        at: "webhookReceivers[0].objectId",
      },
      {
        name: "no identifier",
        change: set("webhookReceivers[0]", { ...signedIn, identifierUri: null }),
        at: "webhookReceivers[0].identifierUri",
      },
    ],
    accepted: [
      { name: "both", change: set("webhookReceivers[0]", signedIn) },
      { name: "a webhook that nobody signs in to", change: set("webhookReceivers[0]", { ...signedIn, useAadAuth: false, objectId: null }) },
    ],
  },
];
