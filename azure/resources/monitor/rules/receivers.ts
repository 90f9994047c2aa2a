import { isEmailAddress, isWebAddress } from "../../../facts/addresses";
import { isGuid } from "../../../facts/guids";
import type { View } from "../../../properties/view";
import { doesNotFit, isEmpty } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { phoneRules } from "./phones";
import { receiverIdRules } from "./receiver-ids";

const azurermActionGroup =
  "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/monitor/monitor_action_group_resource.go";
const limitsPage = "https://learn.microsoft.com/azure/azure-monitor/fundamentals/service-limits";

/** The most receivers of each kind in one action group. */
const maximumReceivers: Readonly<Record<string, number>> = {
  emailReceivers: 1000,
  smsReceivers: 10,
  voiceReceivers: 10,
  webhookReceivers: 10,
  azureAppPushReceivers: 10,
  azureFunctionReceivers: 10,
  automationRunbookReceivers: 10,
  logicAppReceivers: 10,
  itsmReceivers: 10,
  armRoleReceivers: 10,
  eventHubReceivers: 10,
};

/** Where each kind of receiver has an address of the web. */
const webAddresses: Readonly<Record<string, string>> = {
  webhookReceivers: "serviceUri",
  automationRunbookReceivers: "serviceUri",
  azureFunctionReceivers: "httpTriggerUrl",
  logicAppReceivers: "callbackUrl",
};

/** Domains that are set aside for examples (https://www.rfc-editor.org/rfc/rfc2606). */
const exampleDomain = /(^|\.)example\.(com|net|org|edu)$|\.example$|\.invalid$/i;

const documented = { code: "BadRequest", codeIsAssumed: true, grade: "source", source: azurermActionGroup, severity: "error" } as const;

/** Whom an action group tells, and by which addresses. */
export const receiverRules: Rule[] = [
  {
    id: "A-runbook-name",
    title: "A runbook receiver has a name, though the schema asks for none",
    code: "AutomationRunbookReceiverNameIsNullOrEmpty",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/37405",
    severity: "error",
    allowed: "a name",
    *check(group) {
      yield* group
        .list("automationRunbookReceivers")
        .filter(({ unknown }) => !unknown)
        .map((receiver) => receiver.at("name"))
        .filter((name) => name.absent || name.value === "");
    },
  },
  {
    ...documented,
    id: "A-empty-name",
    title: "A receiver has a name of at least one character",
    allowed: "a name",
    *check(group) {
      const others = kindsOf(group).filter((kind) => kind !== "automationRunbookReceivers");
      yield* others
        .flatMap((kind) => group.list(kind))
        .map((receiver) => receiver.at("name"))
        .filter((name) => name.value === "");
    },
  },
  {
    id: "A-webhook-blocked",
    title: "A webhook has an address of somebody's, and none of a domain for examples",
    code: "WebhookServiceUriBlocked",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/23203",
    severity: "error",
    allowed: "the address of a service that takes alerts",
    because: "Azure Monitor looks at the domain when the group is created, and takes no placeholder",
    *check(group) {
      yield* group
        .list("webhookReceivers")
        .map((receiver) => receiver.at("serviceUri"))
        .filter((address) => exampleDomain.test(hostOf(address.text() ?? "") ?? ""));
    },
  },
  {
    ...documented,
    id: "A-web-address",
    title: "A receiver on the web has a whole address, with http or https",
    allowed: "an address such as https://hooks.contoso.com/alerts",
    *check(group) {
      for (const [kind, name] of Object.entries(webAddresses)) {
        yield* group
          .list(kind)
          .map((receiver) => receiver.at(name))
          .filter((address) => doesNotFit(address, isWebAddress));
      }
    },
  },
  {
    ...documented,
    id: "R325",
    title: "A webhook that Azure signs in to names whom it signs in to",
    source: "https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups",
    grade: "documented",
    allowed: "a value, as useAadAuth is true",
    *check(group) {
      for (const webhook of group.list("webhookReceivers").filter((receiver) => receiver.flag("useAadAuth") === true)) {
        yield* ["objectId", "identifierUri"].map((name) => webhook.at(name)).filter(isEmpty);
      }
    },
  },
  {
    ...documented,
    id: "A-email",
    title: "A receiver by e-mail or push has an e-mail address",
    source: "https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups",
    grade: "documented",
    allowed: "an e-mail address",
    *check(group) {
      for (const kind of ["emailReceivers", "azureAppPushReceivers"]) {
        yield* group
          .list(kind)
          .map((receiver) => receiver.at("emailAddress"))
          .filter((address) => doesNotFit(address, isEmailAddress));
      }
    },
  },
  {
    ...documented,
    id: "A-email-length",
    title: "An e-mail address has at most 64 characters",
    source: limitsPage,
    grade: "documented",
    allowed: "at most 64 characters",
    *check(group) {
      yield* group
        .list("emailReceivers")
        .map((receiver) => receiver.at("emailAddress"))
        .filter((address) => doesNotFit(address, (text) => text.length <= 64));
    },
  },
  ...phoneRules,
  ...receiverIdRules,
  {
    ...documented,
    id: "A-role",
    title: "A role whose members are told has the id of a role definition",
    allowed: "the id of a role, such as 8e3af657-a8ff-443c-a75c-2fe8c4bcb635 for Owner",
    *check(group) {
      yield* group
        .list("armRoleReceivers")
        .map((receiver) => receiver.at("roleId"))
        .filter((role) => doesNotFit(role, isGuid));
    },
  },
  {
    ...documented,
    id: "A-receivers",
    title:
      "An action group has at most 10 receivers of a kind, and 1000 by e-mail; webhooks that Azure signs in to are a kind of their own",
    source: limitsPage,
    grade: "documented",
    allowed: "fewer receivers; the others go to another action group",
    *check(group) {
      for (const [kind, most] of Object.entries(maximumReceivers)) {
        const receivers = group.list(kind);
        const signedIn = receivers.filter((receiver) => receiver.flag("useAadAuth") === true).length;
        if (Math.max(signedIn, receivers.length - signedIn) > most) {
          yield { at: group.at(kind), allowed: `at most ${most} receivers; the others go to another action group` };
        }
      }
    },
  },
];

/** The names of the lists that an action group has of receivers. */
export function kindsOf(group: View): string[] {
  return group.entries().flatMap(([name]) => (name.endsWith("Receivers") ? [name] : []));
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}
