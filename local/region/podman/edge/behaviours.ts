import type { Behaviour } from "../../../../azure/fidelity/behaviour";
import { probesPage } from "../../../../azure/fidelity/sources";

const distributionPage = "https://learn.microsoft.com/azure/load-balancer/distribution-mode-concepts";
const idleTimeoutPage = "https://learn.microsoft.com/azure/load-balancer/load-balancer-tcp-reset";
const natRulesPage = "https://learn.microsoft.com/azure/load-balancer/inbound-nat-rules";
const securityGroupsPage = "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview";
const serviceTagsPage = "https://learn.microsoft.com/azure/virtual-network/service-tags-overview";
const loadBalancerPage = "https://learn.microsoft.com/azure/load-balancer/load-balancer-overview";
const componentsPage = "https://learn.microsoft.com/azure/load-balancer/components";

/** What the edge of a load balancer does as Azure does, and where it differs. */
export const edgeBehaviours: Behaviour[] = [
  {
    id: "edge-distribution",
    title: "New connections are spread evenly by the source's address and port",
    grade: "documented",
    source: distributionPage,
    note: "Azure takes the destination's address and port and the protocol as well, which are the same for all connections of one rule here.",
  },
  {
    id: "edge-source-ip",
    title: "With SourceIP or SourceIPProtocol all connections of one address go to one instance",
    grade: "documented",
    source: distributionPage,
    note: "All visitors from this computer have one address.",
  },
  {
    id: "edge-standing",
    title: "A standing connection goes on while new ones go elsewhere",
    grade: "documented",
    source: probesPage,
  },
  {
    id: "edge-nobody",
    title: "With nobody for new connections they are reset, and standing ones go on or end as Azure's would",
    grade: "documented",
    source: probesPage,
    note: "Azure does not answer the attempt, so that a client waits and may still succeed. Here it fails at once.",
  },
  {
    id: "edge-silent",
    title: "A connection to an instance that is silent waits until another one gets the new connections",
    grade: "assumed",
    source: probesPage,
    note: "On Azure it is the client that repeats its SYN, and goes on for as long as it likes. Here the edge has accepted the connection and tries for 30 s, once a second. Those seconds are real ones, whatever the speed factor.",
  },
  {
    id: "edge-refusal",
    title: "A connection to an instance that refuses ends without an answer",
    grade: "assumed",
    source: probesPage,
    note: "On Azure the client is refused by the instance. Here the edge has accepted the connection, and ends it.",
  },
  {
    id: "edge-idle",
    title: "An idle connection is closed after its time",
    grade: "documented",
    source: idleTimeoutPage,
    note: "Azure resets it with enableTcpReset and drops it silently without. Here both ends see it closed in order. The minutes are real ones, whatever the speed factor.",
  },
  {
    id: "edge-change",
    title: "A change of the configuration loses no request and ends no connection",
    grade: "documented",
    source: distributionPage,
    note: "The page says so of the distribution mode. Here a change of the frontend ports ends the connections of the load balancer.",
  },
  {
    id: "edge-nat",
    title: "A NAT port leads to port 22 of its own instance, also before that instance's probe is up",
    grade: "documented",
    source: natRulesPage,
  },
  {
    id: "edge-nat-ports",
    title: "An instance keeps its NAT port for as long as it is there, and a new one gets the lowest that is free",
    grade: "documented",
    source: natRulesPage,
    note: "Which port a new instance gets is assumed.",
  },
  {
    id: "edge-not-carried",
    title:
      "What the edge does not carry is named: UDP, internal frontends, NAT rules of one machine, one port on two frontends, large NAT ranges",
    grade: "assumed",
    source: componentsPage,
    note: "Azure has all of these. Of a NAT range the first 64 ports are open here.",
  },
  {
    id: "security-closed",
    title: "A port that a network security group closes refuses connections, and those that stand go on",
    grade: "documented",
    source: securityGroupsPage,
    note: "Azure drops the attempt silently. Here it fails at once.",
  },
  {
    id: "security-order",
    title: "Security rules are tried in the order of their priorities, and the first that fits decides",
    grade: "documented",
    source: securityGroupsPage,
  },
  {
    id: "security-own",
    title: "Security rules that are resources of their own stand in their group like those that it declares",
    grade: "documented",
    source: "https://learn.microsoft.com/rest/api/virtualnetwork/security-rules/create-or-update",
  },
  {
    id: "security-defaults",
    title: "A network security group without rules of its own keeps visitors out and lets probes in",
    grade: "documented",
    source: securityGroupsPage,
  },
  {
    id: "security-none",
    title: "Without a network security group visitors are kept out and probes are not",
    grade: "documented",
    source: loadBalancerPage,
  },
  {
    id: "security-both",
    title: "The groups of the subnet and of the network interface have to let a connection in both",
    grade: "documented",
    source: securityGroupsPage,
  },
  {
    id: "security-application-groups",
    title: "A security rule for application security groups is for the instances that are in them, and for no other",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-network/application-security-groups",
  },
  {
    id: "security-visitor",
    title: "A visitor is at 127.0.0.1, and comes from the internet",
    grade: "assumed",
    source: serviceTagsPage,
    note: "So a rule for an office's addresses closes the port here; one for 127.0.0.1/32 opens it here and, on Azure, to nobody.",
  },
  {
    id: "security-probe",
    title: "A rule that denies the probes' source, by its tag or with everything, keeps probes out",
    grade: "documented",
    source: probesPage,
    note: "The page on security groups says that health monitoring is not subject to them by default, the one on probes that a rule can block it.",
  },
];
