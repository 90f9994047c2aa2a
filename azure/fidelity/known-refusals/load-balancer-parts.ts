import type { KnownRefusal } from "../known-refusal";
import { issue, page, provider, pull, recording } from "./sources";

const errors = page("troubleshoot/azure/load-balancer/load-balancer-common-deployment-errors");
const natMigration = page("azure/load-balancer/load-balancer-nat-pool-migration");
const ofRules = (test: string) => recording("lb-rule", `load_balancing_rules_create_should_fail_for_${test}`);
const ofProbes = (test: string) => recording("lb-probe", `probes_create_should_fail_for_${test}`);
const ofNatPools = (test: string) => recording("lb-inbound-nat-pool", `inbound_nat_pools_create_should_fail_for_${test}`);
const ofNatRules = (test: string) => recording("lb-inbound-nat-rule", `inbound_nat_rules_create_should_fail_for_${test}`);

/** What Azure refuses of a load balancer's pools, probes and rules. */
export const loadBalancerPartRefusals: readonly KnownRefusal[] = [
  {
    code: "ProbeIntervalIsOutOfRange",
    sense: "a probe asks more often than every 5 seconds",
    source: ofProbes("interval_in_seconds_under_allowed_value"),
    keptBy: "R17-interval",
  },
  {
    code: "InvalidRequestFormat",
    sense: "a number is larger than 32 bits take",
    source: ofProbes("interval_in_seconds_over_allowed_value"),
    keptBy: "schema",
  },
  {
    code: "NumberOfProbesIsOutOfRange",
    sense: "a probe counts no answer",
    source: ofProbes("number_of_probes_under_allowed_value"),
    keptBy: "R17-count",
  },
  {
    code: "NumberOfProbesIsOutOfRange",
    sense: "a probe counts more answers than fit into its time",
    source: ofProbes("number_of_probes_over_allowed_value"),
    keptBy: "R17-count",
  },
  { code: "PortValueIsOutOfRange", sense: "a probe asks at port 65536", source: ofProbes("port_out_of_range"), keptBy: "R17-port" },
  {
    code: "ProbeRequestPathIsNotNull",
    sense: "a probe over TCP has a path",
    source: ofProbes("invalid_request_path"),
    keptBy: "R17-path-over-tcp",
  },
  {
    code: undefined,
    sense: "a probe over HTTP has no path",
    source: page("rest/api/load-balancer/load-balancers/create-or-update"),
    keptBy: "R17-path",
  },
  {
    code: "PortValueIsOutOfRange",
    sense: "a rule listens on port 65535",
    source: ofRules("frontend_port_over_allowed_value"),
    keptBy: "R12-frontend-port",
  },
  {
    code: "SubscriptionNotRegisteredForFeature",
    sense: "a rule listens on port 0, which stands for all ports, where that is not allowed",
    source: ofRules("frontend_port_under_allowed_value"),
    keptBy: "R161",
  },
  {
    code: "PortValueIsOutOfRange",
    sense: "a rule sends to port 65536",
    source: ofRules("backend_port_out_of_range"),
    keptBy: "R12-backend-port",
  },
  {
    code: "RuleIdleTimeoutIsOutOfRange",
    sense: "a flow may be idle for less than 4 minutes",
    source: ofRules("idle_timeout_in_minutes_under_allowed_value"),
    keptBy: "R13",
  },
  {
    code: "RulesUseSameBackendPortProtocolAndPool",
    sense: "two rules send to one port of a pool",
    source: issue("MicrosoftDocs/azure-docs", 94673),
    keptBy: "R10",
  },
  {
    code: "RulesUseSameBackendPortProtocolAndPool",
    sense: "two rules of a pool name no port of it, which means 0",
    source: issue("Azure/azure-quickstart-templates", 2014),
    keptBy: "R10",
  },
  {
    code: "RulesUseSameBackendPortProtocolAndPoolAndFrontendIPWithFloatingIPEnabled",
    sense: "two rules with floating IP are one in frontend, pool, protocol and port",
    source: issue("kubernetes-sigs/cloud-provider-azure", 521),
    keptBy: "R160",
  },
  {
    code: undefined,
    sense: "two rules listen on one port of a frontend",
    source: provider("loadbalancer/lb_rule_resource"),
    keptBy: "R12-unique",
  },
  { code: undefined, sense: "a rule has no frontend", source: provider("loadbalancer/lb_rule_resource"), keptBy: "R266" },
  {
    code: undefined,
    sense: "a rule of a Standard load balancer has two pools",
    source: provider("loadbalancer/lb_rule_resource"),
    keptBy: "R260",
  },
  {
    code: undefined,
    sense: "a pool of a load balancer that is not Standard has a syncMode",
    source: provider("loadbalancer/lb_backend_address_pool_resource"),
    keptBy: "R261",
  },
  {
    code: undefined,
    sense: "a pool that Azure fills from the instances lists addresses",
    source: issue("Azure/azure-cli", 29715),
    notKept: "the report leaves out the answer",
  },
  {
    code: "CannotMixIPBasedAddressesAndIPConfigurationsOnLoadBalancerBackendAddressPool",
    sense: "a pool has addresses and instances",
    source: issue("hashicorp/terraform-provider-azurerm", 25962),
    keptBy: "R262",
  },
  {
    code: undefined,
    sense: "an address of a pool comes without its network",
    source: page("azure/load-balancer/backend-pool-management"),
    keptBy: "R171",
  },
  {
    code: "InvalidResourceReference",
    sense: "a rule names a part that is not declared",
    source: issue("pulumi/pulumi-azure-native", 3601),
    keptBy: "R9",
  },
  {
    code: "InvalidJsonReferenceWrongType",
    sense: "a reference leads to another kind of part",
    source: issue("Azure/terraform-azurerm-computegroup", 17),
    keptBy: "T19",
  },
  {
    code: "InvalidRequestFormat",
    sense: "a part has no name, as was seen of security rules and of the configurations of gateways",
    source: issue("Azure/azure-rest-api-specs", 16743),
    keptBy: "R420",
  },
  { code: "InvalidRequestFormat", sense: "two parts have one name", source: issue("Azure/migAz", 218), keptBy: "R118" },
  {
    code: "InvalidResourceName",
    sense: "the name of a part has a space in it",
    source: pull("rh-mobb/documentation", 204),
    keptBy: "R99",
  },
  {
    code: "AddingOrUpdatingNatRulesWhenNatPoolIsPresentOnLoadbalancerIsNotSupported",
    sense: "there are NAT pools and NAT rules",
    source: issue("MicrosoftDocs/azure-docs", 59705),
    keptBy: "R18",
  },
  {
    code: "PortValueIsOutOfRange",
    sense: "a NAT pool begins at port 0",
    source: ofNatPools("frontend_port_range_start_under_allowed_value"),
    keptBy: "R19-start",
  },
  {
    code: "PortValueIsOutOfRange",
    sense: "a NAT pool ends at port 65535",
    source: ofNatPools("frontend_port_range_end_over_allowed_value"),
    keptBy: "R19-end",
  },
  {
    code: "PortValueIsOutOfRange",
    sense: "a NAT pool sends to port 65536",
    source: ofNatPools("backend_port_out_of_range"),
    keptBy: "R19-backend-port",
  },
  {
    code: "PortValueIsOutOfRange",
    sense: "a NAT rule listens on port 65535",
    source: ofNatRules("frontend_port_over_allowed_value"),
    keptBy: "R19-start",
  },
  {
    code: "SubscriptionNotRegisteredForFeature",
    sense: "a NAT rule of one protocol listens on port 0",
    source: ofNatRules("frontend_port_under_allowed_value"),
    keptBy: "R19-all-ports",
  },
  {
    code: "LoadBalancerInboundNatPoolInUseByVirtualMachineScaleSet",
    sense: "a NAT pool is taken away while a scale set refers to it",
    source: issue("hashicorp/terraform-provider-azurerm", 4769),
    keptBy: "R22-nat-pool",
  },
  {
    code: undefined,
    sense: "a backend pool is taken away while a scale set refers to it",
    source: issue("Azure/vm-scale-sets", 53),
    keptBy: "R22-backend-pool",
  },
  {
    code: "MissedInboundNatRuleV2Properties",
    sense: "a NAT rule for a pool has no range of ports",
    source: issue("Azure/azure-cli", 21583),
    keptBy: "R19-range",
  },
  {
    code: "UnsupportedSetOfInboundNatRulePropertiesWhenFrontendPortIsSpecified",
    sense: "a NAT rule has one port and a range",
    source: issue("Azure/azure-cli", 21583),
    keptBy: "R19-single-port",
  },
  { code: undefined, sense: "NAT listens on a port that is taken", source: natMigration, keptBy: "R11-frontend-ports" },
  { code: undefined, sense: "NAT sends to a port that a rule of its pool sends to", source: natMigration, keptBy: "R11-backend-port" },
  {
    code: "LoadBalancingRuleMustDisableSNATSinceSameFrontendIPConfigurationIsReferencedByOutboundRule",
    sense: "a rule and an outbound rule both see to the outbound flows of a frontend",
    source: issue("ansible-collections/azure", 743),
    keptBy: "R14",
  },
  {
    code: "MoreThanOneOutboundRuleUsingSameFrontendIPConfigurationAndProtocolIsNotSupported",
    sense: "two outbound rules have a frontend and a protocol in common",
    source: issue("Azure/AzLoadBalancerMigration", 10),
    keptBy: "R14-one-rule",
  },
  {
    code: "SpecifiedAllocatedOutboundPortsForOutboundRuleIsNotAMultipleOfEight",
    sense: "outbound ports are no multiple of eight",
    source: errors,
    keptBy: "R15-steps",
  },
  {
    code: "SpecifiedAllocatedOutboundPortsForOutboundRuleExceedsTotalNumberOfAllowedPortsPerRule",
    sense: "an outbound rule allocates more than 64000 ports",
    source: errors,
    keptBy: "R15-most",
  },
  {
    code: undefined,
    sense: "an outbound rule sends from an internal frontend",
    source: issue("MicrosoftDocs/azure-docs", 45707),
    keptBy: "R170",
  },
  {
    code: "LoadBalancerRuleCountLimitReachedForNic",
    sense: "a member of a pool has more than 300 rules",
    source: errors,
    notKept: "it is a limit of Azure's network, which no program of a web tier comes near",
  },
  {
    code: undefined,
    sense: "the backend port of a rule changes whose probe is the health probe of a scale set",
    source: page(
      "troubleshoot/azure/load-balancer/troubleshoot-common-problems/change-backend-port-existing-rule-vm-scale-set-deployed-backend-pool",
    ),
    keptBy: "R502",
  },
];
