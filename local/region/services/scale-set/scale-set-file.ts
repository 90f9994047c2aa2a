import * as fs from "node:fs";
import * as path from "node:path";
import type { Value } from "../../../../azure/properties/value";
import { type Computer, thisComputer } from "../../foundation/computer";
import type { Seal } from "../../store/seal";
import { newScaleSetState, type ScaleSetState } from "./scale-set-state";

/** Keeps the state of one scale set in a file. Models hold user data, which may be secret, so they are sealed. */
export class ScaleSetFile {
  private static readonly sealed = [["models"]];

  constructor(
    private readonly file: string,
    private readonly seal: Seal,
    private readonly computer: Computer = thisComputer,
  ) {}

  read(): ScaleSetState {
    if (!fs.existsSync(this.file)) {
      return newScaleSetState;
    }
    const kept = JSON.parse(fs.readFileSync(this.file, "utf8")) as { [name: string]: Value };
    return this.seal.open(kept, ScaleSetFile.sealed) as unknown as ScaleSetState;
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
