import type { Properties } from "../../../../azure/properties/value";
import type { Waiter } from "./waiting";

/** What the provider asks of the data plane: the machines and edges that stand behind resources, and how far they are. */
export interface DataPlaneClient {
  /**
   * Called before a resource that machines stand behind is created or changed for good; what this computer can get for it is got.
   * @throws ArmError where what the resource needs cannot be had on this computer, or the machines that are there rule it out, so that
   * nothing is begun that cannot be carried out.
   */
  admit(type: string, properties: Properties, waiter: Waiter): Promise<void>;
  /** Waits until a new resource is as declared. @returns What went wrong for good, one text for each thing. */
  created(id: string, waiter: Waiter): Promise<string[]>;
  /** Waits until a changed resource is as declared. @returns What went wrong for good, one text for each thing. */
  changed(id: string, waiter: Waiter): Promise<string[]>;
  /** The ids of the instances that a scale set has now, but for those that are being deleted. */
  instanceIds(scaleSetId: string): Promise<string[]>;
  /** Waits until nothing of a deleted resource is left. */
  gone(id: string, waiter: Waiter): Promise<void>;
}
