import type { RegionContext } from "../context";
import type { DeployedScaleSet } from "../services/scale-set/deployed-scale-set";
import { restart } from "../services/scale-set/instance-changes";

/**
 * Brings machines back after the computer was switched off. That stops everything of a region at once, edges included, which nothing else
 * does; taken for a fault of each machine, all of them would be repaired by replacement, one after the other.
 */
export class ComputerRestart {
  private hasLooked = false;

  /** Has every instance boot again from its disk where the daemon begins and nothing of the region runs. */
  async resume({ podman, clock, events }: RegionContext, deployed: readonly DeployedScaleSet[]): Promise<void> {
    if (this.hasLooked) {
      return;
    }
    const containers = await podman.containers();
    this.hasLooked = true;
    if (containers.length === 0 || containers.some(({ exitCode }) => exitCode === undefined)) {
      return;
    }
    events.add("region", "nothing of it runs, as after a restart of the computer; its machines boot again");
    for (const { service } of deployed) {
      for (const { id } of service.instances.filter(({ provisioningState }) => provisioningState === "Succeeded")) {
        service.change((state) => restart(state, id, clock.now()).state);
      }
    }
  }
}
