import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import { checkout } from "./checkout";

interface Host {
  readonly process: ChildProcess;
  /** For `--client` of Pulumi's command line. */
  readonly address: string;
}

/** Processes that run declared programs, one program at a time each. They begin when they are needed, and serve again. */
export class ProgramHosts {
  private readonly idle: Host[] = [];
  private begun = 0;

  /** @param folder For the hosts' sockets. */
  constructor(private readonly folder: string) {}

  /** Lends a host for one run of a program. It serves again also after a refused program, but not where the program ended it. */
  async lend<T>(use: (address: string) => Promise<T>): Promise<T> {
    const host = this.idle.pop() ?? (await this.begin());
    const end = await use(host.address);
    if (host.process.connected) {
      this.idle.push(host);
    }
    return end;
  }

  end(): void {
    for (const { process } of this.idle.splice(0)) process.kill();
  }

  private async begin(): Promise<Host> {
    const address = `unix:${path.join(this.folder, `program-host-${this.begun++}`)}`;
    const child = fork(path.join(checkout, "local/test/engine/support/program-host.ts"), [address], {
      env: { ...process.env, TS_NODE_PROJECT: path.join(checkout, "src/start/tsconfig.json") },
      execArgv: ["--require", "ts-node/register/transpile-only"],
    });
    const ended = once(child, "exit").then(([code]) => {
      throw new Error(`the program host ended with ${code} before it listened`);
    });
    await Promise.race([once(child, "message"), ended]);
    return { process: child, address };
  }
}
