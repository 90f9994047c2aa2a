import { parseDuration } from "../../../azure/facts/duration";
import { isWithin } from "../../../azure/facts/limits";
import { allowedText, type Allowed, type Declaration } from "../declaration";
import { declarations, settingKeys, type Values } from "../declarations";
import type { Problems } from "../problems";

/** Holds every setting to the limits that stand with its declaration. */
export function checkRanges(values: Values, problems: Problems): void {
  for (const key of settingKeys) {
    const { allowed }: Declaration = declarations[key];
    const fix = allowed && fixOf(allowed, values[key]);
    if (allowed && fix !== undefined) {
      problems.add(key, values[key], allowedText(allowed), fix);
    }
  }
}

/** How to make a value one that is allowed; undefined for one that is. */
function fixOf(allowed: Allowed, value: unknown): string | undefined {
  switch (allowed.kind) {
    case "number": {
      const { minimum, maximum = Infinity, or } = allowed;
      const fits = typeof value === "number" && ((value >= minimum && value <= maximum) || value === or?.value);
      return fits ? undefined : "choose a number in this range";
    }
    case "duration": {
      const seconds = parseDuration(String(value));
      if (seconds === undefined) {
        return "write a duration as ISO 8601 does, such as PT15M for fifteen minutes";
      }
      return isWithin(seconds, allowed) ? undefined : "choose a duration in this range";
    }
    case "choice":
      return Object.hasOwn(allowed.choices, String(value)) ? undefined : "choose one of these, spelt like this";
  }
}
