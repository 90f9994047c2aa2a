import { spawn } from "node:child_process";

/** How a command ended. */
export interface Ended {
  readonly status: number | null;
  /** Everything that it printed on standard output. */
  readonly stdout: string;
  /** Standard output and standard error, as a person sees them. */
  readonly output: string;
}

/** Runs a command to its end; a failing one is an answer too. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd?: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.on("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "ENOENT" ? new Error(`there is no ${command}; in a shell, run eval "$(make -s env)" first`) : error);
    });
    child.on("close", (status) => resolve({ status, stdout, output }));
  });
}
