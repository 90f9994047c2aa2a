import { shortDigest } from "../../../../azure/arm/id";
import { identityOf, type InstanceModel, type ModelMetadata, readInstanceModel } from "./instance-model";
import { type AutomaticRepairsPolicy, automaticRepairsPolicy, repairActions } from "./repair/repairs";
import { type ScaleInRule, scaleInRules } from "./scale-in";
import { type RollingUpgradePolicy, rollingUpgradePolicy, upgradeModes, type UpgradePolicy } from "./upgrade/upgrade-policy";
import type { ZoneModel } from "./zones";
import { readOnce } from "../../../../azure/properties/read-once";
import { type View, viewOf } from "../../../../azure/properties/view";
import { durationInSeconds } from "../../../../azure/facts/duration";

/** How a scale set is attached to the network. */
export interface ScaleSetNetwork {
  readonly subnetId: string;
  readonly backendPoolIds: readonly string[];
  readonly natPoolIds: readonly string[];
  readonly securityGroupId?: string;
  /** The ids of the application security groups that its instances are in, in lower case. */
  readonly applicationSecurityGroups: readonly string[];
}

/** A scale set as its services see it. */
export interface ScaleSetModel {
  readonly location: string;
  readonly capacity: number;
  readonly zones: ZoneModel;
  readonly instance: InstanceModel & { readonly metadata: ModelMetadata };
  /** Names the instance model: the same model has the same name. */
  readonly modelName: string;
  readonly network: ScaleSetNetwork;
  readonly upgradePolicy: UpgradePolicy;
  readonly repairs: AutomaticRepairsPolicy;
  readonly scaleInRule: ScaleInRule;
}

/** Reads a scale set's properties, with Azure's defaults for what the program left open. */
export const readScaleSet = readOnce((properties): ScaleSetModel => {
  const scaleSet = viewOf(properties);
  const instance = readInstanceModel(scaleSet);
  return {
    location: scaleSet.text("location") ?? "",
    capacity: scaleSet.number("sku.capacity") ?? 0,
    zones: { zones: scaleSet.texts("zones"), zoneBalance: scaleSet.flag("zoneBalance") ?? false },
    instance,
    modelName: shortDigest(identityOf(instance), 12),
    network: readNetwork(scaleSet),
    upgradePolicy: readUpgradePolicy(scaleSet.at("upgradePolicy")),
    repairs: readRepairs(scaleSet.at("automaticRepairsPolicy")),
    scaleInRule: scaleSet.list("scaleInPolicy.rules")[0]?.choice(scaleInRules) ?? "Default",
  };
});

function readNetwork(scaleSet: View): ScaleSetNetwork {
  const interfaces = scaleSet.list("virtualMachineProfile.networkProfile.networkInterfaceConfigurations");
  const primary = interfaces.find((one) => one.flag("primary")) ?? interfaces[0];
  const addresses = primary?.list("ipConfigurations") ?? [];
  const address = addresses.find((one) => one.flag("primary")) ?? addresses[0];
  const ids = (list: string) => address?.list(list).flatMap((reference) => reference.text("id") ?? []) ?? [];
  return {
    subnetId: address?.text("subnet.id") ?? "",
    backendPoolIds: ids("loadBalancerBackendAddressPools"),
    natPoolIds: ids("loadBalancerInboundNatPools"),
    securityGroupId: primary?.text("networkSecurityGroup.id"),
    applicationSecurityGroups: ids("applicationSecurityGroups").map((id) => id.toLowerCase()),
  };
}

function readUpgradePolicy(policy: View): UpgradePolicy {
  const rolling = policy.at("rollingUpgradePolicy");
  const percentages = ["maxBatchInstancePercent", "maxUnhealthyInstancePercent", "maxUnhealthyUpgradedInstancePercent"] as const;
  const flags = ["prioritizeUnhealthyInstances", "maxSurge", "rollbackFailedInstancesOnPolicyBreach", "enableCrossZoneUpgrade"] as const;
  const declared: Partial<RollingUpgradePolicy> = {
    ...Object.assign({}, ...percentages.map((name) => defined(name, rolling.number(name)))),
    ...Object.assign({}, ...flags.map((name) => defined(name, rolling.flag(name)))),
    ...seconds("pauseTimeBetweenBatchesSeconds", rolling.at("pauseTimeBetweenBatches")),
  };
  return { mode: policy.choice(upgradeModes, "mode") ?? "Manual", rolling: rollingUpgradePolicy(declared) };
}

function readRepairs(policy: View): AutomaticRepairsPolicy {
  return automaticRepairsPolicy({
    ...defined("enabled", policy.flag("enabled")),
    ...defined("repairAction", policy.choice(repairActions, "repairAction")),
    ...seconds("gracePeriodSeconds", policy.at("gracePeriod")),
  });
}

/** A property for a spread, left out where there is no value, so that the default of the reader applies. */
function defined<Name extends string, T>(name: Name, value: T | undefined): { [K in Name]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { [K in Name]?: T });
}

function seconds<Name extends string>(name: Name, duration: View): { [K in Name]?: number } {
  const text = duration.text();
  return defined(name, text === undefined ? undefined : durationInSeconds(text));
}
