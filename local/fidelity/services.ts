import type { Behaviour } from "../../azure/fidelity/behaviour";
import { metricAlertBehaviours } from "../region/services/alerts/evaluation/behaviours";
import { notificationBehaviours } from "../region/services/alerts/notifications/behaviours";
import { autoscaleBehaviours } from "../region/services/autoscale/decision/behaviours";
import { loadBalancerBackendBehaviours, loadBalancerProbeBehaviours } from "../region/services/load-balancer/behaviours";
import { metricBehaviours } from "../region/services/metrics/behaviours";
import {
  instanceNameBehaviours,
  operationBehaviours,
  scaleInBehaviours,
  terminateNotificationBehaviours,
  zoneBehaviours,
} from "../region/services/scale-set/behaviours";
import { healthAnswerBehaviours, healthExtensionBehaviours, healthSourceBehaviours } from "../region/services/scale-set/health/behaviours";
import { metadataBehaviours } from "../region/services/scale-set/metadata/behaviours";
import { repairBehaviours } from "../region/services/scale-set/repair/behaviours";
import { upgradeBehaviours } from "../region/services/scale-set/upgrade/behaviours";
import { edgeBehaviours } from "../region/podman/edge/behaviours";
import { machineBehaviours } from "../region/podman/machines/behaviours";

/** What the region does of its own accord, under the titles and in the order of `docs/fidelity.md`. */
export const services: readonly { readonly title: string; readonly behaviours: readonly Behaviour[] }[] = [
  {
    title: "services of a scale set and a load balancer",
    behaviours: [
      ...instanceNameBehaviours,
      ...zoneBehaviours,
      ...scaleInBehaviours,
      ...healthAnswerBehaviours,
      ...healthExtensionBehaviours,
      ...healthSourceBehaviours,
      ...repairBehaviours,
      ...upgradeBehaviours,
      ...operationBehaviours,
      ...terminateNotificationBehaviours,
      ...loadBalancerProbeBehaviours,
      ...loadBalancerBackendBehaviours,
      ...metricAlertBehaviours,
      ...autoscaleBehaviours,
    ],
  },
  { title: "machines", behaviours: machineBehaviours },
  { title: "the load balancer's edge", behaviours: edgeBehaviours },
  { title: "instance metadata service", behaviours: metadataBehaviours },
  { title: "metrics", behaviours: metricBehaviours },
  { title: "notifications", behaviours: notificationBehaviours },
];
