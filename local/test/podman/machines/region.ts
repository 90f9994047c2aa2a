import { execFile } from "node:child_process";
import * as crypto from "node:crypto";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { promisify } from "node:util";
import { freeAddress } from "../../../region/podman/machines/machine-address";
import { ComputerAccess } from "../../../region/podman/machines/machine-access";
import { type Machine, Machines } from "../../../region/podman/machines/machine";
import type { MachineSpecification } from "../../../region/podman/machines/machine-options";
import { Subnets } from "../../../region/podman/machines/network";
import { Podman, type PodmanClient } from "../../../region/podman/machines/podman";

const version = fs.readFileSync(path.join(__dirname, "../../../../image/version"), "utf8").trim();

/** The image that the tests boot: the tier's own, or any other one with systemd, cloud-init and nftables. */
export const image = process.env.MACHINE_TEST_IMAGE ?? `localhost/web-tier:${version}`;

/** Runs side by side must not meet. */
export const addressPrefix = `10.231.${process.pid % 256}.0/24`;

/** A region with a subnet and nothing else, for machines of a test. */
export class TestRegion {
  readonly subnets: Subnets;
  readonly machines: Machines;
  readonly network: string;
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "region's machines "));
  private readonly addresses = new Set<string>();

  private constructor(readonly podman: PodmanClient) {
    this.network = `${podman.region}-subnet`;
    this.subnets = new Subnets(podman);
    this.machines = new Machines(podman, this.folder, new ComputerAccess());
  }

  /** @param observed Gives what stands between the region and Podman; nothing, if nothing is said. */
  static async create(observed: (podman: Podman) => PodmanClient = (podman) => podman): Promise<TestRegion> {
    const region = new TestRegion(observed(await Podman.open(`test-${crypto.randomUUID().slice(0, 8)}`)));
    await region.subnets.ensure({ name: region.network, addressPrefix });
    return region;
  }

  /** A machine's specification, with an address of its own. */
  specification(name: string, change: Partial<MachineSpecification> = {}): MachineSpecification {
    const address = freeAddress(addressPrefix, this.addresses) ?? "";
    this.addresses.add(address);
    return {
      name,
      vmId: crypto.randomUUID(),
      computerName: name.replace("_", ""),
      adminUsername: "azureuser",
      sshPublicKeys: [],
      image,
      network: this.network,
      address,
      vCpus: 2,
      memoryGiB: 1,
      probePorts: { http: [], tcp: [] },
      labels: {},
      ...change,
    };
  }

  /** Waits until a machine has left a state. */
  async leaves(kind: Machine["state"]["kind"], name: string): Promise<Machine> {
    for (;;) {
      const machine = await this.machines.inspect(name);
      if (machine && machine.state.kind !== kind) {
        return machine;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** What a shell command in a machine writes. */
  shell(name: string, command: string): Promise<string> {
    return this.run("exec", this.container(name), "sh", "-c", command);
  }

  /** What a Podman command writes, as a person could give it beside the region. */
  async run(...command: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)("podman", command);
    return stdout.trim();
  }

  /** The name by which Podman knows a machine. */
  container(name: string): string {
    return `${this.podman.region}-${name}`;
  }

  async remove(): Promise<void> {
    for (const { name } of await this.machines.list()) {
      await this.machines.remove(name);
    }
    await this.subnets.remove(this.network);
    fs.rmSync(this.folder, { recursive: true });
  }
}

export function encode(text: string): string {
  return Buffer.from(text).toString("base64");
}
