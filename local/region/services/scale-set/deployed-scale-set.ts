import type { Resource } from "../../store/resource";
import type { ScaleSetModel } from "./scale-set-model";
import type { ScaleSetService } from "./scale-set-service";

/** A scale set where it stands. */
export interface DeployedScaleSet {
  readonly resource: Resource;
  readonly service: ScaleSetService;
  readonly model: ScaleSetModel;
  readonly subnetPrefix: string;
  /** The subnet's network in Podman. */
  readonly network: string;
}
