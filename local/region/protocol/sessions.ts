import type { EngineLog } from "./engine-log";
import type { Provider, ProviderSession } from "./provider";

/** More runs of the engine than ever go on at once; beyond it the oldest session is forgotten. */
const mostSessions = 64;

/**
 * One session for each run of the engine. A run is known by its connection, which it opens once for each provider and keeps, so
 * that previews that run side by side never see each other's plans.
 */
export class Sessions {
  private readonly byPeer = new Map<string, ProviderSession>();

  constructor(private readonly provider: Provider) {}

  begin(peer: string, log: EngineLog): void {
    this.add(peer, log);
  }

  /** The session of a connection; engines that shake no hands get one at their first request, without warnings. */
  of(peer: string): ProviderSession {
    return this.byPeer.get(peer) ?? this.add(peer, undefined);
  }

  private add(peer: string, log: EngineLog | undefined): ProviderSession {
    const session = this.provider.session((urn, message) => log?.warn(urn, message));
    this.byPeer.delete(peer);
    this.byPeer.set(peer, session);
    const [oldest] = this.byPeer.keys();
    if (this.byPeer.size > mostSessions) {
      this.byPeer.delete(oldest);
    }
    return session;
  }
}
