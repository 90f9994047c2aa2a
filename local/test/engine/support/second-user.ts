import { execFileSync, spawn } from "node:child_process";
import * as path from "node:path";
import { checkout } from "./checkout";

const isRoot = process.getuid!() === 0;

/** No account has the number where this is root; elsewhere it is the first of the user's own subordinate ones, which is a user like any other. */
const number = isRoot ? "60001" : "1";

/** In bytes. */
const maximumBundle = 100 * 1024 * 1024;

/** Becomes another user once Node.js is open, as that one may not look into the folder that it is in. */
const become = 'exec 3<"$1"; shift; exec setpriv --reuid="$1" --regid="$1" --clear-groups --inh-caps=-all /proc/self/fd/3 - "$@"';

/**
 * Runs a TypeScript program as the user who runs the tests, or as another user of this computer, who can read nothing of the checkout.
 *
 * @param args Follow the number of the other user, which is empty for the owner.
 * @returns What the program prints, read as JSON.
 * @throws Error where it fails, or there is no way to be another user.
 */
export async function runAs(who: "owner" | "second user", program: string, args: readonly string[]): Promise<unknown> {
  const other = ["sh", "-c", become, "sh", process.execPath, number, ...args];
  const [command, ...rest] = who === "owner" ? [process.execPath, "-", "", ...args] : isRoot ? other : ["podman", "unshare", ...other];
  const options = ["--bundle", "--platform=node", "--log-level=error"];
  const bundle = execFileSync(path.join(checkout, "node_modules/.bin/esbuild"), [program, ...options], { maxBuffer: maximumBundle });
  const child = spawn(command, rest);
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdin.on("error", () => undefined).end(bundle);
  child.on("error", ({ message }) => (stderr += message));
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (status !== 0) {
    const advice = isRoot
      ? ""
      : "\nThe test needs a second user: run it as root, or as a user with Podman and subordinate numbers in /etc/subuid.";
    throw new Error(`${who}: ${stderr}${advice}`);
  }
  return JSON.parse(stdout);
}
