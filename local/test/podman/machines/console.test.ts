import { lastConsoleLines, parseConsole } from "../../../region/podman/machines/console";
import { withFiles } from "./files";

const record = (kind: "F" | "P", text: string) => `2026-01-01T00:00:00.000000000+00:00 stdout ${kind} ${text}\n`;

describe("a machine's console", () => {
  it("is read without colours, carriage returns and empty lines", () => {
    const log =
      record("F", "[\x1b[0;32m  OK  \x1b[0m] Started \x1b[0;1;39mnginx.service\x1b[0m.\r") + record("F", "\r") + record("F", "next\r");
    expect(parseConsole(log)).toEqual(["[  OK  ] Started nginx.service.", "next"]);
  });

  it("has nothing that a terminal would act on, and is read at once whatever user data writes", () => {
    expect(parseConsole(record("F", "a\x1b]0;title\x07b\x1b]52;c;aGk=\x1b\\c\x9b2Jd\x08\x1bce\tf"))).toEqual(["abc2Jdce\tf"]);
    expect(parseConsole(record("F", "\x1b]".repeat(500_000)))).toEqual(["]".repeat(500_000)]);
  });

  it("joins the parts of a long line, and shows one that has not ended", () => {
    expect(parseConsole(record("P", "a") + record("P", "b") + record("F", "c") + record("P", "login: "))).toEqual(["abc", "login:"]);
  });

  it("gives the last lines of a long file, and none of a machine that never started", () => {
    const log = Array.from({ length: 20_000 }, (_, line) => record("F", `line ${line}`)).join("");
    withFiles({ "console.log": log }, (folder) => {
      expect(lastConsoleLines(`${folder}/console.log`, 2)).toEqual(["line 19998", "line 19999"]);
      expect(lastConsoleLines(`${folder}/nothing`, 2)).toEqual([]);
    });
  });
});
