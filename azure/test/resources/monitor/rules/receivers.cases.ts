import type { Value } from "../../../../properties/value";
import { nothing, set } from "../../../rules/edits";
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
      { name: "a country by its letters", change: phone("DE", "5550100"), at: "smsReceivers[0].countryCode" },
      { name: "a number in words", change: phone("49", "call me"), at: "smsReceivers[0].phoneNumber" },
    ],
    accepted: [{ name: "a number with hyphens", change: phone("1", "425-555-0100") }],
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
    refused: [{ name: "11 phones", change: set("smsReceivers", phones(11)), at: "smsReceivers" }],
    accepted: [
      { name: "10 phones", change: set("smsReceivers", phones(10)) },
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
