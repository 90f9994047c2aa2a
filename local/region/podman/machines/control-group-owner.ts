import * as fs from "node:fs";
import * as path from "node:path";

const mount = "/sys/fs/cgroup/systemd";

/**
 * Gives a machine's own systemd its control group, which with version 1 no runtime does for a machine with users of its own: "Failed to create
 * /init.scope control group: Permission denied". It is the group by which systemd names its services; those that limit anything stay root's.
 * With version 2 alone there is no such tree, and runtimes see to it.
 * @param process The machine's first process, before it begins.
 * @param owner The user and the group that the machine's root is here.
 */
export function giveControlGroup(process: number, owner: number): void {
  const group = /^\d+:name=systemd:(.*)$/m.exec(fs.readFileSync(`/proc/${process}/cgroup`, "utf8"))?.[1];
  if (group !== undefined && fs.existsSync(mount)) {
    for (const file of ["", "cgroup.procs", "tasks"]) {
      fs.chownSync(path.join(mount, group, file), owner, owner);
    }
  }
}
