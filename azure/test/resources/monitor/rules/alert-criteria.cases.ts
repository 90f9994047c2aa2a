import type { Properties, Value } from "../../../../properties/value";
import { add, edits, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import type { RuleCases } from "../../../rules/cases";
import { dynamicCriteria } from "../../../rules/valid/metric-alert";

const criteria = "criteria.allOf";
const first = `${criteria}[0]`;
const loadBalancers = "Microsoft.Network/loadBalancers";
const balancerId = armId(loadBalancers, "web-lb");
const balancer = [regionResource("azure-native:network:LoadBalancer", balancerId, { sku: { name: "Standard" } })];

const securityGroupId = armId("Microsoft.Network/networkSecurityGroups", "web-nsg");
const securityGroup = [regionResource("azure-native:network:NetworkSecurityGroup", securityGroupId, {})];
const subnetId = `${armId("Microsoft.Network/virtualNetworks", "web-network")}/subnets/servers`;
const subnet = [regionResource("azure-native:network:Subnet", subnetId, {})];
const pooled = [regionResource("azure-native:network:LoadBalancer", balancerId, { backendAddressPools: [{ name: "servers" }] })];

/** An alert on a metric of Azure's of this resource. */
function watching(scope: string) {
  return edits(set("scopes", [scope]), remove(`${first}.metricNamespace`));
}

/** Another criterion beside the first. */
function criterion(name: string, properties: Properties = {}): Properties {
  return {
    criterionType: "StaticThresholdCriterion",
    name,
    metricName: "Network In Total",
    operator: "GreaterThan",
    threshold: 1000,
    timeAggregation: "Total",
    ...properties,
  };
}

function dimension(name: string, values: Value[] = ["*"], operator = "Include"): Properties {
  return { name, operator, values };
}

function ofBalancer(metricName: string, ...dimensions: Value[]) {
  return edits(
    set("scopes", [balancerId]),
    set(`${first}.metricNamespace`, loadBalancers),
    set(`${first}.metricName`, metricName),
    set(`${first}.dimensions`, dimensions),
  );
}

/** The conditions of an alert. */
export const alertCriteriaCases: RuleCases[] = [
  {
    rule: "R236",
    refused: [
      {
        name: "the namespace of machines for a scale set",
        change: set(`${first}.metricNamespace`, "Microsoft.Compute/virtualMachines"),
        at: `${first}.metricNamespace`,
      },
    ],
    accepted: [
      { name: "the namespace in other letters", change: set(`${first}.metricNamespace`, "microsoft.compute/virtualmachinescalesets") },
      { name: "a namespace of an application", change: set(`${first}.metricNamespace`, "app/queues") },
      {
        name: "a scope that is not known yet",
        change: edits(unknown("scopes[0]"), set(`${first}.metricNamespace`, "Microsoft.Compute/virtualMachines")),
      },
    ],
  },
  {
    rule: "R237",
    refused: [
      { name: "a metric of App Service", change: set(`${first}.metricName`, "CpuPercentage"), at: `${first}.metricName` },
      {
        name: "a metric of scale sets for a load balancer",
        change: ofBalancer("Percentage CPU"),
        others: balancer,
        at: `${first}.metricName`,
      },
    ],
    accepted: [
      { name: "a metric in other letters", change: set(`${first}.metricName`, "percentage cpu") },
      {
        name: "a metric that is yet to come",
        change: edits(set(`${first}.metricName`, "Heat"), set(`${first}.skipMetricValidation`, true)),
      },
      {
        name: "a metric of an application",
        change: edits(set(`${first}.metricNamespace`, "app/queues"), set(`${first}.metricName`, "Length")),
      },
    ],
  },
  {
    rule: "R238",
    refused: [
      {
        name: "the backend's address of a frontend's metric",
        change: ofBalancer("VipAvailability", dimension("BackendIPAddress")),
        others: balancer,
        at: `${first}.dimensions[0].name`,
      },
    ],
    accepted: [
      { name: "the frontend's address", change: ofBalancer("VipAvailability", dimension("frontendIPAddress")), others: balancer },
      { name: "an instance", change: set(`${first}.dimensions`, [dimension("VMName")]) },
    ],
  },
  {
    rule: "R239",
    refused: [
      { name: "no criterion", change: set(criteria, []), at: criteria },
      { name: "6 criteria", change: add(criteria, ...["a", "b", "c", "d", "e"].map((name) => criterion(name))), at: criteria },
      {
        name: "a dynamic threshold beside another criterion",
        change: edits(set("criteria", dynamicCriteria()), set("evaluationFrequency", "PT5M"), add(criteria, criterion("network"))),
        at: criteria,
      },
    ],
    accepted: [{ name: "5 criteria", change: add(criteria, ...["a", "b", "c", "d"].map((name) => criterion(name))) }],
  },
  {
    rule: "R239-names",
    refused: [{ name: "two criteria of one name", change: add(criteria, criterion("cpu")), at: `${criteria}[1].name` }],
    accepted: [{ name: "two criteria of different names", change: add(criteria, criterion("network")) }],
  },
  {
    rule: "R483",
    refused: [
      { name: "a network security group", change: watching(securityGroupId), others: securityGroup, at: "scopes[0]" },
      { name: "a subnet", change: watching(subnetId), others: subnet, at: "scopes[0]" },
      { name: "a pool of a load balancer", change: watching(`${balancerId}/backendAddressPools/servers`), others: pooled, at: "scopes[0]" },
    ],
    accepted: [
      {
        name: "a metric that an application sends about a security group",
        change: edits(watching(securityGroupId), set(`${first}.metricNamespace`, "app/rules")),
        others: securityGroup,
      },
      {
        name: "a metric that is yet to come",
        change: edits(watching(securityGroupId), set(`${first}.skipMetricValidation`, true)),
        others: securityGroup,
      },
    ],
  },
  {
    rule: "R239-dimension",
    refused: [
      {
        name: "an operator for numbers",
        change: set(`${first}.dimensions`, [dimension("VMName", ["*"], "Equals")]),
        at: `${first}.dimensions[0].operator`,
      },
      { name: "no value", change: set(`${first}.dimensions`, [dimension("VMName", [])]), at: `${first}.dimensions[0].values` },
    ],
    accepted: [
      { name: "all but one instance", change: set(`${first}.dimensions`, [dimension("VMName", ["web_0"], "Exclude")]) },
      { name: "instances by how they begin", change: set(`${first}.dimensions`, [dimension("VMName", ["web_"], "StartsWith")]) },
    ],
  },
  {
    rule: "R239-values",
    refused: [
      {
        name: "two values beside another criterion",
        change: edits(add(criteria, criterion("network")), set(`${first}.dimensions`, [dimension("VMName", ["web_0", "web_1"])])),
        at: `${first}.dimensions[0].values`,
      },
    ],
    accepted: [{ name: "two values of the only criterion", change: set(`${first}.dimensions`, [dimension("VMName", ["web_0", "web_1"])]) }],
  },
  {
    rule: "R239-actions",
    refused: [{ name: "6 action groups", change: set("actions", actionGroups(6)), at: "actions" }],
    accepted: [{ name: "5 action groups", change: set("actions", actionGroups(5)) }],
  },
];

function actionGroups(count: number): Value[] {
  return Array.from({ length: count }, () => ({ actionGroupId: armId("Microsoft.Insights/actionGroups", "web-operations") }));
}
