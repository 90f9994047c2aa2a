import { edits, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import type { RuleCases } from "../../../rules/cases";

const trigger = "profiles[0].rules[0].metricTrigger";
const metric = `${trigger}.metricName`;
const securityGroupId = armId("Microsoft.Network/networkSecurityGroups", "web-nsg");
const queue = `${armId("Microsoft.Storage/storageAccounts", "jobs")}/services/queue/queues/jobs`;

/** The metrics that rules look at. */
export const metricCases: RuleCases[] = [
  {
    rule: "R232",
    refused: [
      { name: "a metric of App Service", change: set(metric, "CpuPercentage"), at: metric },
      {
        name: "the same in the namespace of scale sets",
        change: edits(set(metric, "CpuPercentage"), set(`${trigger}.metricNamespace`, "microsoft.compute/virtualmachinescalesets")),
        at: metric,
      },
      {
        name: "a metric of a network security group",
        change: set(`${trigger}.metricResourceUri`, securityGroupId),
        others: [regionResource("azure-native:network:NetworkSecurityGroup", securityGroupId, {})],
        at: metric,
      },
    ],
    accepted: [
      { name: "a metric in other letters", change: set(metric, "percentage cpu") },
      { name: "a counter of a diagnostics extension", change: set(metric, "\\Memory\\Available Bytes") },
      { name: "a metric of an application", change: edits(set(metric, "QueueLength"), set(`${trigger}.metricNamespace`, "app/queues")) },
      { name: "a metric of a queue", change: edits(set(metric, "ApproximateMessageCount"), set(`${trigger}.metricResourceUri`, queue)) },
      { name: "a metric of what is not known yet", change: edits(set(metric, "CpuPercentage"), unknown(`${trigger}.metricResourceUri`)) },
    ],
  },
];
