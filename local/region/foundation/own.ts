/**
 * What a record that has names of a program as its keys holds under a name. A plain look-up of `constructor` finds what every object has.
 */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
