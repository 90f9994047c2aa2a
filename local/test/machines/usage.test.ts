import { readUsage } from "../../region/machines/usage";
import { withFiles } from "./files";

describe("a machine's usage", () => {
  it("is read from control groups of version 1, without memory that could be taken back", () => {
    const files = {
      "memory/libpod/memory.usage_in_bytes": "50000000\n",
      "memory/libpod/memory.stat": "cache 30000000\ninactive_file 1\ntotal_inactive_file 20000000\n",
      "cpuacct/libpod/cpuacct.usage": "2500000000\n",
    };
    expect(withFiles(files, (folder) => readUsage("/libpod", folder))).toEqual({ processorSeconds: 2.5, memoryBytes: 30_000_000 });
  });

  it("is read from control groups of version 2", () => {
    const files = {
      "cgroup.controllers": "cpu memory\n",
      "machine.slice/libpod/memory.current": "50000000\n",
      "machine.slice/libpod/memory.stat": "anon 1\ninactive_file 20000000\n",
      "machine.slice/libpod/cpu.stat": "usage_usec 2500000\nuser_usec 1\n",
    };
    expect(withFiles(files, (folder) => readUsage("/machine.slice/libpod", folder))).toEqual({
      processorSeconds: 2.5,
      memoryBytes: 30_000_000,
    });
  });

  it("is unknown of a machine that does not run", () => {
    expect(withFiles({}, (folder) => readUsage("/libpod", folder))).toBeUndefined();
    expect(withFiles({ "cgroup.controllers": "" }, (folder) => readUsage("/libpod", folder))).toBeUndefined();
  });
});
