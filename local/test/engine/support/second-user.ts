import * as path from "node:path";
import { type Ended, run } from "./command";

const isRoot = process.getuid!() === 0;

/** No account has the number where this is root; elsewhere it is the first of the user's own subordinate ones, which is a user like any other. */
const number = isRoot ? 60_001 : 1;

/** The environment variable by which a program is told which user to become. */
const variable = "SECOND_USER";

/** Called by a program once it has loaded all that it needs, as the second user may not read the checkout. */
export function becomeSecondUser(): void {
  const given = process.env[variable];
  if (given !== undefined) {
    process.setgroups!([]);
    process.setgid!(Number(given));
    process.setuid!(Number(given));
  }
}

/** Runs a TypeScript program as the user who runs the tests, or as another user of this computer. */
export async function runAs(
  who: "owner" | "second user",
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Ended> {
  const node = [process.execPath, "--require", "ts-node/register/transpile-only", program, ...args];
  const [command, ...rest] = who === "owner" || isRoot ? node : ["podman", "unshare", ...node];
  const ended = await run(
    command,
    rest,
    { ...env, ...(who === "second user" && { [variable]: String(number) }) },
    path.join(__dirname, "../../../.."),
  );
  if (ended.status !== 0) {
    const advice = "as root, or as a user with subordinate user numbers in /etc/subuid and /etc/subgid, and Podman";
    throw new Error(`${who}: ${ended.output}${isRoot ? "" : `\nThis test needs a second user: run it ${advice}.`}`);
  }
  return ended;
}
