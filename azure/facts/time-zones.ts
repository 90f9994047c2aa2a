/**
 * Time zones by the names that Windows gives them, which are Azure's too
 * (https://learn.microsoft.com/rest/api/monitor/autoscale-settings/create-or-update).
 */

/** Azure's description of autoscale still names them, and Windows has given them up; the zone of the tz database that has their clocks is assumed. */
const formerZones: Readonly<Record<string, string>> = {
  "Kamchatka Standard Time": "Asia/Kamchatka",
  "Mid-Atlantic Standard Time": "Etc/GMT+2",
};

/** The zone of the tz database, such as `Europe/Berlin`, that a Windows name stands for; undefined where it is none. */
export function ianaTimeZone(windowsName: string): string | undefined {
  return Object.hasOwn(formerZones, windowsName) ? formerZones[windowsName] : tables().findIana(windowsName)[0];
}

/** Whether a name is the Windows name of a time zone, such as `UTC` or `W. Europe Standard Time`. */
export function isTimeZone(name: string): boolean {
  // The name that nearly everybody gives needs no tables.
  return name === "UTC" || ianaTimeZone(name) !== undefined;
}

/** The Windows name of a zone of the tz database; undefined where it is no such zone. */
export function windowsTimeZone(ianaName: string): string | undefined {
  return tables().findWindows(ianaName)[0];
}

/** Large tables, which would cost every preview of the tier the time to load them; most have no use for them. */
function tables(): typeof import("windows-iana") {
  // oxlint-disable-next-line typescript/no-require-imports
  return require("windows-iana") as typeof import("windows-iana");
}
