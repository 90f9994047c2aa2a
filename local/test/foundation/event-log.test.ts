import * as fs from "node:fs";
import * as path from "node:path";
import { EventLog } from "../../region/foundation/event-log";
import { temporaryFolder } from "../support/temporary-folder";

const folder = temporaryFolder();
const place = () => path.join(folder.path, "events.log");
const said: string[] = [];
const open = () => new EventLog(folder.path, (text) => said.push(text));
const messages = (log: EventLog, count = 10) => log.last(count).map(({ message }) => message);

beforeEach(() => (said.length = 0));

describe("the event log", () => {
  it("never fails what it tells of: on a full disk events are shown, and written once there is room", () => {
    // What is written there finds no space left.
    fs.symlinkSync("/dev/full", place());
    const log = open();
    log.add("web_0", "is repaired");
    log.add("web_1", "is repaired");
    expect(said).toEqual([expect.stringContaining("writing an event failed: Error: ENOSPC")]);
    fs.rmSync(place());
    fs.writeFileSync(place(), "");
    log.add("web_2", "is repaired");
    expect(log.last(10).map(({ subject }) => subject)).toEqual(["web_0", "web_1", "web_2"]);
    expect(open().last(10)).toEqual(log.last(10));
  });

  it("shows its events where a folder is in its place", () => {
    fs.mkdirSync(place());
    const log = open();
    log.add("web_0", "is repaired");
    expect(messages(log)).toEqual(["is repaired"]);
  });

  it("holds texts that a terminal shows and does not act on, subjects as one line", () => {
    const log = open();
    log.add("web\u001b[2J\n_0", "cannot be made:\n\u009b2J\u202ego.mod");
    expect(log.last(1)).toMatchObject([{ subject: "web\\u001b[2J\\n_0", message: "cannot be made:\n\\u009b2J\\u202ego.mod" }]);
  });

  it("hides nothing but a damaged line itself", () => {
    const log = open();
    log.add("web_0", "first");
    fs.appendFileSync(place(), '\u0000\u0001{"time": 5}\n{"time": 5}\nnull\n\n');
    log.add("web_0", "second");
    // A daemon that was killed while it wrote.
    fs.appendFileSync(place(), '{"time":"2026-01-05T08:00:00.000Z","subj');
    log.add("web_0", "third");
    expect(messages(open(), 4)).toEqual(["second", "third"]);
    expect(messages(open())).toEqual(["first", "second", "third"]);
  });
});
