/** A date and time as Azure's settings have them, such as `2026-11-03T09:30:00` or `2026-11-03T09:30:00+01:00`. */
export interface Moment {
  /** In milliseconds since 1970; of a text without an offset, as clocks in UTC would show it. */
  readonly milliseconds: number;
  /** Whether the text says how far its clock is from UTC. */
  readonly hasOffset: boolean;
}

const offset = /(Z|[+-]\d\d:?\d\d)$/i;

/** Undefined where the text is no date and time. */
export function parseMoment(text: string): Moment | undefined {
  const hasOffset = offset.test(text);
  const milliseconds = Date.parse(hasOffset ? text : `${text}Z`);
  return Number.isNaN(milliseconds) ? undefined : { milliseconds, hasOffset };
}
