import { ianaTimeZone } from "../../../../../azure/facts/time-zones";

const second = 1000;
/** Offsets of time zones change at whole quarters of an hour. */
const quarter = 15 * 60 * second;
/** How many offsets are remembered, so that a long simulation does not fill the memory. */
const mostRemembered = 4096;

const zones = new Map<string, Zone>();

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Offsets by the quarter of an hour that they were asked for. */
  readonly offsets: Map<number, number>;
}

/**
 * What clocks show in a time zone at a moment: the milliseconds at which clocks in UTC show the same.
 * @throws Error for a name that is not the Windows name of a time zone.
 */
export function wallClock(timeZone: string, moment: number): number {
  return moment + offsetAt(timeZone, moment);
}

/** The moment at which clocks in a time zone show a time; one of two where they show it twice, and one near the change where they skip it. */
export function momentOf(timeZone: string, wall: number): number {
  const near = wall - offsetAt(timeZone, wall);
  return wall - offsetAt(timeZone, near);
}

/** How far a time zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(timeZone: string, moment: number): number {
  const zone = zoneNamed(timeZone);
  const key = Math.floor(moment / quarter);
  const known = zone.offsets.get(key);
  if (known !== undefined) {
    return known;
  }
  if (zone.offsets.size >= mostRemembered) {
    zone.offsets.clear();
  }
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(zone.format.format(moment)) ?? [];
  const offset = (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 * second;
  zone.offsets.set(key, offset);
  return offset;
}

function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known) {
    return known;
  }
  const iana = ianaTimeZone(name);
  if (iana === undefined) {
    throw new Error(`timeZone: "${name}" is no time zone; give its Windows name, such as UTC or W. Europe Standard Time`);
  }
  const zone = { format: new Intl.DateTimeFormat("en-US", { timeZone: iana, timeZoneName: "longOffset" }), offsets: new Map() };
  zones.set(name, zone);
  return zone;
}
