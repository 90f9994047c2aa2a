import * as fs from "node:fs";
import * as path from "node:path";
import { NetworkUsageReader } from "../../../region/podman/machines/network-usage";
import { withFiles } from "./files";

const table = `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
    lo:    3293      31    0    0    0     0          0         0     3293      31    0    0    0     0       0          0
  eth0: 474397733   26203    0    0    0     0          0         0  2375917   19154    0    0    0     0       0          0
`;

function process(number: string, inContainer: string, received = table) {
  return {
    [`proc/${number}/status`]: `Name:\tsystemd\nNSpid:\t${number}\t${inContainer}\n`,
    [`proc/${number}/cgroup`]: "4:cpuacct:/libpod/web_0\n0::/libpod/web_0/init.scope\n",
    [`proc/${number}/net/dev`]: received,
  };
}

function reader(folder: string): NetworkUsageReader {
  return new NetworkUsageReader({ controlGroups: path.join(folder, "cgroup"), processes: path.join(folder, "proc") });
}

describe("what goes over a machine's network", () => {
  it("is read from the network of the machine's first process, on control groups of version 1", () => {
    const other = process("70", "12", "");
    withFiles({ "cgroup/cpuacct/libpod/web_0/cgroup.procs": "70\n80\n", ...other, ...process("80", "1") }, (folder) => {
      expect(reader(folder).read("/libpod/web_0")).toEqual({ receivedBytes: 474397733, sentBytes: 2375917 });
    });
  });

  it("is read on control groups of version 2, where the first process is in a group further down", () => {
    const groups = {
      "cgroup/cgroup.controllers": "cpu",
      "cgroup/libpod/web_0/cgroup.procs": "",
      "cgroup/libpod/web_0/init.scope/cgroup.procs": "80\n",
    };
    withFiles({ ...groups, ...process("80", "1") }, (folder) => {
      expect(reader(folder).read("/libpod/web_0")).toEqual({ receivedBytes: 474397733, sentBytes: 2375917 });
    });
  });

  it("is that of the new first process after a restart, also where the old number is another process by now", () => {
    const groups = { "cgroup/cpuacct/libpod/web_0/cgroup.procs": "80\n" };
    withFiles({ ...groups, ...process("80", "1") }, (folder) => {
      const usage = reader(folder);
      usage.read("/libpod/web_0");
      fs.writeFileSync(path.join(folder, "proc/80/cgroup"), "0::/user.slice\n");
      fs.writeFileSync(path.join(folder, "cgroup/cpuacct/libpod/web_0/cgroup.procs"), "");
      expect(usage.read("/libpod/web_0")).toBeUndefined();
    });
  });

  it("is unknown of a machine that does not run", () => {
    withFiles({}, (folder) => expect(reader(folder).read("/libpod/web_0")).toBeUndefined());
  });
});
