import * as fs from "node:fs";
import * as path from "node:path";
import { thisComputer } from "../../region/foundation/computer";
import { StateFile } from "../../region/foundation/state-file";
import { temporaryFolder } from "../support/temporary-folder";

const folder = temporaryFolder();
const place = () => path.join(folder.path, "alerts.json");

describe("what a service remembers", () => {
  it("is remembered while the disk is full, and written by the next call once there is room", () => {
    const file = new StateFile<number>(thisComputer, place(), 0);
    // What is written there finds no space left.
    fs.symlinkSync("/dev/full", `${place()}.new`);
    expect(() => file.write(1)).toThrow(`${place()} cannot be written: the disk is full`);
    expect(file.content).toBe(1);
    file.write(1);
    expect(new StateFile<number>(thisComputer, place(), 0).content).toBe(1);
  });
});
