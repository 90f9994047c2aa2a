/**
 * Says that the test in whose body it stands proves behaviours of `docs/fidelity.md`, by their ids. `make fidelity` finds the calls in
 * the sources, without running them, so an id is written out; `make test ONLY=fidelity` fails where a behaviour has no such test.
 *
 * @throws Error where no test runs.
 */
export function proves(...ids: readonly string[]): void {
  if (expect.getState().currentTestName === undefined) {
    throw new Error(`${ids.join(", ")}: only a test proves a behaviour`);
  }
}
