import { readUsage } from "../../../region/podman/machines/usage";
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

  it("adds up what went to and from all disks, on either version", () => {
    const disk = { readBytes: 4106, writtenBytes: 30, readOperations: 3, writeOperations: 4 };
    const separate = {
      "memory/libpod/memory.usage_in_bytes": "1\n",
      "memory/libpod/memory.stat": "total_inactive_file 0\n",
      "cpuacct/libpod/cpuacct.usage": "0\n",
      "blkio/libpod/blkio.throttle.io_service_bytes_recursive":
        "8:0 Read 4096\n8:0 Write 20\n8:0 Total 4116\n8:16 Read 10\n8:16 Write 10\nTotal 9\n",
      "blkio/libpod/blkio.throttle.io_serviced_recursive": "8:0 Read 1\n8:0 Write 2\n8:16 Read 2\n8:16 Write 2\n",
    };
    expect(withFiles(separate, (folder) => readUsage("/libpod", folder))?.disk).toEqual(disk);
    const unified = {
      "cgroup.controllers": "",
      "libpod/memory.current": "1\n",
      "libpod/memory.stat": "inactive_file 0\n",
      "libpod/cpu.stat": "usage_usec 1\n",
      "libpod/io.stat": "8:0 rbytes=4096 wbytes=20 rios=1 wios=2 dbytes=7 dios=7\n8:16 rbytes=10 wbytes=10 rios=2 wios=2 dbytes=0 dios=0\n",
    };
    expect(withFiles(unified, (folder) => readUsage("/libpod", folder))?.disk).toEqual(disk);
  });

  it("is unknown of a machine that does not run", () => {
    expect(withFiles({}, (folder) => readUsage("/libpod", folder))).toBeUndefined();
    expect(withFiles({ "cgroup.controllers": "" }, (folder) => readUsage("/libpod", folder))).toBeUndefined();
  });
});
