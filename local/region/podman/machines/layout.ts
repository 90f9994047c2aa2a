import * as fs from "node:fs";
import * as path from "node:path";
import { explainWriteFailure } from "../../foundation/write-failure";

/** Where a machine finds what the region gives it. */
export const inMachine = {
  /** The folder that the machine and the region share. */
  shared: "/var/lib/azure-region",
  /** The sockets that the region listens on; the machine cannot put anything in their place. */
  platform: "/run/azure-region/platform",
  /** The units of {@link guestUnits}. */
  units: "/run/azure-region/units",
  /** Where cloud-init looks for the seed of its data source NoCloud. */
  seed: "/var/lib/cloud/seed/nocloud",
  /** Read after the image's own configuration of cloud-init, which it completes. */
  cloudConfiguration: "/etc/cloud/cloud.cfg.d/zz-azure-region.cfg",
} as const;

/** The socket in the platform's folder that the region listens on for the instance metadata service. */
export const metadataSocket = "metadata.sock";

/** The sockets in the shared folder that the machine listens on for the region's questions. */
export const socketName = {
  http: (port: number) => `http-${port}.sock`,
  tcp: (port: number) => `tcp-${port}.sock`,
};

/** The file in the shared folder that holds cloud-init's result, once there is one. */
export const provisioningReport = "cloud-init-result.json";

/** The file in the shared folder that says why the machine cannot work as an Azure machine; not there otherwise. */
export const provisioningFailure = "failure";

/** The file in the shared folder that is there once the machine has shut itself down to boot again. */
export const rebootRequest = "reboot";

/** The files of one machine, in its folder on the host. */
export interface MachineFiles {
  readonly folder: string;
  readonly seed: string;
  readonly units: string;
  readonly cloudConfiguration: string;
  readonly platform: string;
  /** The only place of the host that the machine writes to. Whatever is read here can be anything, and changes meanwhile. */
  readonly shared: string;
  /** What the machine writes on its console, in the format of Podman's log driver k8s-file. */
  readonly console: string;
}

export function machineFiles(folder: string): MachineFiles {
  return {
    folder,
    seed: path.join(folder, "seed"),
    units: path.join(folder, "units"),
    cloudConfiguration: path.join(folder, "cloud-init"),
    platform: path.join(folder, "platform"),
    shared: path.join(folder, "shared"),
    console: path.join(folder, "console.log"),
  };
}

/** Files to be written below a folder, by their paths in it: the content, or where a symbolic link points. */
export type FileTree = Readonly<Record<string, { readonly content: string | Buffer } | { readonly linkTo: string }>>;

/**
 * Writes the files below a folder. Files that are there and not among them stay.
 * @param owner The user and the group that files and folders are to belong to; this process's by default.
 */
export function writeFileTree(folder: string, tree: FileTree, owner?: number): void {
  for (const [name, entry] of Object.entries(tree)) {
    const place = path.join(folder, name);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.rmSync(place, { force: true });
    if ("linkTo" in entry) {
      fs.symlinkSync(entry.linkTo, place);
    } else {
      writeFile(place, entry.content);
    }
    for (let given = place; owner !== undefined && given.startsWith(folder); given = path.dirname(given)) {
      fs.lchownSync(given, owner, owner);
    }
  }
}

/** For nobody else to read: it can hold secrets. */
function writeFile(place: string, content: string | Buffer): void {
  try {
    fs.writeFileSync(place, content, { mode: 0o600 });
  } catch (error) {
    throw explainWriteFailure(error as Error, place, Buffer.byteLength(content));
  }
}
