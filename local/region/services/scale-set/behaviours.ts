import type { Behaviour } from "../../../../azure/fidelity/behaviour";
import {
  instanceIdsPage,
  instanceProtectionPage,
  scaleInPage,
  scheduledEventsPage,
  terminateNotificationPage,
  upgradePolicyPage,
  zoneBalancingPage,
} from "../../../../azure/fidelity/sources";

const olderInstanceIdsPage =
  "https://github.com/MicrosoftDocs/azure-docs/blob/1cee63a2cc99f14f8cd4459c077a0ef41520ca52/articles/virtual-machine-scale-sets/virtual-machine-scale-sets-instance-ids.md";

export const instanceNameBehaviours: Behaviour[] = [
  {
    id: "names-instance",
    title: "An instance of a uniform set is called after the set and its id",
    grade: "documented",
    source: instanceIdsPage,
  },
  {
    id: "names-computer",
    title: "Its computer name is the prefix and its id in six digits of base 36, in capitals",
    grade: "documented",
    source: olderInstanceIdsPage,
    note: "The page of today no longer says that there are six digits, and gives no example.",
  },
  {
    id: "names-ids",
    title: "Ids count up from 0 and are not used again",
    grade: "assumed",
    source: instanceIdsPage,
    note: "Azure promises no order at all, and may use an id again.",
  },
];

export const zoneBehaviours: Behaviour[] = [
  {
    id: "zones-balanced",
    title: "A set is balanced when no zone has two instances more than another, failed ones counted",
    grade: "documented",
    source: zoneBalancingPage,
  },
  {
    id: "zones-emptiest-first",
    title: "A new instance goes to the zone that has the fewest",
    grade: "documented",
    source: zoneBalancingPage,
    note: "Which of several equal zones comes first is assumed: the first one in the order of the set's zones.",
  },
  {
    id: "zones-one-down",
    title: "With one zone down best effort goes on in the others",
    grade: "documented",
    source: zoneBalancingPage,
    note: "The page's example has 2 and 4 instances after such an outage, where spreading evenly over the zones left gives 3 and 3. It does not say why.",
  },
  {
    id: "zones-two-down",
    title: "With two zones down best effort scales neither out nor in",
    grade: "documented",
    source: zoneBalancingPage,
  },
  {
    id: "zones-strict",
    title: "Strict balance refuses a whole operation that would end unbalanced, zones down or not",
    grade: "documented",
    source: zoneBalancingPage,
  },
  {
    id: "zones-recovery",
    title: "After an outage a set is balanced again by scaling out and in, as in Microsoft's two examples",
    grade: "documented",
    source: zoneBalancingPage,
  },
];

export const scaleInBehaviours: Behaviour[] = [
  {
    id: "scale-in-oldest",
    title: "OldestVM deletes as in Microsoft's table: six of six",
    grade: "documented",
    source: scaleInPage,
    note: "The table places VM6 in zone 1 in one of its remarks, where its own columns have it in zone 2.",
  },
  {
    id: "scale-in-newest",
    title: "NewestVM deletes as in Microsoft's table: six of six",
    grade: "documented",
    source: scaleInPage,
  },
  {
    id: "scale-in-default",
    title: "Default deletes the highest instance id of the fullest zones",
    grade: "documented",
    source: scaleInPage,
    note: "The API's text has the newest instance instead. Fault domains, which come between zones and ids, are not modelled: the region has one for each zone.",
  },
  {
    id: "scale-in-zoneless-first",
    title: "In a set with zones, instances that have none go first",
    grade: "documented",
    source: zoneBalancingPage,
  },
  {
    id: "scale-in-protected",
    title: "Protected instances are skipped, and the next fullest zone takes the turn of a zone that has no others",
    grade: "documented",
    source: instanceProtectionPage,
    note: "That protected instances are skipped is documented, what happens when a zone has no others is assumed.",
  },
  {
    id: "scale-in-regional",
    title: "Without zones the oldest or newest instance of the whole set goes",
    grade: "documented",
    source: scaleInPage,
  },
  {
    id: "scale-in-all-protected",
    title: "A set whose other instances are all protected keeps more than its capacity, and says so once",
    grade: "assumed",
    source: instanceProtectionPage,
    note: "Documented: a protected instance is not scaled in. That the operation ends short, and not in a refusal, is assumed.",
  },
  {
    id: "scale-in-same-age",
    title: "Of two instances of the same age the lower id counts as the older",
    grade: "assumed",
    source: scaleInPage,
  },
];

export const terminateNotificationBehaviours: Behaviour[] = [
  {
    id: "terminate-delay",
    title: "A deletion waits for the notBeforeTimeout, and goes ahead at its end",
    grade: "documented",
    source: terminateNotificationPage,
  },
  {
    id: "terminate-approval",
    title: "An approved deletion goes ahead at once",
    grade: "documented",
    source: terminateNotificationPage,
  },
  {
    id: "terminate-others-pending",
    title: "An approved deletion waits for the deletions of others that are neither approved nor due",
    grade: "documented",
    source: terminateNotificationPage,
  },
  {
    id: "terminate-same-time",
    title: "Deletions with the same NotBefore need all approvals to go ahead before it",
    grade: "documented",
    source: terminateNotificationPage,
  },
  {
    id: "terminate-nobody-asks",
    title: "Nobody is notified and nothing waits where no instance has asked for events within 24 hours",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/40529",
    note: "Documented: scheduled events are off then. That a deletion does not wait for the timeout either was seen by one user. Another saw that in a set with zones each zone must ask (azure-docs issue 54493); here one instance speaks for the set.",
  },
  {
    id: "terminate-which",
    title: "Scale-in, replacing repairs, surge upgrades and deletions by hand notify, restarts and reimages do not",
    grade: "documented",
    source: terminateNotificationPage,
    note: "Documented for delete operations in general; surge upgrades follow from it.",
  },
  {
    id: "terminate-document",
    title: "All instances see the events of all, with a NotBefore until the deletion begins",
    grade: "documented",
    source: scheduledEventsPage,
    note: "Assumed for events of this type: the Description is empty, the EventSource Platform and the duration unknown.",
  },
];

const scaleSetOperations = "https://learn.microsoft.com/rest/api/compute/virtual-machine-scale-sets";

export const operationBehaviours: Behaviour[] = [
  {
    id: "operation-reimage",
    title: "A reimage gives the instance a new disk of the image that it has, on which user data runs; name, id and address stay",
    grade: "documented",
    source: `${scaleSetOperations}/reimage`,
    note: "In Azure's command line: az vmss reimage; here make reimage. That the image is the instance's and not the latest model's is in the page's text on exactVersion, and was seen by users (azure-cli issue 6388).",
  },
  {
    id: "operation-restart",
    title: "A restart boots the disk that the instance has, and user data does not run again",
    grade: "documented",
    source: `${scaleSetOperations}/restart`,
    note: "az vmss restart; here make restart.",
  },
  {
    id: "operation-update",
    title: "update-instances brings the latest model to the instances that it names, whatever the mode",
    grade: "documented",
    source: upgradePolicyPage,
    note: "az vmss update-instances; here make update-instance.",
  },
  {
    id: "operation-delete",
    title: "The deletion of an instance lowers the capacity by one, so that nothing takes its place",
    grade: "observed",
    source: "https://github.com/kubernetes/autoscaler/pull/3510",
    note: "az vmss delete-instances; here make delete-instance. The next update by a program that declares the number brings an instance back.",
  },
  {
    id: "operation-protected",
    title: "An operation on the scale set that names an instance which is protected from scale set actions is refused",
    grade: "assumed",
    source: instanceProtectionPage,
    note: "Documented: such an instance is protected from a reimage, an upgrade and the like of the scale set, and not from operations on the instance itself. az vmss has the former, with instance ids (its source: command_modules/vm/custom.py). The code is assumed.",
  },
];
