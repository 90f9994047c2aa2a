import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as http from "node:http";
import * as path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { RegionStatus } from "../../region/loop/status";
import { publicKey } from "../engine/support/declarations";
import { Sandbox } from "../engine/support/sandbox";
import type { Settings, Stack } from "../engine/support/stack";
import { until } from "./visitors";

/** A port and a network that the region of the person who runs the tests does not use. */
const port = 18080;

const galleryImages =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute/galleries/local/images";

/** The version of the tested image that this checkout builds. */
export const builtVersion = fs.readFileSync(path.join(__dirname, "../../../image/version"), "utf8").trim();

/** The id of a version of an image that Podman has. */
export function imageId(image: string, version: string): string {
  return `${galleryImages}/${image}/versions/${version}`;
}

/** The tier, deployed on real machines to a region of its own. */
export class RunningTier {
  readonly site = `http://127.0.0.1:${port}/`;
  readonly sandbox = new Sandbox();
  private readonly usual: Settings = {
    "azure-native:location": "westeurope",
    "pulumi:autonaming": { mode: "verbatim" },
    "web-tier:name": "shop",
    "web-tier:frontendPort": String(port),
    "web-tier:vmSize": "Standard_B2ats_v2",
    "web-tier:virtualNetworkAddressPrefix": "10.213.0.0/16",
    "web-tier:subnetAddressPrefix": "10.213.7.0/24",
    "web-tier:imageId": imageId("web-tier", builtVersion),
    "web-tier:terminateNotificationMinutes": "5",
    "web-tier:sshPublicKeys": [publicKey],
  };
  private made: Stack | undefined;

  /** @param speedFactor Grace periods and probes pass so many times as fast; machines boot as fast as they can all the same. */
  constructor(speedFactor: number) {
    delete this.sandbox.env.LOCAL_REGION_MACHINES;
    this.sandbox.env.LOCAL_REGION_SPEED_FACTOR = String(speedFactor);
  }

  get stack(): Stack {
    if (!this.made) {
      throw new Error("the tier was not configured yet");
    }
    return this.made;
  }

  /** Puts settings beside the usual ones, in the place of those that were put there before. */
  async configure(settings: Settings): Promise<void> {
    const all = { ...this.usual, ...settings };
    this.made ??= await this.sandbox.hostedStack("local", "local", all);
    this.made.configure(all);
  }

  async remove(): Promise<void> {
    await this.made?.destroy();
    await this.sandbox.remove();
  }

  status(): Promise<RegionStatus> {
    return this.command("GET", "/status") as Promise<RegionStatus>;
  }

  /** Waits until the region is as a test wants it, and well. */
  well(isReached: (status: RegionStatus) => boolean, seconds: number): Promise<RegionStatus> {
    return until(
      () => this.status(),
      (status) => isWell(status) && isReached(status),
      seconds,
    );
  }

  /** A command to the region, as `make status` and `make kill` give it. */
  async command(method: string, target: string): Promise<unknown> {
    return JSON.parse(await this.text(target, method));
  }

  /** The region's answer to a command as it is; a daemon that has just begun is given time to listen. */
  async text(target: string, method = "GET"): Promise<string> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      try {
        return await this.ask(target, method);
      } catch (error) {
        if (Date.now() > deadline) {
          throw error;
        }
        await wait(100);
      }
    }
  }

  private ask(target: string, method: string): Promise<string> {
    const socketPath = path.join(String(this.sandbox.env.LOCAL_REGION_FOLDER), "control.sock");
    return new Promise((resolve, reject) => {
      const request = http.request({ socketPath, method, path: target }, (response) => {
        let body = "";
        response.on("data", (part) => (body += part));
        response.on("end", () => resolve(body));
      });
      request.on("error", reject).end();
    });
  }

  /** The tier's containers, whoever made them. */
  containers(): string[] {
    const all = JSON.parse(execFileSync("podman", ["ps", "--all", "--format", "json"], { encoding: "utf8" })) as { Names: string[] }[];
    return all.flatMap(({ Names }) => Names).filter((name) => name.includes("shop-scale-set"));
  }
}

/** As many instances as there should be are provisioned and healthy, and get new connections. */
export function isWell({ scaleSets, loadBalancers }: RegionStatus): boolean {
  const [{ capacity, instances }] = scaleSets;
  const isHealthy = instances.every(({ health, provisioningState }) => health === "Healthy" && provisioningState === "Succeeded");
  return instances.length === capacity && isHealthy && loadBalancers[0]?.rules[0].newConnectionsTo.length === capacity;
}
