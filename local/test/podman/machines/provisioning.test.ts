import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { forgetProvisioning, readProvisioning } from "../../../region/podman/machines/provisioning";
import { withFiles } from "./files";

const pipes: number[] = [];

afterAll(() => pipes.forEach((pipe) => fs.closeSync(pipe)));

const report = "cloud-init-result.json";
const result = (...errors: string[]) => JSON.stringify({ v1: { datasource: "DataSourceNoCloud", errors } });

describe("the report of a machine's boot", () => {
  it("is not there before the boot has ended", () => {
    expect(withFiles({}, readProvisioning)).toEqual({ asksForReboot: false });
  });

  it("holds cloud-init's errors", () => {
    expect(withFiles({ [report]: result() }, readProvisioning)).toEqual({ errors: [], asksForReboot: false });
    expect(withFiles({ [report]: result("('scripts-user', RuntimeError('1 failed'))") }, readProvisioning)).toEqual({
      errors: ["cloud-init: ('scripts-user', RuntimeError('1 failed'))"],
      asksForReboot: false,
    });
  });

  it("is an error where it cannot be read", () => {
    for (const text of ["", "{}", "nonsense"]) {
      expect(withFiles({ [report]: text }, readProvisioning)).toMatchObject({ errors: ["cloud-init left a result that cannot be read"] });
    }
  });

  it("gives way to the reason why the machine cannot work as one of Azure's", () => {
    const files = { [report]: result(), failure: "the image needs the package nftables\n" };
    expect(withFiles(files, readProvisioning)).toMatchObject({ errors: ["the image needs the package nftables"] });
  });

  it("says that the machine wants to boot again, until it is forgotten before the next start", () => {
    withFiles({ [report]: result(), reboot: "" }, (folder) => {
      expect(readProvisioning(folder)).toEqual({ errors: [], asksForReboot: true });
      forgetProvisioning(folder);
      expect(readProvisioning(folder)).toEqual({ asksForReboot: false });
    });
  });

  it("is never read through a link, with which a machine could have any file of the host shown", () => {
    withFiles({ secret: "secret of the host", "shared/other": "" }, (folder) => {
      fs.symlinkSync(path.join(folder, "secret"), path.join(folder, "shared/failure"));
      expect(readProvisioning(path.join(folder, "shared"))).toMatchObject({ errors: ["failure is no file that can be read"] });
    });
  });

  it.each([
    ["a folder", (file: string) => fs.mkdirSync(path.join(file, "in it"), { recursive: true })],
    ["a pipe that somebody writes to", openPipe],
  ])("is an error where there is %s in its place, and no harm to a start", (_, put) => {
    withFiles({}, (folder) => {
      put(path.join(folder, "failure"));
      expect(readProvisioning(folder)).toMatchObject({ errors: ["failure is no file that can be read"] });
      expect(() => forgetProvisioning(folder)).not.toThrow();
    });
  });

  // For root a folder without any rights is no obstacle; one that is a link to itself is.
  it("is an error where nobody gets into the shared folder, and no harm to a start", () => {
    withFiles({}, (folder) => {
      const shared = path.join(folder, "shared");
      fs.symlinkSync(shared, shared);
      expect(readProvisioning(shared)).toMatchObject({ errors: ["failure is no file that can be read"] });
      expect(() => forgetProvisioning(shared)).not.toThrow();
    });
  });

  it("is short, and nothing that a terminal would act on, however much the machine writes", () => {
    const errors = Array.from({ length: 500 }, () => `\x1b]0;title\x07red \x1b[31m\x9b2J${"x".repeat(50)}\n`);
    withFiles({ [report]: result(...errors) }, (folder) => {
      const read = readProvisioning(folder).errors ?? [];
      expect(read).toHaveLength(10);
      expect(read[0]).toBe(`cloud-init: red 2J${"x".repeat(50)}`);
    });
    withFiles({ failure: "y".repeat(100_000) }, (folder) => {
      expect(readProvisioning(folder).errors).toEqual(["y".repeat(1000)]);
    });
  });
});

/** A pipe with a writer has nothing to read and does not end. */
function openPipe(file: string): void {
  execFileSync("mkfifo", [file]);
  pipes.push(fs.openSync(file, fs.constants.O_RDWR));
}
