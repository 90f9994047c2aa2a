import type { Behaviour } from "../../../../../azure/fidelity/behaviour";
import { upgradePolicyPage, userDataPage } from "../../../../../azure/fidelity/sources";
import { metadataPage } from "./api-versions";

const scheduledEventsPage = "https://learn.microsoft.com/azure/virtual-machines/linux/scheduled-events";

export const metadataBehaviours: Behaviour[] = [
  {
    id: "metadata-header",
    title: "A request without the header Metadata: true, or with X-Forwarded-For, is refused",
    grade: "documented",
    source: metadataPage,
    note: "The page gives the text of the first refusal alone.",
  },
  {
    id: "metadata-version",
    title: "A request without a known api-version is refused with the newest ones",
    grade: "documented",
    source: metadataPage,
  },
  {
    id: "metadata-versions",
    title: "The versions are told without a version",
    grade: "documented",
    source: metadataPage,
  },
  {
    id: "metadata-repeated-parameter",
    title: "A query that repeats a parameter is refused",
    grade: "documented",
    source: metadataPage,
  },
  {
    id: "metadata-path",
    title: "A path leads into the document by keys and indexes, and to 404 where there is nothing",
    grade: "documented",
    source: metadataPage,
  },
  {
    id: "metadata-leaf",
    title: "A single value is told with format=text alone",
    grade: "documented",
    source: metadataPage,
  },
  {
    id: "metadata-text-list",
    title: "As text, anything but a single value is the list of what is below it",
    grade: "assumed",
    source: metadataPage,
    note: "The page says that the format exists, and shows single values.",
  },
  {
    id: "metadata-field-versions",
    title: "A field is told from the version on that brought it",
    grade: "documented",
    source: metadataPage,
  },
  {
    id: "metadata-texts",
    title: "Every value of the instance's document is text, and what is missing is empty text",
    grade: "documented",
    source: metadataPage,
    note: "What tells of Azure's hardware is empty: the physical zone, the host, the placement group, the disks' ids.",
  },
  {
    id: "metadata-own-model",
    title:
      "An instance is told of the model that it runs: the latest only once an upgrade has reached it, and the one before after a rollback",
    grade: "documented",
    source: upgradePolicyPage,
    note: "Documented of instances in general. Assumed: other tags alone are no new model, and reach the instances that have the latest one at once.",
  },
  {
    id: "metadata-user-data-in-place",
    title: "Changed user data is there as soon as an upgrade in place has reached the instance, without a restart",
    grade: "documented",
    source: userDataPage,
  },
  {
    id: "metadata-method",
    title: "A method that an endpoint does not have is refused with 405",
    grade: "documented",
    source: metadataPage,
  },
  {
    id: "metadata-load-balancer",
    title: "The load balancer's metadata has numbers, and is not found where there is no load balancer",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/load-balancer/howto-load-balancer-imds",
  },
  {
    id: "metadata-load-balancer-rules",
    title: "It names the frontends and ports of the rules that lead to the instance, and the outbound rules that it goes by",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/load-balancer/howto-load-balancer-imds",
    note: "A public frontend is 127.0.0.1 here. No instance has a public address of its own, so that list is empty.",
  },
  {
    id: "metadata-event-versions",
    title: "Older versions of scheduled events have fewer kinds of events and fewer fields",
    grade: "documented",
    source: scheduledEventsPage,
  },
  {
    id: "metadata-approval",
    title: "An event that there is can be approved any number of times, and a malformed approval is refused",
    grade: "documented",
    source: scheduledEventsPage,
    note: "Assumed: an approval of an event that there is not counts as malformed.",
  },
  {
    id: "metadata-rate",
    title: "The sixth request within a second is refused with 429",
    grade: "documented",
    source: metadataPage,
  },
  {
    id: "metadata-absent",
    title: "Managed identities and attested data are not found",
    grade: "assumed",
    source: metadataPage,
    note: "Azure has both; the local region does not.",
  },
];
