import { yaml } from "../../foundation/escape";
import type { FileTree } from "./layout";

/** What cloud-init is told of a machine, in the terms of the scale set's `osProfile` and `virtualMachineProfile`. */
export interface Seed {
  /** Azure's id of the machine. cloud-init does its work once for each. */
  readonly vmId: string;
  readonly computerName: string;
  readonly adminUsername: string;
  /** The `keyData` of the declared SSH keys. */
  readonly sshPublicKeys: readonly string[];
  /** base64, as Azure takes it. */
  readonly userData?: string;
  /** base64, as Azure takes it. */
  readonly customData?: string;
}

/**
 * The seed of cloud-init's NoCloud data source, which on Azure is the data source Azure. The data goes in as it was given, and custom data
 * wins: cloud-init on Azure takes the user data only where there is no custom data (`DataSourceAzure.py` of cloud-init).
 */
export function seedFiles(seed: Seed): FileTree {
  const metaData = { "instance-id": seed.vmId, "local-hostname": seed.computerName, "public-keys": seed.sshPublicKeys };
  return {
    "meta-data": { content: yaml(metaData) },
    "user-data": { content: Buffer.from(seed.customData || seed.userData || "", "base64") },
  };
}

/**
 * The part of cloud-init's configuration that the image cannot know. The admin user is the image's default user under the declared name,
 * as cloud-init's data source Azure has it, so user data that lists users of its own keeps it by listing `default`.
 */
export function cloudConfiguration({ adminUsername }: Seed): string {
  const configuration = {
    datasource_list: ["NoCloud"],
    // Podman has set up the network before the machine boots.
    network: { config: "disabled" },
    // Made in a moment; an RSA key takes longer than the rest of the boot.
    ssh_genkeytypes: ["ed25519", "ecdsa"],
    // The console is read for what went wrong; keys and fingerprints would fill it.
    ssh: { emit_keys_to_console: false },
    no_ssh_fingerprints: true,
    // The image's own locale stays. cloud-init would set one that a small image does not have, and report an error.
    locale: false,
    // apt reaches packages as the image has it: as this computer does, where the image was made here.
    apt: { preserve_sources_list: true },
    // A container has no boot loader, and its disk is as large as it is.
    grub_dpkg: { enabled: false },
    growpart: { mode: "off" },
    resize_rootfs: false,
    users: ["default"],
    system_info: {
      default_user: {
        name: adminUsername,
        gecos: adminUsername,
        lock_passwd: true,
        groups: ["adm", "sudo"],
        sudo: ["ALL=(ALL) NOPASSWD:ALL"],
        shell: "/bin/bash",
      },
    },
  };
  return `${yaml(configuration)}\n`;
}
