import type { Behaviour } from "../../../../../azure/fidelity/behaviour";
import { healthExtensionPage, instanceProtectionPage, repairsPage } from "../../../../../azure/fidelity/sources";

/** What is known of automatic instance repairs. */
export const repairBehaviours: Behaviour[] = [
  {
    id: "repairs-trigger",
    title: "Unhealthy and Unknown instances are repaired, Initializing and silent ones are not",
    grade: "documented",
    source: healthExtensionPage,
    note: "That an instance which has reported nothing is left alone is assumed.",
  },
  {
    id: "repairs-grace",
    title: "An instance is left alone until its grace period after the last state change has ended",
    grade: "documented",
    source: repairsPage,
  },
  {
    id: "repairs-defaults",
    title: "Repairs are off by default, leave 10 minutes of grace and replace",
    grade: "documented",
    source: repairsPage,
  },
  {
    id: "repairs-one-at-a-time",
    title: "Below forty instances one repair is under way at a time, from there on 5 percent of the set",
    grade: "documented",
    source: repairsPage,
    note: "Documented: no more than 5 percent, and one below twenty. That 5 percent is rounded down follows from it.",
  },
  {
    id: "repairs-under-way",
    title: "A repair is over when the instance, or its replacement, is provisioned, and does not wait for the deletion of the old one",
    grade: "assumed",
    source: repairsPage,
    note: "Documented: the creation of the replacement does not wait for the deletion.",
  },
  {
    id: "repairs-protected",
    title: "Instances with either kind of protection are not repaired",
    grade: "documented",
    source: repairsPage,
    note: `The page on protection (${instanceProtectionPage}) names repairs for neither kind.`,
  },
  {
    id: "repairs-provisioning-failed",
    title: "An instance whose provisioning failed is not repaired",
    grade: "documented",
    source: repairsPage,
  },
  {
    id: "repairs-suspended",
    title: "Repairs that do not help suspend the service, and it stays so until it is resumed",
    grade: "documented",
    source: repairsPage,
    note: "On Azure by setOrchestrationServiceState; here by make resume-repairs.",
  },
  {
    id: "repairs-suspended-after-three",
    title: "Three fruitless repairs in a row suspend the service, and one that helps begins the count anew",
    grade: "assumed",
    source: repairsPage,
    note: "The page says repeatedly. The number is a setting.",
  },
  {
    id: "repairs-order",
    title: "Of several unhealthy instances the one with the oldest state change is repaired first",
    grade: "assumed",
    source: repairsPage,
  },
  {
    id: "repairs-service-state",
    title: "The service state is Running when repairs are on, NotRunning when they are off and Suspended when they did not help",
    grade: "documented",
    source: repairsPage,
  },
];
