import { EngineRun } from "./engine-run";
import type { Provider, ProviderSession } from "./provider";

/** A connection that an engine has opened, and the run that it belongs to. */
interface Connection {
  readonly session: ProviderSession;
  readonly run: EngineRun;
}

/**
 * One session for each connection: a run of the engine opens one for each of its provider resources, and keeps it. Connections that
 * name the same engine belong to one run and share what it plans, and previews that go on side by side never see each other's plans.
 */
export class Sessions {
  private readonly byPeer = new Map<string, Connection>();
  private readonly runs = new Map<string, EngineRun>();

  /** @param folder The region's. */
  constructor(
    private readonly provider: Provider,
    private readonly folder: string,
  ) {}

  /** @param engine The address of the engine's own service, which it gives when it shakes hands. */
  begin(peer: string, engine: string): void {
    const run = this.runs.get(engine) ?? new EngineRun(engine, this.folder);
    this.runs.set(engine, run);
    this.connect(peer, run);
  }

  /** The session of a connection; engines that shake no hands get one at their first request, without warnings and progress. */
  of(peer: string): ProviderSession {
    return (this.byPeer.get(peer) ?? this.connect(peer, new EngineRun(undefined, this.folder))).session;
  }

  /** Has the run of a connection wait for nothing any more. */
  cancel(peer: string): void {
    this.byPeer.get(peer)?.run.cancel();
  }

  /** Forgets a connection that was closed, and with the last one of a run all that the run has planned. */
  end(peer: string): void {
    const run = this.byPeer.get(peer)?.run;
    this.byPeer.delete(peer);
    if (run && ![...this.byPeer.values()].some((other) => other.run === run)) {
      run.end();
      for (const [engine] of [...this.runs].filter(([, one]) => one === run)) {
        this.runs.delete(engine);
      }
    }
  }

  private connect(peer: string, run: EngineRun): Connection {
    const connection = { session: this.provider.session(run), run };
    this.byPeer.set(peer, connection);
    return connection;
  }
}
