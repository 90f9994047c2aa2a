import { autoscaleBehaviours } from "../region/services/autoscale/decision/behaviours";
import type { Behaviour } from "../../azure/fidelity/behaviour";
import { healthAnswerBehaviours } from "../region/services/scale-set/health/health-answer";
import { healthExtensionBehaviours } from "../region/services/scale-set/health/health-extension";
import { healthSourceBehaviours } from "../region/services/scale-set/health/health-source";
import { instanceNameBehaviours } from "../region/services/scale-set/instance-names";
import { loadBalancerBackendBehaviours } from "../region/services/load-balancer/load-balancer-backends";
import { loadBalancerProbeBehaviours } from "../region/services/load-balancer/load-balancer-probe";
import { metricAlertBehaviours } from "../region/services/alerts/evaluation/behaviours";
import { repairBehaviours } from "../region/services/scale-set/repair/repair-behaviours";
import { scaleInBehaviours } from "../region/services/scale-set/scale-in";
import { terminateNotificationBehaviours } from "../region/services/scale-set/terminate-notification";
import { upgradeBehaviours } from "../region/services/scale-set/upgrade/upgrade-behaviours";
import { zoneBehaviours } from "../region/services/scale-set/zones";

/** Every behaviour of Azure's services that the region reproduces, in the order of `docs/fidelity.md`. */
export const behaviours: readonly Behaviour[] = [
  ...instanceNameBehaviours,
  ...zoneBehaviours,
  ...scaleInBehaviours,
  ...healthAnswerBehaviours,
  ...healthExtensionBehaviours,
  ...healthSourceBehaviours,
  ...repairBehaviours,
  ...upgradeBehaviours,
  ...terminateNotificationBehaviours,
  ...loadBalancerProbeBehaviours,
  ...loadBalancerBackendBehaviours,
  ...metricAlertBehaviours,
  ...autoscaleBehaviours,
];
