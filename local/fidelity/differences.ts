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
    here: "A scale set takes as long as its machines and its rolling upgrade do; everything else is stored in milliseconds, one request after the other.",
  },
  {
    azure: "Resource providers fill in defaults, and a refresh reads them back.",
    here: "Outputs are the inputs with ids, names and the read-only properties; defaults of Azure's are used by the rules and not written back.",
  },
  {
    azure:
      "Updating a virtual network or a network security group that lists subnets or security rules deletes those that are resources of their own.",
    here: "A warning names them, and they stay.",
  },
  {
    azure: "A scale set's name is its own within its resource group.",
    here: "It is within the region, as machines are called after their scale sets; a second one is refused at preview.",
  },
  {
    azure: "An instance is a virtual machine with a kernel, disks and a network of its own.",
    here: "It is a container that boots systemd and cloud-init from the image; it shares this computer's kernel, and its only disk goes with it.",
  },
  {
    azure: "Times are real: grace periods of ten minutes and more, boots of a minute or two.",
    here: "The region's clock runs ten times as fast as real time (`make status` says so); machines boot as fast as they can. No figure measured here is an SLA.",
  },
  {
    azure: "An upgrade in place to another size restarts an instance, whose disk stays.",
    here: "It makes a new machine with a new disk, on which user data runs.",
  },
  {
    azure: "User data that fails or hangs leaves a running instance.",
    here: "It makes a failed instance, whose console shows why.",
  },
  {
    azure: "A load balancer passes packets on unchanged, so that an instance sees the visitor's address.",
    here: "HAProxy passes connections on, so that an instance sees the edge's; it tries another instance where one does not accept, as a visitor's repeated SYN would.",
  },
  {
    azure: "Inbound NAT ports and frontends are those of the public IP address.",
    here: "They are ports of 127.0.0.1, so a deployment fails while something else on this computer has a rule's port, and a load balancer waits for one that another has. Of a NAT range the first 64 are open, and other ports cost the edge its standing connections.",
  },
  {
    azure: "Images come from the marketplace, where publishers put new versions.",
    here: "They are those that `make image` builds, and in place of the marketplace's Debian and Ubuntu systems with fewer packages, made on first use (image/README.md). Their `version` is in the name alone: `latest` is made anew after a month, and new instances get it while others stay as they are, as on [Azure](https://github.com/Azure/azure-rest-api-specs/issues/4446). No automatic OS image upgrade begins.",
  },
  {
    azure: "VM Image Builder builds a template that is created with `autoRun`, and puts a version into the gallery.",
    here: "The template is kept, and nothing is built; `make image` builds the image that the id of the version leads to.",
  },
  {
    azure: "A metric's minute is a minute.",
    here: "It is a minute of region time. Processor shares and operations a second are of real time; bytes and connections are put into the region's minute as they were counted, so at ten times the speed a minute has a tenth of them.",
  },
  {
    azure: "Azure Monitor has some forty metrics of a scale set and a dozen of a load balancer, and keeps them for 93 days.",
    here: "It has those that `make metrics` prints, and keeps them for a day of region time. `PacketCount` and `SnatConnectionCount` are not measured: the edge passes connections on, not packets. Disks count what reaches this computer's disks, over all of the instance's.",
  },
  {
    azure: "Alerts evaluate dynamic thresholds and all dimensions of a metric, and reach people by text message, voice, push and more.",
    here: "Static thresholds alone, and the dimension `VMName`; an alert with others is named once in `make events`. Action groups reach webhooks and e-mail addresses; without `LOCAL_REGION_SMTP` an e-mail is a line of `make events`.",
  },
  {
    azure:
      "An activity log alert tells of operations, such as repairs that are suspended. Burstable sizes have CPU credits, and without any are held at their baseline; autoscale settings have metrics of their own.",
    here: "An activity log alert is checked and kept, and tells nobody: `make events` has the suspension. Machines are not held at a baseline, so that an alert on CPU credits, or on an autoscale setting's capacity, has no data; `make simulate SIZE=Standard_B1s` reckons credits.",
  },
  {
    azure: "An alert's window is a length of time, and its notification shows when it began and ended.",
    here: "It is a length of region time. Notifications show the real moments that it began and ended, so at ten times the speed a window of five minutes is half a minute long.",
  },
  {
    azure: "Microsoft's page on flapping scales in from 30 instances at 65 % CPU to 27, with a rule that scales out above 70 %.",
    here: "To 28: on 27 instances the same load is 72.2 %. How Azure comes to 27 is not published.",
  },
  {
    azure: "Predictive autoscale adds instances before a load that a week of metrics makes likely.",
    here: "Its policy is accepted and checked, but makes no forecast; the rules alone scale.",
  },
  {
    azure: "An interrupted create can leave a resource that no stack knows.",
    here: "The next create of the same URN takes its place.",
  },
];

/** Rules of Azure (numbered as in the tests) that the region does not hold, and why. */
export const notHeld: ReadonlyMap<string, string> = new Map([
  ["R50", "the security type `Standard` belongs to a later version of Azure's API than azure-native asks, and is warned of"],
  ["R77", "storage accounts are not a resource type of the region, so their kind cannot be told"],
  [
    "R80",
    "since the end of 2024 it can be changed on an existing subnet too ([azure-docs#124416](https://github.com/MicrosoftDocs/azure-docs/issues/124416))",
  ],
  ["R95", "managed images and the versions of a gallery are not resource types of the region"],
  ["R96", "requests are carried out one after the other, so none meets another"],
  ["R97", "resources cannot be moved between resource groups"],
]);
