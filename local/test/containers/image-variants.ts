import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { builtVersion, imageId } from "./running-tier";

/** The name of the images that a test makes beside the real one. */
const name = "web-tier-test";

/** Lets an answer take a second or more, as a download does, at /download. */
const slowDownloads = [
  "head -c 20000 /dev/zero > /var/www/download",
  "sed -i 's|^        location / {|        location = /download { alias /var/www/download; limit_rate 10k; }\\n&|' /etc/nginx/nginx.conf",
  "nginx -t",
];

/** What makes each version of the image another one than the real image. */
const versions = {
  /** The real image with slow downloads. */
  "1.0.0": slowDownloads,
  /** The next one, as good as the first. */
  "1.1.0": [...slowDownloads, "echo next > /etc/web-tier-next"],
};

/** A host may not let a container raise its limits. */
const limits = ["--ulimit", "nofile=8192:8192", "--ulimit", "nproc=4096:4096"];

export type Version = keyof typeof versions;

/** Builds an image from the real one. @returns Its id. */
export function buildVariant(version: Version): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "image-variant-"));
  const steps = ["mkdir -p /var/www", ...versions[version]].join(" && ");
  fs.writeFileSync(path.join(folder, "Containerfile"), `FROM localhost/web-tier:${builtVersion}\nRUN ${steps}\n`);
  // Without a container runtime of its own, which hosts differ in.
  const options = ["--quiet", "--isolation", "chroot", "--network", "host", ...limits];
  execFileSync("podman", ["build", ...options, "--tag", `localhost/${name}:${version}`, folder], { stdio: ["ignore", "ignore", "pipe"] });
  fs.rmSync(folder, { recursive: true });
  return imageId(name, version);
}

/** Removes what {@link buildVariant} built. */
export function removeVariants(): void {
  const tags = Object.keys(versions).map((version) => `localhost/${name}:${version}`);
  execFileSync("podman", ["rmi", "--force", "--ignore", ...tags], { stdio: "ignore" });
}
