/** An answer of Azure Resource Manager that refuses a request, in ARM's own words where they are known. */
export class ArmError extends Error {
  /**
   * @param code ARM's error code, such as `InvalidResourceReference`.
   * @param message What was refused, and how to fix it.
   */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`Code="${code}" Message="${message}"`);
    this.name = "ArmError";
  }
}
