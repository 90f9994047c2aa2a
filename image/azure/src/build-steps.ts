import { posix } from "node:path";
import type { ImageFile } from "./image-files";

/** A step of VM Image Builder: commands for /bin/sh, one after the other until one fails. */
export interface Step {
  readonly type: "Shell";
  readonly name: string;
  readonly inline: string[];
}

/** Where the files are while the image is made. */
const folder = "/tmp/web-tier-image";

/**
 * The commands that Image Builder runs, in place of its own, as the last thing before it takes the image
 * (https://learn.microsoft.com/azure/virtual-machines/linux/image-builder-json#generalize). As a step before that one, `generalize` would
 * take the machine's SSH host keys away while Image Builder may still have to log in.
 */
const deprovisioningScript = "/tmp/DeprovisioningScript.sh";

/**
 * What makes a Debian machine into the image, by the scripts that make the local image too.
 *
 * The files travel in the commands themselves. Image Builder's way for files is to fetch them from an address: a public one,
 * or a storage account to which somebody would have to upload them first, and its identity be given the right to read. They are 70 KB, and
 * no secrets. They are not compressed, since each version of Node.js compresses differently, and would make a template that looks changed.
 */
export function buildSteps(files: readonly ImageFile[]): Step[] {
  const generalize = [`sudo sh ${folder}/generalize`, "sudo waagent -force -deprovision+user", "export HISTSIZE=0", "sync"].join(" && ");
  return [
    { type: "Shell", name: "files", inline: unpackCommands(files, folder) },
    {
      type: "Shell",
      name: "provision",
      inline: [
        // The first boot must be over, whether or not all of it went well, and nothing else may hold apt's locks.
        "cloud-init status --wait || true",
        "sudo systemctl stop apt-daily.timer apt-daily-upgrade.timer apt-daily.service apt-daily-upgrade.service",
        `sudo sh ${folder}/provision`,
      ],
    },
    { type: "Shell", name: "generalize", inline: [`echo ${quoted(generalize)} >${deprovisioningScript}`] },
  ];
}

/** What the machine that Image Builder boots from the new image must pass before the image becomes a version in the gallery. */
export function checkSteps(files: readonly ImageFile[]): Step[] {
  const check = files.filter(({ path }) => path === "check");
  return [{ type: "Shell", name: "check", inline: [...unpackCommands(check, folder), `sudo sh ${folder}/check`] }];
}

/** Commands that write the files below a folder, readable to everyone as those of an image are. */
export function unpackCommands(files: readonly ImageFile[], target: string): string[] {
  const placed = files.map(({ path, content }) => ({ place: `${target}/${path}`, text: content.toString("base64") }));
  const folders = [...new Set(placed.map(({ place }) => posix.dirname(place)))];
  return [
    `mkdir -p ${folders.map(quoted).join(" ")}`,
    ...placed.map(({ place, text }) => `(umask 022 && echo ${quoted(text)} | base64 -d >${quoted(place)})`),
  ];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
