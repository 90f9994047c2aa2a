import * as fs from "node:fs";
import * as path from "node:path";
import { findResourceType } from "../../../azure/resources";
import type { BackgroundTasks } from "../foundation/background-tasks";
import type { DataPlaneClient } from "../provider/azure-native/data-plane-client";
import type { Waiter } from "../provider/azure-native/waiting";
import type { Properties } from "../../../azure/properties/value";
import type { Store } from "../store/store";
import type { DataPlane } from "./data-plane";

/** How often a data plane that cannot begin is tried, in real milliseconds. */
const retryPeriod = 5000;

/** True where machines are declared, or were: a daemon that was killed while it removed them has left some, and the next one goes on. */
export function hasOrHadMachines(folder: string, store: Store): boolean {
  const isDeclared = store.all().some(({ type }) => findResourceType(type)?.carriedOutBy === "machines");
  return isDeclared || fs.existsSync(path.join(folder, "machines"));
}

/**
 * A data plane that begins with the first resource that needs machines, so that a preview, or a program without machines, asks for
 * neither Podman nor an image.
 */
export class DataPlaneOnDemand implements DataPlaneClient {
  private opening: Promise<DataPlane> | undefined;

  constructor(private readonly open: () => Promise<DataPlane>) {}

  /** Begins now, as a daemon does that finds machines declared, and tries again for as long as it cannot. */
  begin(tasks: Pick<BackgroundTasks, "untilDone">): void {
    tasks.untilDone({
      name: "begin machines",
      description: "takes over the machines and edges that an earlier daemon has left",
      periodInMilliseconds: retryPeriod,
      run: async () => void (await this.opened()),
    });
  }

  async admit(type: string, properties: Properties, waiter: Waiter): Promise<void> {
    await (await this.opened()).admit(type, properties, waiter);
  }

  /** Where nothing began there is no machine, and a load balancer without machines has no edge. */
  async created(id: string, waiter: Waiter): Promise<string[]> {
    return (await (await this.begun())?.readiness.created(id, waiter)) ?? [];
  }

  async changed(id: string, waiter: Waiter): Promise<string[]> {
    return (await (await this.begun())?.readiness.changed(id, waiter)) ?? [];
  }

  async instanceIds(scaleSetId: string): Promise<string[]> {
    return (await this.begun())?.instanceIds(scaleSetId) ?? [];
  }

  /** Where nothing ever began, nothing is left. */
  async gone(id: string, waiter: Waiter): Promise<void> {
    await (await this.begun())?.gone(id, waiter);
  }

  /** Gives up a region whose folder is no more. */
  async abandon(): Promise<void> {
    await (await this.begun())?.abandon();
  }

  private begun(): Promise<DataPlane | undefined> {
    return this.opening?.catch(() => undefined) ?? Promise.resolve(undefined);
  }

  private opened(): Promise<DataPlane> {
    this.opening ??= this.open().catch((error: Error) => {
      // The next run tries again: what is missing may have been installed by then.
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }
}
