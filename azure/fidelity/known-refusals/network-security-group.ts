import type { KnownRefusals } from "../known-refusal";

const recordings = "https://github.com/Azure/azure-xplat-cli/blob/dev/test/recordings/arm-network-nsg-rule-tests-generated";
const recorded = (name: string) => `${recordings}/arm_network_security_rules_create_should_fail_for_${name}.nock.js`;

export const networkSecurityGroupRefusals: KnownRefusals = {
  type: "azure-native:network:NetworkSecurityGroup",
  refusals: [
    {
      code: "SecurityRuleInvalidPortRange",
      sense: "a port range is neither a whole number nor two of them with a hyphen, from 0 to 65535",
      source: recorded("destination_port_out_of_range"),
      keptBy: "R110",
    },
  ],
};
