import { add, edits, set, unknown } from "../../../rules/edits";
import { armId, group, regionResource } from "../../../rules/fake-region";
import type { RuleCases } from "../../../rules/cases";

export const machineType = "Microsoft.Compute/virtualMachines";
const singleKind = "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria";
export const severalKind = "Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria";

const machine = (name: string) => armId(machineType, name);
const balancerId = armId("Microsoft.Network/loadBalancers", "web-lb");
const otherSetId = armId("Microsoft.Compute/virtualMachineScaleSets", "other");
const region = set("targetResourceRegion", "westeurope");

const balancer = (sku: string) => regionResource("azure-native:network:LoadBalancer", balancerId, { sku: { name: sku } });
const webGroup = regionResource("azure-native:resources:ResourceGroup", group, { location: "westeurope" });
const otherSet = regionResource("azure-native:compute:VirtualMachineScaleSet", otherSetId, { location: "West Europe" });

/** Criteria for several machines, and two of them. */
export const twoMachines = edits(
  set("scopes", [machine("one"), machine("two")]),
  set("criteria.odataType", severalKind),
  set("criteria.allOf[0].metricNamespace", machineType),
);
const ofMachines = edits(twoMachines, region, set("targetResourceType", machineType));
const bareMetalType = "Microsoft.NetworkCloud/bareMetalMachines";
const ofBareMetal = edits(
  ofMachines,
  set("scopes", [armId(bareMetalType, "one"), armId(bareMetalType, "two")]),
  set("criteria.allOf[0].metricNamespace", bareMetalType),
  set("targetResourceType", bareMetalType),
);
const ofBalancer = edits(
  set("scopes", [balancerId]),
  set("criteria.allOf[0].metricNamespace", "Microsoft.Network/loadBalancers"),
  set("criteria.allOf[0].metricName", "VipAvailability"),
);

/** What an alert watches. */
export const alertScopeCases: RuleCases[] = [
  {
    rule: "R226",
    refused: [
      { name: "nothing", change: set("scopes", []), at: "scopes" },
      { name: "a machine twice", change: edits(ofMachines, add("scopes", machine("ONE"))), at: "scopes[2]" },
    ],
    accepted: [{ name: "scopes that are not known yet", change: unknown("scopes") }],
  },
  {
    rule: "R227",
    refused: [
      {
        name: "a scale set and a load balancer",
        change: edits(add("scopes", balancerId), region, set("targetResourceType", "Microsoft.Compute/virtualMachineScaleSets")),
        others: [balancer("Standard")],
        at: "scopes",
      },
    ],
    accepted: [{ name: "two machines", change: ofMachines }],
  },
  {
    rule: "R228",
    refused: [
      {
        name: "two scale sets",
        change: edits(add("scopes", otherSetId), region, set("targetResourceType", "Microsoft.Compute/virtualMachineScaleSets")),
        others: [otherSet],
        at: "scopes",
      },
    ],
    accepted: [
      { name: "two machines", change: ofMachines },
      { name: "two machines of bare metal", change: ofBareMetal },
    ],
  },
  {
    rule: "R229",
    refused: [
      {
        name: "machines called scale sets",
        change: edits(ofMachines, set("targetResourceType", "Microsoft.Compute/virtualMachineScaleSets")),
        at: "targetResourceType",
      },
    ],
    accepted: [
      { name: "their type in other letters", change: edits(ofMachines, set("targetResourceType", machineType.toLowerCase())) },
      { name: "nothing said of one scale set", change: set("targetResourceType", "") },
    ],
  },
  {
    rule: "R229-region",
    refused: [
      {
        name: "another region than that of the scope",
        change: edits(set("scopes", [otherSetId]), set("targetResourceRegion", "northeurope")),
        others: [otherSet],
        at: "targetResourceRegion",
      },
    ],
    accepted: [{ name: "the region by its other name", change: edits(set("scopes", [otherSetId]), region), others: [otherSet] }],
  },
  {
    rule: "R91-single",
    refused: [
      {
        name: "two machines in criteria for one",
        change: edits(ofMachines, set("criteria.odataType", singleKind)),
        at: "scopes",
      },
      {
        name: "all of a group in criteria for one",
        change: edits(ofMachines, set("scopes", [group]), set("criteria.odataType", singleKind)),
        others: [webGroup],
        at: "scopes",
      },
    ],
    accepted: [
      { name: "two machines in criteria for several", change: ofMachines },
      {
        name: "all of a group in criteria for several",
        change: edits(ofMachines, set("scopes", [group])),
        others: [webGroup],
      },
    ],
  },
  {
    rule: "R235",
    refused: [{ name: "a Basic load balancer", change: ofBalancer, others: [balancer("Basic")], at: "scopes[0]" }],
    accepted: [{ name: "a Standard load balancer", change: ofBalancer, others: [balancer("Standard")] }],
  },
  {
    rule: "R226-id",
    refused: [
      { name: "a scope by its name", change: set("scopes[0]", "web"), at: "scopes[0]" },
      { name: "an action group by its name", change: set("actions[0].actionGroupId", "operations"), at: "actions[0].actionGroupId" },
    ],
    accepted: [{ name: "a scope that is not known yet", change: unknown("scopes[0]") }],
  },
];
