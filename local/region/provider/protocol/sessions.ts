import { EngineLog } from "./engine-log";
import type { Provider, ProviderSession, Run } from "./provider";

/** A run of the engine that goes on, with the connections that it has opened. */
interface Going {
  readonly log: EngineLog;
  readonly peers: Set<string>;
}

/**
 * One session for each connection: a run of the engine opens one for each of its provider resources, and keeps it. Connections that
 * name the same engine belong to one run and share what it plans, and previews that go on side by side never see each other's plans.
 */
export class Sessions {
  private readonly byPeer = new Map<string, ProviderSession>();
  private readonly byEngine = new Map<string, Going>();

  constructor(private readonly provider: Provider) {}

  /** @param engine The address of the engine's own service, which it gives when it shakes hands. */
  begin(peer: string, engine: string): void {
    const run = this.byEngine.get(engine) ?? { log: new EngineLog(engine), peers: new Set() };
    run.peers.add(peer);
    this.byEngine.set(engine, run);
    this.byPeer.set(peer, this.provider.session(run.log));
  }

  /** The session of a connection; engines that shake no hands get one at their first request, without warnings and progress. */
  of(peer: string): ProviderSession {
    const session = this.byPeer.get(peer) ?? this.provider.session(silent());
    this.byPeer.set(peer, session);
    return session;
  }

  /** Forgets a connection that was closed, and with the last one of a run all that the run has planned. */
  end(peer: string): void {
    this.byPeer.delete(peer);
    for (const [engine, { log, peers }] of this.byEngine) {
      if (peers.delete(peer) && peers.size === 0) {
        this.byEngine.delete(engine);
        log.close();
      }
    }
  }
}

function silent(): Run {
  return { warn: () => undefined, tell: () => undefined };
}
