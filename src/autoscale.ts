import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { autoscaleProfiles, type CpuRules } from "./autoscale-profiles";
import type { Capacity, Schedules } from "./schedules";
import type { Tags } from "./tags";

export interface AutoscaleArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  readonly scaleSetId: pulumi.Input<string>;
  /** How few and how many instances, when no schedule holds. */
  readonly capacity: Capacity;
  readonly cpu: CpuRules;
  readonly schedules: Schedules;
  readonly predictive: PredictiveScaling;
  /** E-mail addresses that are told of each scale action. */
  readonly notificationEmails: readonly string[];
  readonly tags?: Tags;
}

export interface PredictiveScaling {
  /**
   * `ForecastOnly` shows forecasts and scales nothing; Azure needs a week of metrics for a forecast, so it comes before `Enabled`
   * (learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-predictive).
   */
  readonly mode: "Disabled" | "ForecastOnly" | "Enabled";
  /** How long before a forecast need instances are added, in ISO 8601. */
  readonly lookAhead: string;
}

/**
 * The number of instances of a scale set, by their CPU and by the clock.
 *
 * One instance is added when the average CPU is above one threshold, and one removed when it is below the other; after each action
 * there is a pause for both. A scale set has at most one autoscale setting.
 */
export class Autoscale extends pulumi.ComponentResource {
  readonly autoscaleSetting: monitor.AutoscaleSetting;

  constructor(name: string, args: AutoscaleArgs, options?: pulumi.ComponentResourceOptions) {
    super("web-tier:index:Autoscale", name, {}, options);

    this.autoscaleSetting = new monitor.AutoscaleSetting(
      `${name}-autoscale`,
      {
        resourceGroupName: args.resourceGroupName,
        targetResourceUri: args.scaleSetId,
        // Without it the setting is there and does nothing.
        enabled: true,
        profiles: autoscaleProfiles(args.scaleSetId, args.capacity, args.schedules, args.cpu),
        notifications: notifications(args.notificationEmails),
        ...predictivePolicy(args.predictive),
        tags: args.tags,
      },
      { parent: this, replaceOnChanges: ["targetResourceUri"] },
    );
    this.registerOutputs();
  }
}

/** Azure takes no notification that tells nobody. */
function notifications(emails: readonly string[]) {
  return emails.length > 0 ? [{ operation: "Scale" as const, email: { customEmails: [...emails] } }] : [];
}

function predictivePolicy({ mode, lookAhead }: PredictiveScaling) {
  return mode === "Disabled" ? {} : { predictiveAutoscalePolicy: { scaleMode: mode, scaleLookAheadTime: lookAhead } };
}
