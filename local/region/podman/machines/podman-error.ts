/** What went wrong with a Podman command, as far as a caller or a user can do something about it. */
export type PodmanErrorKind =
  | "NoSuchContainer"
  | "NoSuchImage"
  | "NoSuchNetwork"
  /** There is a container or a network of the name. */
  | "NameInUse"
  /** Containers are still attached to the network. */
  | "NetworkInUse"
  /** Another network of Podman's, or a route of the computer, has the range of addresses. */
  | "SubnetInUse"
  /** Another container in the network has the IP address, or had it and Podman still holds it for that one. */
  | "AddressInUse"
  /** Something on this computer has the port that was to be published. */
  | "PortInUse"
  /** The user may not have the port that was to be published. */
  | "PortNotPermitted"
  | "NotRunning"
  /** The container is ready to be started, or runs. */
  | "IsReady"
  | "NoSpace"
  /** Podman keeps a lock for each container and volume, and all are taken. */
  | "NoLocks"
  /** Something else uses Podman's records or storage just now. */
  | "Busy"
  | "TimedOut"
  | "NotInstalled"
  | "Unknown";

interface Answer {
  readonly kind: PodmanErrorKind;
  /** What Podman 4 and 5 write for it; the first group is the port, where one is named. */
  readonly pattern: RegExp;
  readonly fix?: string;
}

const portInUse = "choose another port, or end what has this one";
const portNotPermitted = "choose a port above 1023, or run the region as root";

/**
 * The answers by their texts; the first that fits counts. Podman's exit codes tell no two of them apart. Sources: `libpod/define/errors.go`
 * of containers/podman, `libnetwork` of containers/common and passt's `fwd.c`; for the ports also
 * https://github.com/containers/podman/issues/16289 (rootlessport) and https://github.com/containers/podman/issues/27634 (pasta).
 */
const answers: readonly Answer[] = [
  { kind: "PortInUse", pattern: /:(\d+): bind: address already in use/, fix: portInUse },
  { kind: "PortInUse", pattern: /[Ff]ailed to bind port (\d+) \(Address already in use\)/, fix: portInUse },
  { kind: "PortInUse", pattern: /[Ff]ailed to bind any port for '-[tu] (?:[^'/]+\/)?(\d+)/, fix: portInUse },
  { kind: "PortNotPermitted", pattern: /:(\d+): bind: permission denied/, fix: portNotPermitted },
  { kind: "PortNotPermitted", pattern: /[Ff]ailed to bind port (\d+) \(Permission denied\)/, fix: portNotPermitted },
  {
    kind: "AddressInUse",
    pattern: /requested ip address \S+ is (?:already allocated to container|not available in range set)/i,
    fix: '"podman ps --all" tells whether a container has it; where none does, "make down" and "make up" make the network anew',
  },
  {
    kind: "SubnetInUse",
    pattern: /subnet \S+ is (?:already used on the host or by another config|(?:already )?being used by)/,
    fix: 'give the virtual network and its subnets another range; "podman network ls" and "ip route" list those that are taken',
  },
  { kind: "NetworkInUse", pattern: /network is being used/, fix: '"podman ps --all --filter network=NAME" lists what is attached to it' },
  { kind: "NoSuchContainer", pattern: /no such container|container \S+ has already been removed/ },
  { kind: "IsReady", pattern: /has already been created in runtime/ },
  { kind: "NoSuchNetwork", pattern: /network not found/ },
  {
    kind: "NoSuchImage",
    pattern: /image not known|no such image/,
    fix: '"podman images" lists those that there are; "make image" makes the tier\'s',
  },
  {
    kind: "NameInUse",
    pattern: /that name is already in use|network already exists/,
    fix: 'remove what has the name: "podman rm --force NAME", or "podman network rm NAME"',
  },
  {
    kind: "NotRunning",
    pattern: /can only (?:kill|create exec sessions on) running containers|container is not running/,
    fix: 'start it first, as "make start INSTANCE=0" does',
  },
  {
    kind: "NoLocks",
    pattern: /exceeded num_locks/,
    fix: "remove containers and volumes that nobody needs, as `podman volume prune` does, or raise num_locks in containers.conf and run `podman system renumber`",
  },
  {
    kind: "NoSpace",
    pattern: /no space left on device|disk quota exceeded/,
    fix: 'make room on the disk: "podman system df" tells what Podman has there, and "podman image prune" removes images without a name',
  },
  {
    kind: "Busy",
    pattern: /database is locked|resource temporarily unavailable|device or resource busy/,
    fix: 'wait for other Podman commands to end; "ps -C podman" lists them',
  },
];

/** A Podman command that failed. */
export class PodmanError extends Error {
  /** The port of this computer that could not be had; set with `PortInUse` and `PortNotPermitted`. */
  readonly port?: number;
  /** As where the region itself writes; set with `NoSpace`. */
  readonly code?: "ENOSPC";

  /**
   * @param command The command without its options, such as `run region-1-web_0`.
   * @param said What Podman wrote on its standard error, without its warnings.
   * @param fix What a person can do about it.
   */
  private constructor(
    readonly kind: PodmanErrorKind,
    readonly command: string,
    readonly said: string,
    fix: string | undefined,
    port: string | undefined,
  ) {
    super(`podman ${command} failed: ${said}${fix === undefined ? "" : `; fix: ${fix}`}`);
    this.name = "PodmanError";
    if (kind === "NoSpace") {
      this.code = "ENOSPC";
    }
    if (port !== undefined) {
      this.port = Number(port);
    }
  }

  /** An error from what Podman said. */
  static fromAnswer(command: string, said: string): PodmanError {
    for (const { kind, pattern, fix } of answers) {
      const [found, port] = pattern.exec(said) ?? [];
      if (found !== undefined) {
        return new PodmanError(kind, command, said, fix, port);
      }
    }
    return new PodmanError("Unknown", command, said, undefined, undefined);
  }

  static notInstalled(command: string): PodmanError {
    const fix = "install the package podman and, where the host has control groups of version 1, runc";
    return new PodmanError("NotInstalled", command, "Podman was not found", fix, undefined);
  }

  static timedOut(command: string, timeoutInMilliseconds: number): PodmanError {
    const said = `it did not end within ${timeoutInMilliseconds / 1000} s`;
    return new PodmanError(
      "TimedOut",
      command,
      said,
      'see whether "podman ps" answers; where it does not, restart the computer',
      undefined,
    );
  }
}

/** Takes an error of the given kind for success: what was wanted is so already. */
export function unless(kind: PodmanErrorKind): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof PodmanError && error.kind === kind)) {
      throw error;
    }
  };
}
