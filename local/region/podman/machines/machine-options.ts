import { inMachine, type MachineFiles } from "./layout";
import { hardwareAddress } from "./machine-address";
import type { ProbePorts } from "./guest-units";
import type { Seed } from "./seed";
import { userOptions } from "./user-range";

/** All that a machine is made from. */
export interface MachineSpecification extends Seed {
  /** The instance's resource name, such as `web_3`; unique in the region. */
  readonly name: string;
  /** An image that Podman has. */
  readonly image: string;
  /** The name of a {@link Subnets subnet}'s network, and a free address in it. */
  readonly network: string;
  readonly address: string;
  readonly vCpus: number;
  readonly memoryGiB: number;
  readonly probePorts: ProbePorts;
  /** Kept with the machine and given back with it; the region's own bookkeeping. */
  readonly labels: Readonly<Record<string, string>>;
}

/** The label that holds a machine's name. */
export const nameLabel = "azure-web-tier.machine";

/**
 * Below the hard limits that a host without CAP_SYS_RESOURCE can have; raising one there is refused. The kernel counts the processes of a
 * user over all machines together, root's excepted.
 */
const limits = ["--ulimit", "nofile=8192:8192", "--ulimit", "nproc=4096:4096", "--pids-limit", "2048"];

/**
 * What a machine's root may do, and no more (capabilities(7)). Without the first nine neither systemd, sshd, sudo nor a package manager works;
 * SETFCAP is for user data that lets a program of another user have a port below 1024, and NET_ADMIN for the way to the instance metadata
 * service and the user's own firewall rules. In a machine with users of its own they hold for what is the machine's alone.
 */
const capabilities = [
  ...["CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "SETGID", "SETUID", "SETPCAP", "SYS_CHROOT"],
  ...["NET_BIND_SERVICE", "SETFCAP", "NET_ADMIN"],
];

/** Nothing in a folder of the host makes anybody in the machine more than he is. */
const harmless = "nosuid,nodev,noexec";

/**
 * Podman's options for a machine: its size and its place in the network, and the walls between it and this computer.
 * @param firstUser See {@link firstUserOf}.
 */
export function runOptions(specification: MachineSpecification, files: MachineFiles, firstUser: number | undefined): string[] {
  const labels = { ...specification.labels, [nameLabel]: specification.name };
  return [
    ...Object.entries(labels).flatMap(([name, value]) => ["--label", `${name}=${value}`]),
    ...["--hostname", specification.computerName],
    ...["--network", specification.network, "--ip", specification.address, "--mac-address", hardwareAddress(specification.address)],
    ...["--cpus", String(specification.vCpus), "--memory", `${Math.round(specification.memoryGiB * 1024)}m`],
    ...limits,
    ...userOptions(firstUser),
    // systemd writes on the console only where there is a terminal.
    ...["--systemd", "always", "--tty"],
    ...["--log-driver", "k8s-file", "--log-opt", `path=${files.console}`, "--log-opt", "max-size=4mb"],
    ...["--env", `SYSTEMD_UNIT_PATH=${inMachine.units}:`],
    ...["--cap-drop", "all", ...capabilities.flatMap((capability) => ["--cap-add", capability])],
    // Where SELinux is on, it would keep the machine from the folders below.
    ...["--security-opt", "label=disable"],
    ...["--volume", `${files.shared}:${inMachine.shared}:${harmless}`],
    ...["--volume", `${files.platform}:${inMachine.platform}:ro,${harmless}`],
    ...["--volume", `${files.units}:${inMachine.units}:ro,${harmless}`],
    ...["--volume", `${files.seed}:${inMachine.seed}:ro,${harmless}`],
    ...["--volume", `${files.cloudConfiguration}:${inMachine.cloudConfiguration}:ro,${harmless}`],
  ];
}
