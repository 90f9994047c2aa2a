import * as fs from "node:fs";
import * as path from "node:path";
import { idKey, idName, shortDigest } from "../../../../azure/arm/id";
import type { Properties, Value } from "../../../../azure/properties/value";
import type { RegionContext } from "../../context";
import { type Computer, thisComputer } from "../../foundation/computer";
import { holding, readKept } from "../../foundation/kept-file";
import type { Seal } from "../../store/seal";
import { newScaleSetState, type ScaleSetState } from "./scale-set-state";

const fix = "restore it, and the region goes on by itself; or remove it, and the scale set begins anew with new instances";

const isObject = (value: unknown) => typeof value === "object" && value !== null;
const isRecord = (value: unknown) =>
  isObject(value) && ["id", "name", "vmId", "address", "model"].every((name) => typeof (value as Properties)[name] === "string");
const asSealed = holding<Properties>("state of a scale set", {});
const asState = holding<ScaleSetState>("state of a scale set", {
  nextId: Number.isInteger,
  instances: (value) => Array.isArray(value) && value.every(isRecord),
  models: isObject,
  latestModel: (value) => typeof value === "string",
  modelChanges: Number.isInteger,
  repairs: isObject,
  deletions: isObject,
});

/** Where the state of a scale set is kept. */
export function scaleSetPlace(folder: string, id: string): string {
  return path.join(folder, "scale-sets", `${idName(id)}-${shortDigest(idKey(id))}.json`);
}

/** The states of all scale sets, in a folder of the region's. */
export class ScaleSetFiles {
  /** The ids of the scale sets that there were when the states of all others were removed. */
  private remaining: string | undefined;

  constructor(private readonly region: Pick<RegionContext, "folder" | "computer">) {}

  /**
   * Removes the states of all scale sets but some, as a daemon leaves one that is killed while it removes a scale set. One that is declared
   * again under its name would take over instances that are gone. The folder is looked into when the ids have changed, and until it is clear.
   */
  removeOthers(ids: readonly string[]): void {
    const { folder, computer } = this.region;
    const remaining = ids.join(" ");
    if (remaining !== this.remaining) {
      const kept = ids.map((id) => scaleSetPlace(folder, id));
      const places = path.join(folder, "scale-sets");
      const files = fs.existsSync(places) ? fs.readdirSync(places).map((name) => path.join(places, name)) : [];
      files.filter((file) => !kept.includes(file)).forEach((file) => computer.removeFile(file));
      this.remaining = remaining;
    }
  }
}

/** Keeps the state of one scale set in a file. Models hold user data, which may be secret, so they are sealed. */
export class ScaleSetFile {
  private static readonly sealed = [["models"]];

  constructor(
    private readonly file: string,
    private readonly seal: Seal,
    private readonly computer: Computer = thisComputer,
  ) {}

  /** @throws Error where there is a file that cannot be read; it names the file and says what to do. */
  read(): ScaleSetState {
    return readKept(this.file, fix, (kept) => asState(this.seal.open(asSealed(kept), ScaleSetFile.sealed))) ?? newScaleSetState;
  }

  write(state: ScaleSetState): void {
    fs.mkdirSync(path.dirname(this.file), { recursive: true, mode: 0o700 });
    const sealed = this.seal.close(state as unknown as { [name: string]: Value }, ScaleSetFile.sealed);
    this.computer.writeWhole(this.file, JSON.stringify(sealed, undefined, 2), { isFlushed: true });
  }

  remove(): void {
    this.computer.removeFile(this.file);
  }
}
