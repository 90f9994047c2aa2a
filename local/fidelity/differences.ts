/** Something that the local region does otherwise than Azure, on purpose or for want of a source. */
export interface Difference {
  readonly azure: string;
  readonly here: string;
}

export const differences: readonly Difference[] = [
  {
    azure: "A preview asks Azure nothing, and shows ids and names of new resources as unknown.",
    here: "A preview knows the ids of what it would create, so that references are checked before anything is deployed.",
  },
  {
    azure: "A public IP address is an address of the internet, and its DNS name ends in `cloudapp.azure.com`.",
    here: "It is 127.0.0.1, and the name ends in `cloudapp.localhost`, which resolves to this computer.",
  },
  {
    azure: "A subscription has quotas, capacity that runs out, features to register and policies.",
    here: "There are none: `SkuNotAvailable`, `AllocationFailed`, `QuotaExceeded` and policy refusals never come.",
  },
  {
    azure: "Refusals come one at a time, from whichever service sees its part of the request first.",
    here: "All refusals of a resource come at once, from its check.",
  },
  {
    azure: "Deployments take minutes, and a request can meet `AnotherOperationInProgress`.",
    here: "Resources are stored in milliseconds, one request after the other.",
  },
  {
    azure: "Resource providers fill in defaults, and a refresh reads them back.",
    here: "Outputs are the inputs with ids, names and the read-only properties; defaults of Azure's are used by the rules and not written back.",
  },
  {
    azure: "An interrupted create can leave a resource that no stack knows.",
    here: "The next create of the same URN takes its place.",
  },
];
