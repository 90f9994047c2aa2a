/**
 * A deployment takes a tenth of a second or more, so tests that look at the same one share it. The arguments must be plain data.
 */
export function remembered<A extends unknown[], R>(deployment: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  const results = new Map<string, Promise<R>>();
  return (...args) => {
    const key = JSON.stringify(args, (_, value: unknown) => (value === undefined ? "undefined" : value));
    const result = results.get(key) ?? deployment(...args);
    results.set(key, result);
    return result;
  };
}
