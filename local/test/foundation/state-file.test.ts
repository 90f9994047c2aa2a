import * as fs from "node:fs";
import * as path from "node:path";
import { thisComputer } from "../../region/foundation/computer";
import { StateFile } from "../../region/foundation/state-file";
import { temporaryFolder } from "../support/temporary-folder";

const folder = temporaryFolder();
const place = () => path.join(folder.path, "alerts.json");

const events: string[] = [];
const add = (_: string, message: string) => void events.push(message);
const asNumber = (content: unknown) => {
  if (typeof content !== "number") {
    throw new Error("it holds no number");
  }
  return content;
};
const open = () => new StateFile<number>(thisComputer, { add }, place(), 0, asNumber);

beforeEach(() => (events.length = 0));

describe("what a service remembers", () => {
  it("is remembered while the disk is full, and written by the next call once there is room", () => {
    const file = open();
    // What is written there finds no space left.
    fs.symlinkSync("/dev/full", `${place()}.new`);
    expect(() => file.write(1)).toThrow(`${place()} cannot be written: the disk is full`);
    expect(file.content).toBe(1);
    file.write(1);
    expect(open().content).toBe(1);
    expect(events).toEqual([]);
  });

  it.each(["", "{", '"text"', "null"])("is forgotten where the file holds %p, which is told, and the file is kept", (content) => {
    fs.writeFileSync(place(), content);
    const file = open();
    expect(file.content).toBe(0);
    expect(events).toEqual([expect.stringContaining(`the region's state file ${place()} cannot be read: `)]);
    expect(events[0]).toContain("; fix: restore alerts.json.damaged under its name");
    expect(fs.readFileSync(`${place()}.damaged`, "utf8")).toBe(content);
    file.write(1);
    expect(open().content).toBe(1);
    expect(events).toHaveLength(1);
  });

  it("is forgotten where a folder is in the file's place", () => {
    fs.mkdirSync(place());
    open().write(1);
    expect(open().content).toBe(1);
  });
});
