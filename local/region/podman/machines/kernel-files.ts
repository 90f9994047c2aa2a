/** True for what a read meets in /proc or /sys where the process or the control group that it is about has ended. */
export function isGone(error: unknown): boolean {
  return ["ENOENT", "ENODEV", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "");
}
