import type { KnownRefusals } from "../known-refusal";

const github = "https://github.com";
const docs = `${github}/MicrosoftDocs/azure-docs/issues`;
const azurerm = `${github}/hashicorp/terraform-provider-azurerm`;

export const autoscaleSettingRefusals: KnownRefusals = {
  type: "azure-native:monitor:AutoscaleSetting",
  refusals: [
    {
      code: "SendEmailsToAdminCoAdminsNotSupported",
      sense: "administrators of the subscription are to be told of scaling",
      source: `${azurerm}/issues/26306`,
      keptBy: "R471",
    },
    {
      code: "UnsupportedRequestContent",
      sense: "the setting names no target",
      source: `${github}/Azure/azure-sdk-for-net/issues/43948`,
      keptBy: "R83-target",
    },
    {
      code: "TargetResourceNotFound",
      sense: "the target does not exist",
      source: `${github}/Azure/azure-powershell/issues/11710`,
      keptBy: "R9-missing",
    },
    { code: undefined, sense: "the target has a setting already (409)", source: `${azurerm}/issues/8712`, keptBy: "R83" },
    {
      code: "TargetResourceIdIsImmutable",
      sense: "the target of a setting changes",
      source: `${github}/F5Networks/f5-azure-arm-templates/issues/102`,
      keptBy: "C-target",
    },
    {
      code: "BadRequest",
      sense: "the minimum is more than the default",
      source: `${github}/microsoft/onefuzz/issues/2249`,
      keptBy: "R85-order",
    },
    {
      code: "InvalidActionValue",
      sense: "a step is larger than the range of the capacity",
      source: `${github}/Azure/bicep-types-az/issues/1859`,
      keptBy: "R86-step",
    },
    {
      code: "BadRequest",
      sense: "a recurrence has several hours or minutes",
      source: `${github}/Azure/azure-sdk-for-python/issues/41643`,
      keptBy: "R230",
    },
    {
      code: "UnsupportedMetric",
      sense: "the resource has no such metric",
      source: `${github}/Azure/azure-cli/issues/25986`,
      keptBy: "R232",
    },
    {
      code: "BadRequest",
      sense: "a capacity is more than 100",
      source: `${azurerm}/pull/135`,
      notKept: "Azure has taken up to 1000 since",
    },
  ],
};

export const metricAlertRefusals: KnownRefusals = {
  type: "azure-native:monitor:MetricAlert",
  refusals: [
    {
      code: "BadRequest",
      sense: "the scopes are resources of two types",
      source: `${github}/Azure/bicep-registry-modules/issues/2449`,
      keptBy: "R227",
    },
    { code: "BadRequest", sense: "the type is one of which an alert watches one", source: `${docs}/36942`, keptBy: "R228" },
    {
      code: "BadRequest",
      sense: "targetResourceType is not that of the scopes",
      source: `${github}/Azure/azure-powershell/issues/17105`,
      keptBy: "R229",
    },
    { code: "BadRequest", sense: "criteria for one resource have several scopes", source: `${azurerm}/issues/4337`, keptBy: "R91-single" },
    { code: "BadRequest", sense: "the namespace is not the type of the scope", source: `${azurerm}/issues/2470`, keptBy: "R236" },
    { code: "BadRequest", sense: "the resource has no such metric", source: `${azurerm}/issues/22210`, keptBy: "R237" },
    {
      code: "BadRequest",
      sense: "an action group does not exist, or is of another subscription",
      source: `${github}/Azure/azure-powershell/issues/11102`,
      keptBy: "R9-action",
    },
    {
      code: "BadRequest",
      sense: "the metric is not aggregated in this way",
      source: `${github}/Azure/azure-cli/issues/8944`,
      notKept: "the pages on metrics name the aggregation that each has by default, and not which others it takes",
    },
    {
      code: "ResourceNotFound",
      sense: "the scope is of a type that has no metrics",
      source: `${azurerm}/issues/14084`,
      keptBy: "R483",
    },
    {
      code: "BadRequest",
      sense: "the id of an action is not that of an action group",
      source: `${github}/Azure/azure-powershell/issues/11102`,
      keptBy: "R482",
    },
    { code: "BadRequest", sense: "the kind of the criteria changes", source: `${azurerm}/issues/7910`, keptBy: "C-criteria" },
    {
      code: "BadRequest",
      sense: "a window of more than four hours is evaluated every minute",
      source: `${github}/DFE-Digital/publish-teacher-training/pull/4368`,
      keptBy: "R360",
    },
    { code: undefined, sense: "a dynamic threshold is evaluated every minute", source: `${docs}/81625`, keptBy: "R91-dynamic-times" },
    {
      code: undefined,
      sense: "criteria of several have a dimension with several values",
      source: `${github}/Azure/azure-cli/pull/13469`,
      keptBy: "R239-values",
    },
    {
      code: "BadRequest",
      sense: "a custom metric is named without its namespace",
      source: `${github}/Azure/azure-cli/issues/16106`,
      keptBy: "R237",
    },
  ],
};

export const actionGroupRefusals: KnownRefusals = {
  type: "azure-native:monitor:ActionGroup",
  refusals: [
    {
      code: "GroupShortNameIsTooLong",
      sense: "the short name has more than 12 characters",
      source: `${github}/Azure/bellhop/issues/72`,
      keptBy: "A-short-name",
    },
    {
      code: "LocationNotAvailableForResourceType",
      sense: "the group is in a region that has no action groups",
      source: `${docs}/5156`,
      keptBy: "A-group-location",
    },
    {
      code: "AutomationRunbookReceiverNameIsNullOrEmpty",
      sense: "a runbook receiver has no name",
      source: `${docs}/37405`,
      keptBy: "A-runbook-name",
    },
    {
      code: "WebhookServiceUriBlocked",
      sense: "a webhook is at a domain for examples",
      source: `${azurerm}/pull/23203`,
      keptBy: "A-webhook-blocked",
    },
    {
      code: "PhoneNumberIsNotValid",
      sense: "a phone number is none",
      source: `${azurerm}/pull/20075`,
      keptBy: "A-phone",
    },
    {
      code: "PhoneNumberIsNotValid",
      sense: "a number of China with all its digits is none",
      source: `${azurerm}/pull/20204`,
      notKept: "nothing that is published says what is wrong with it",
    },
    {
      code: "MissingIdentityIds",
      sense: "user-assigned identities are asked for, and none is named",
      source: `${github}/Azure/bicep/issues/6541`,
      keptBy: "R404",
    },
    {
      code: "AadWebhookApplicationUriNotFound",
      sense: "the application of a webhook that Azure signs in to has no identifier",
      source: `${docs}/60590`,
      notKept: "the region has no directory",
    },
    {
      code: "AadWebhookResourceNotOwnedByCaller",
      sense: "who deploys does not own the application of a webhook that Azure signs in to",
      source: `${github}/Azure/azure-rest-api-specs/issues/12003`,
      notKept: "the region has no directory",
    },
    {
      code: undefined,
      sense: "an ITSM receiver's ticketConfiguration lacks what it must have (500)",
      source: `${github}/Azure/azure-rest-api-specs/issues/20488`,
      keptBy: "R480",
    },
    {
      code: undefined,
      sense: "an incident receiver is asked for outside Microsoft",
      source: `${github}/Azure/azure-quickstart-templates/issues/14580`,
      notKept: "the report leaves out the answer",
    },
  ],
};

export const activityLogAlertRefusals: KnownRefusals = {
  type: "azure-native:monitor:ActivityLogAlert",
  refusals: [
    {
      code: "UnsupportedCondition",
      sense: "administrative events are asked for without a further condition",
      source: `${github}/Azure/azure-cli/issues/8732`,
      keptBy: "R327",
    },
    {
      code: "UnsupportedCondition",
      sense: "operations are named in containsAny",
      source: `${github}/Azure/bicep/issues/6979`,
      keptBy: "R328",
    },
    {
      code: undefined,
      sense: "errors or warnings of resource health are asked for",
      source: `${azurerm}/issues/10397`,
      keptBy: "R329",
    },
    {
      code: "ScopeIsInvalid",
      sense: "an alert on service health has several scopes",
      source: `${azurerm}/issues/21353`,
      keptBy: "A-log-health-scope",
    },
    {
      code: undefined,
      sense: "recommendations are asked for by another level than Informational",
      source: `${docs}/39297`,
      keptBy: "R329",
    },
  ],
};
