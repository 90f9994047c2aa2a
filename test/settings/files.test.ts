import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { readFilesFrom } from "../../src/settings/files";

describe("a file that a setting names", () => {
  let folder: string;
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "settings-"));
    fs.writeFileSync(path.join(folder, "key.pub"), "a key\n");
    fs.writeFileSync(path.join(folder, "large"), Buffer.alloc(1024 * 1024 + 1));
  });
  afterAll(() => {
    fs.rmSync(folder, { recursive: true });
  });

  it.each(["key.pub", "./key.pub"])("is found from the program's folder: %s", (name) => {
    expect(readFilesFrom(folder)(name)).toEqual({ bytes: Buffer.from("a key\n") });
  });

  it("is found by its whole path", () => {
    expect(readFilesFrom("/")(path.join(folder, "key.pub"))).toEqual({ bytes: Buffer.from("a key\n") });
  });

  it("is found from the home folder with ~/", () => {
    jest.spyOn(os, "homedir").mockReturnValue(folder);
    expect(readFilesFrom("/")("~/key.pub")).toEqual({ bytes: Buffer.from("a key\n") });
  });

  it.each([
    { what: "a missing file", name: "missing.pub", fault: "there is no such file" },
    { what: "a name that no file can have", name: "x".repeat(5000), fault: "there is no such file" },
    { what: "a folder", name: ".", fault: "that is a folder" },
    { what: "a device, which never ends", name: "/dev/zero", fault: "that is no file" },
    { what: "a file of more than a megabyte", name: "large", fault: "the file has 1048577 bytes" },
    { what: "a name with a zero byte", name: "a\0b", fault: "the file cannot be read (ERR_INVALID_ARG_VALUE)" },
  ])("that cannot be read says why: $what", ({ name, fault }) => {
    expect(readFilesFrom(folder)(name)).toEqual({ fault });
  });
});
