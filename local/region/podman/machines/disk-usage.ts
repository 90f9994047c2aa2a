/** What went to and from disks, over all devices. What the kernel's page cache answers is not in it. */
export interface DiskUsage {
  readonly readBytes: number;
  readonly writtenBytes: number;
  readonly readOperations: number;
  readonly writeOperations: number;
}

/**
 * Adds up version 2's `io.stat`, which has a line such as `8:0 rbytes=4096 wbytes=0 rios=1 wios=0` for each device.
 * @returns undefined where there is no such file.
 */
export function blockDeviceSums(text: string | undefined): DiskUsage | undefined {
  if (text === undefined) {
    return undefined;
  }
  const sum = (key: string) => total(text.matchAll(new RegExp(`\\b${key}=(\\d+)`, "g")));
  return { readBytes: sum("rbytes"), writtenBytes: sum("wbytes"), readOperations: sum("rios"), writeOperations: sum("wios") };
}

/**
 * Adds up version 1's `blkio.throttle` files, which have a line such as `8:0 Read 4096` for each device and kind.
 * @returns undefined where one of the files is not there.
 */
export function throttleSums(bytes: string | undefined, operations: string | undefined): DiskUsage | undefined {
  if (bytes === undefined || operations === undefined) {
    return undefined;
  }
  const sum = (text: string, kind: string) => total(text.matchAll(new RegExp(`^\\d+:\\d+ ${kind} (\\d+)$`, "gm")));
  return {
    readBytes: sum(bytes, "Read"),
    writtenBytes: sum(bytes, "Write"),
    readOperations: sum(operations, "Read"),
    writeOperations: sum(operations, "Write"),
  };
}

function total(matches: Iterable<RegExpExecArray>): number {
  return [...matches].reduce((sum, [, number]) => sum + Number(number), 0);
}
