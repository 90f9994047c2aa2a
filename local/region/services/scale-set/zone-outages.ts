import type { RegionContext } from "../../context";
import type { DeployedScaleSet } from "./deployed-scale-set";
import type { StateFile } from "../../foundation/state-file";

/** The availability zones that a person has taken down, to see what becomes of a tier. They are down for the next daemon too. */
export class ZoneOutages {
  private readonly down: Set<string>;
  /** Ends when everything that was asked for before has been done. */
  private asked: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly region: Pick<RegionContext, "events" | "machines">,
    private readonly file: StateFile<readonly string[]>,
  ) {
    this.down = new Set(file.content);
  }

  get unavailable(): ReadonlySet<string> {
    return this.down;
  }

  /**
   * Takes a zone down, with all its machines, or brings it back, one request after the other: a machine that is being started could not be
   * switched off yet. @returns The names of its instances.
   */
  set(zone: string, isDown: boolean, deployed: readonly DeployedScaleSet[]): Promise<string[]> {
    const done = this.asked.then(() => this.switch(zone, isDown, deployed));
    this.asked = done.catch(() => undefined);
    return done;
  }

  private async switch(zone: string, isDown: boolean, deployed: readonly DeployedScaleSet[]): Promise<string[]> {
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
