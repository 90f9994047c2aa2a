import * as path from "node:path";
import type { RegionContext } from "../../context";
import type { DeployedScaleSet } from "./deployed-scale-set";
import { StateFile } from "../../foundation/state-file";

function asZones(content: unknown): readonly string[] {
  if (!Array.isArray(content) || !content.every((zone) => typeof zone === "string")) {
    throw new Error("it holds no zones");
  }
  return content;
}

/** The availability zones that a person has taken down, to see what becomes of a tier. They are down for the next daemon too. */
export class ZoneOutages {
  private readonly down: Set<string>;

  constructor(
    private readonly region: Pick<RegionContext, "events" | "machines">,
    private readonly file: StateFile<readonly string[]>,
  ) {
    this.down = new Set(file.content);
  }

  /** Where the region keeps them. */
  static file({ computer, events, folder }: Pick<RegionContext, "computer" | "events" | "folder">): StateFile<readonly string[]> {
    return new StateFile(computer, events, path.join(folder, "zones-down.json"), [], asZones);
  }

  get unavailable(): ReadonlySet<string> {
    return this.down;
  }

  /** Takes a zone down, with all its machines, or brings it back. @returns The names of its instances. */
  async set(zone: string, isDown: boolean, deployed: readonly DeployedScaleSet[]): Promise<string[]> {
    const others = [...this.down].filter((one) => one !== zone);
    this.file.write(isDown ? [...others, zone] : others);
    this.down[isDown ? "add" : "delete"](zone);
    const { events, machines } = this.region;
    events.add(`zone ${zone}`, isDown ? "is down" : "is back");
    const instances = deployed.flatMap(({ service }) => service.instances.filter((record) => record.zone === zone));
    const names = instances.map(({ name }) => name);
    await Promise.allSettled(names.map((name) => (isDown ? machines.kill(name) : machines.start(name))));
    return names;
  }
}
