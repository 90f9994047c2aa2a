/** Addresses that the lists of known refusals are made of. */

export const issue = (repository: string, number: number) => `https://github.com/${repository}/issues/${number}`;
export const pull = (repository: string, number: number) => `https://github.com/${repository}/pull/${number}`;

/** An answer that a test of Microsoft's former command line recorded, by the suite and the test's name. */
export const recording = (suite: string, test: string) =>
  `https://github.com/Azure/azure-xplat-cli/blob/dev/test/recordings/arm-network-${suite}-tests-generated/arm_network_${test}.nock.js`;

/** A file of Terraform's provider, below `internal/services`. */
export const provider = (file: string) => `https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/${file}.go`;

/** A page of Microsoft's, below `https://learn.microsoft.com`. */
export const page = (path: string) => `https://learn.microsoft.com/${path}`;
