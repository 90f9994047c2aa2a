import * as monitor from "@pulumi/azure-native/monitor";
import * as resources from "@pulumi/azure-native/resources";

const location = "westeurope";
const group = new resources.ResourceGroup("group", { resourceGroupName: "field", location });

const oncall = new monitor.ActionGroup("oncall", {
  resourceGroupName: group.name,
  actionGroupName: "field-oncall",
  location: "global",
  groupShortName: "oncall",
  enabled: true,
  automationRunbookReceivers: [
    {
      automationAccountId:
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shared/providers/Microsoft.Automation/automationAccounts/operations",
      runbookName: "restart",
      webhookResourceId:
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shared/providers/Microsoft.Automation/automationAccounts/operations/webhooks/restart",
      isGlobalRunbook: false,
      serviceUri: "https://example.azure-automation.net/webhooks",
    },
  ],
});
