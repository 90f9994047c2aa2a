import { ArmError } from "../../../../azure/arm/error";
import { maximumModelsInUse } from "../../../../azure/facts/scale-set-limits";
import { type InstanceModel, isSameModel } from "./instance-model";
import { isLatestModel, type ScaleSetState } from "./scale-set-state";

/** Why a scale set cannot get a model as long as its instances have as many others as may be in use at once; undefined where it can. */
export function refusalOfModel(name: string, state: ScaleSetState, declared: InstanceModel): ArmError | undefined {
  const inUse = [...new Set(state.instances.map(({ model }) => model))].flatMap((model) => state.models[model] ?? []);
  if (inUse.length < maximumModelsInUse || isLatestModel(state, declared) || inUse.some((model) => isSameModel(model, declared))) {
    return undefined;
  }
  return new ArmError(
    "OperationNotAllowed",
    `Virtual Machine Scale Set '${name}' has reached its limit of ${maximumModelsInUse} models that may be referenced by one or more VMs ` +
      "belonging to it; fix: upgrade instances to the latest model first, with make update-instance INSTANCE=0 and so on, or with upgradePolicy.mode Rolling",
  );
}
