import type { Behaviour } from "../../../../../azure/fidelity/behaviour";
import {
  binaryExtensionLoop,
  healthExtensionPage,
  repairsPage,
  richExtensionLoop,
  richExtensionProbe,
} from "../../../../../azure/fidelity/sources";

export const healthAnswerBehaviours: Behaviour[] = [
  {
    id: "health-binary-200",
    title: "With binary states only status 200 is healthy, whatever the body",
    grade: "documented",
    source: healthExtensionPage,
  },
  {
    id: "health-rich-body",
    title: "With rich states the body says whether the application is healthy, and the status must be 2xx",
    grade: "documented",
    source: healthExtensionPage,
  },
  {
    id: "health-rich-unknown",
    title: "With rich states anything else is Unknown: a plain page, another status, a redirect, no answer",
    grade: "documented",
    source: healthExtensionPage,
    note: "That a redirect is not followed is from the extension's source.",
  },
  {
    id: "health-rich-key",
    title: "The key of the body is read in any case and its value only as Healthy or Unhealthy",
    grade: "source",
    source: richExtensionProbe,
  },
  {
    id: "health-rich-custom-metrics",
    title: "Custom metrics that are no text spoil an otherwise healthy answer",
    grade: "source",
    source: richExtensionProbe,
  },
  {
    id: "health-tcp",
    title: "Over tcp a handshake is healthy, anything else Unhealthy, and nothing is Unknown",
    grade: "documented",
    source: healthExtensionPage,
  },
  {
    id: "health-no-protocol",
    title: "Without a protocol the extension asks nothing and calls the instance healthy",
    grade: "source",
    source: richExtensionProbe,
  },
];

export const healthExtensionBehaviours: Behaviour[] = [
  {
    id: "health-defaults",
    title: "The extension asks every 5 seconds, believes one answer, and by default gives grace for as many intervals as it needs answers",
    grade: "documented",
    source: healthExtensionPage,
  },
  {
    id: "health-change",
    title: "A reported state changes after numberOfProbes equal answers in a row",
    grade: "documented",
    source: healthExtensionPage,
  },
  {
    id: "health-binary-first",
    title: "With binary states the first healthy answer counts at once, and nothing is reported before one state is sure",
    grade: "source",
    source: binaryExtensionLoop,
  },
  {
    id: "health-grace-http",
    title: "Over http equal answers of Healthy or Unhealthy end the grace period, Unknown ones do not",
    grade: "documented",
    source: healthExtensionPage,
  },
  {
    id: "health-grace-tcp",
    title: "Over tcp only Healthy answers end the grace period",
    grade: "source",
    source: richExtensionLoop,
    note: "Microsoft's page says that numberOfProbes Unhealthy answers over tcp end it as well. The extension's source does otherwise, and the region follows the source.",
  },
  {
    id: "health-grace-expires",
    title: "A grace period that expires ends as Unknown over http and as Unhealthy over tcp, and the answer of that moment is lost",
    grade: "source",
    source: richExtensionLoop,
    note: "Microsoft's page says so too, but not that the answer is lost.",
  },
  {
    id: "health-own-tests",
    title: "The extension's own integration tests end in the same states",
    grade: "source",
    source: "https://github.com/Azure/applicationhealth-extension-linux/tree/v2.0.29/integration-test/test/parallel",
  },
  {
    id: "health-pace",
    title: "A slow answer shortens the wait for the next probe, down to none",
    grade: "source",
    source: richExtensionLoop,
    note: "Here instances with the same interval are asked at the same moments, so their first wait can be up to half an interval longer or shorter.",
  },
];

export const healthSourceBehaviours: Behaviour[] = [
  {
    id: "health-silence",
    title: "An instance whose extension has fallen silent counts as Unhealthy, or Unknown with rich states",
    grade: "assumed",
    source: healthExtensionPage,
    note: "Nobody was found to have written down what becomes of an instance that is off or lost, nor after how long. The time is a setting.",
  },
  {
    id: "health-first-report",
    title: "An instance that never reported has no health, so it is not repaired",
    grade: "assumed",
    source: repairsPage,
  },
  {
    id: "health-by-probe",
    title: "Where the model names a load balancer's probe, repairs and rolling upgrades go by it: up is Healthy, down Unhealthy",
    grade: "documented",
    source: repairsPage,
  },
];
