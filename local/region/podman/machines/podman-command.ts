import { execFile, type ExecFileException } from "node:child_process";
import { type WriteLog, writeDaemonLog } from "../../foundation/daemon-log";
import { shellWord } from "../../foundation/escape";
import { PodmanError } from "./podman-error";

/** Starting one machine takes Podman well under a second, but thirty at once on two processors wait for each other. */
const defaultTimeoutInMilliseconds = 120_000;

/** How long a command that is over its time has to end in order, before it is killed. */
const graceInMilliseconds = 5000;

/** A command of Podman's ends too soon for clearing its memory to be worth a quarter of its time (https://pkg.go.dev/runtime, GOGC). */
const briefGoProgram = { GOGC: "400" };

/** The one option of those in use whose value can be a secret: `NAME=VALUE`. User data and keys reach machines by files. */
const secretOption = "--env";
const notShown = "(not shown)";

/** Runs the Podman commands of a process. */
export class PodmanCommands {
  /**
   * @param environment What Podman is started with. With LOCAL_REGION_LOG=podman, every command is a line on standard error, which is the
   * daemon's log, with what came of it.
   */
  constructor(
    private readonly environment: NodeJS.ProcessEnv,
    private readonly timeoutInMilliseconds = defaultTimeoutInMilliseconds,
    private readonly writeLog: WriteLog = writeDaemonLog,
  ) {}

  /**
   * Runs Podman.
   * @param subject What of the command an error names, which leaves out options.
   * @param timeout How long it may take, in milliseconds.
   * @returns What it wrote on its standard output.
   */
  run(command: readonly string[], subject: readonly string[] = command, timeout = this.timeoutInMilliseconds): Promise<string> {
    const options = { env: { ...briefGoProgram, ...this.environment }, timeout, maxBuffer: 64 * 1024 * 1024 };
    const startedAt = performance.now();
    return new Promise((resolve, reject) => {
      const podman = execFile("podman", command, options, (error, output, errors) => {
        clearTimeout(giveUp);
        this.log(command, performance.now() - startedAt, error, errors);
        if (error) {
          reject(explain(subject.join(" "), error, withoutSecrets(errors, command), timeout));
        } else {
          resolve(output);
        }
      });
      // One that hangs does not heed a request to end, and one that the kernel holds does not even heed this. Nobody waits for either.
      const giveUp = setTimeout(() => {
        podman.kill("SIGKILL");
        reject(PodmanError.timedOut(subject.join(" "), timeout));
      }, timeout + graceInMilliseconds);
    });
  }

  private log(command: readonly string[], milliseconds: number, error: ExecFileException | null, errors: string): void {
    if (this.environment.LOCAL_REGION_LOG === "podman") {
      const end = `${error ? endOf(error) : "exit code 0"} after ${Math.round(milliseconds)} ms`;
      const said = error ? `\n${withoutSecrets(errors, command)}` : "";
      this.writeLog(`${new Date().toISOString()} podman ${shown(command)}: ${end}${said}`.trimEnd());
    }
  }
}

function explain(subject: string, error: ExecFileException, errors: string, timeout: number): PodmanError {
  if (error.code === "ENOENT") {
    return PodmanError.notInstalled(subject);
  }
  if (error.killed && typeof error.code !== "string") {
    return PodmanError.timedOut(subject, timeout);
  }
  return PodmanError.fromAnswer(subject, withoutWarnings(errors) || endOf(error));
}

function endOf({ signal, code }: ExecFileException): string {
  return signal ? `ended by ${signal}` : typeof code === "string" ? code : `exit code ${code}`;
}

/** A command as a shell would take it, but for the values that can be secret. */
function shown(command: readonly string[]): string {
  const words = command.map((word, index) => {
    if (command[index - 1] === secretOption) {
      return `${word.split("=", 1)[0]}=${notShown}`;
    }
    return shellWord(word);
  });
  return words.join(" ");
}

/** What Podman wrote, also where it repeats a value that can be secret. */
function withoutSecrets(errors: string, command: readonly string[]): string {
  const secrets = command.filter((_, index) => command[index - 1] === secretOption).map((word) => word.slice(word.indexOf("=") + 1));
  return secrets.filter((secret) => secret !== "").reduce((text, secret) => text.replaceAll(secret, notShown), errors);
}

function withoutWarnings(errors: string): string {
  const lines = errors.split("\n").filter((line) => line.trim() !== "" && !/^time="[^"]*" level=(warning|info)/.test(line));
  return lines.join("\n").replace(/^Error: /, "");
}
