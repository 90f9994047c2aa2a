import * as path from "node:path";
import type { RegionContext } from "../../context";
import { mapOf } from "../../foundation/kept-file";
import { own } from "../../foundation/own";
import { StateFile } from "../../foundation/state-file";
import type { Balance } from "./load-balancer-service";

type NatPortsByLoadBalancer = Readonly<Record<string, Balance["natPorts"]>>;

/** Keeps the NAT ports of instances for the next daemon, as people and their scripts know them; load balancers by their ids in lower case. */
export class NatPortsFile {
  private readonly file: StateFile<NatPortsByLoadBalancer>;
  /** What is on the disk, but for what is forgotten and goes with the next change. */
  private kept: NatPortsByLoadBalancer;

  constructor({ computer, events, folder }: Pick<RegionContext, "computer" | "events" | "folder">) {
    this.file = new StateFile(computer, events, path.join(folder, "nat-ports.json"), {}, mapOf(mapOf(mapOf(asPort))));
    this.kept = this.file.content;
  }

  of(key: string): Balance["natPorts"] {
    return own(this.kept, key) ?? {};
  }

  /** @throws NodeJS.ErrnoException where they cannot be written, as on a full disk; those that were kept before stay. */
  keep(changed: ReadonlyMap<string, Balance["natPorts"]>): void {
    const all = Object.entries({ ...this.kept, ...Object.fromEntries(changed) });
    const next = Object.fromEntries(all.filter(([, natPorts]) => Object.keys(natPorts).length > 0));
    this.file.write(next);
    this.kept = next;
  }

  /** Forgets those of all load balancers but some. Nothing is written yet: on a full disk too a load balancer can go. */
  forgetOthers(keys: ReadonlySet<string>): void {
    this.kept = Object.fromEntries(Object.entries(this.kept).filter(([key]) => keys.has(key)));
  }
}

function asPort(content: unknown): number {
  if (!Number.isInteger(content)) {
    throw new Error("it holds no ports");
  }
  return content as number;
}
