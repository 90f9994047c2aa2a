/** Steps that are taken one after the other, each whether or not those before it have failed. */
export class Steps {
  private readonly failures: Error[] = [];

  async take(step: () => Promise<void> | void): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.failures.push(error as Error);
    }
  }

  /** @throws Error what the steps have thrown, if any of them has; of several the messages, and the stack of the first. */
  end(): void {
    const [first, ...others] = this.failures;
    if (first !== undefined && others.length === 0) {
      throw first;
    }
    if (first !== undefined) {
      throw new Error([...new Set(this.failures.map(({ message }) => message))].join("; "), { cause: first });
    }
  }
}
