import { autoscaleBehaviours } from "./autoscale/behaviours";
import type { Behaviour } from "./behaviour";
import { healthAnswerBehaviours } from "./health-answer";
import { healthExtensionBehaviours } from "./health-extension";
import { healthSourceBehaviours } from "./health-source";
import { instanceNameBehaviours } from "./instance-names";
import { loadBalancerBackendBehaviours } from "./load-balancer-backends";
import { loadBalancerProbeBehaviours } from "./load-balancer-probe";
import { metricAlertBehaviours } from "./metric-alert/behaviours";
import { repairBehaviours } from "./repair-behaviours";
import { scaleInBehaviours } from "./scale-in";
import { terminateNotificationBehaviours } from "./terminate-notification";
import { upgradeBehaviours } from "./upgrade-behaviours";
import { zoneBehaviours } from "./zones";

/** Every behaviour of Azure's services that the controllers reproduce, in the order of `docs/fidelity.md`. */
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
