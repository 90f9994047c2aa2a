import { execFileSync } from "node:child_process";
import { imageId } from "./running-tier";

/** The name of the images that a test makes beside the real one. */
const name = "web-tier-test";

/** Lets an answer take two seconds, as a download does, at /download. */
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
  /** One that never gets healthy. */
  "1.2.0": [...slowDownloads, "systemctl disable application"],
  /** One without the drain service. */
  "1.3.0": [...slowDownloads, "systemctl disable drain"],
};

export type Version = keyof typeof versions;

/** Builds an image from the real one. @returns Its id. */
export function buildVariant(version: Version): string {
  const containerfile = ["FROM localhost/web-tier:1.0.0", `RUN mkdir -p /var/www && ${versions[version].join(" && ")}`].join("\n");
  execFileSync("podman", ["build", "--quiet", "--tag", `localhost/${name}:${version}`, "--file", "-", "/var/empty"], {
    input: containerfile,
    stdio: ["pipe", "ignore", "pipe"],
  });
  return imageId(name, version);
}

/** Removes what {@link buildVariant} built. */
export function removeVariants(): void {
  const tags = Object.keys(versions).map((version) => `localhost/${name}:${version}`);
  execFileSync("podman", ["rmi", "--force", "--ignore", ...tags], { stdio: "ignore" });
}
