/** The words that the reasons of decisions are made of. They end up in the event log, so they are for people. */

/** A length of time, such as `90 s`, `10 min` or `1 min 30 s`; parts of a second are rounded up. */
export function lengthOf(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 120) {
    return `${seconds} s`;
  }
  return [`${Math.floor(seconds / 60)} min`, ...(seconds % 60 === 0 ? [] : [`${seconds % 60} s`])].join(" ");
}

/** Things in a row, such as `1, 2 and 3`. */
export function listOf(things: readonly string[]): string {
  return things.length < 2 ? things.join("") : `${things.slice(0, -1).join(", ")} and ${things[things.length - 1]}`;
}

/** Instances by their ids, such as `instance 1` or `instances 1 and 2`. */
export function instancesNamed(ids: readonly string[]): string {
  return `${ids.length === 1 ? "instance" : "instances"} ${listOf(ids)}`;
}

/** A number of instances, such as `1 instance` or `3 instances`. */
export function instanceCount(count: number): string {
  return `${count} ${count === 1 ? "instance" : "instances"}`;
}

/** A share in percent with at most one digit after the point, such as `33.3 %`. */
export function percentOf(part: number, whole: number): string {
  return `${Math.round((part / whole) * 1000) / 10} %`;
}
