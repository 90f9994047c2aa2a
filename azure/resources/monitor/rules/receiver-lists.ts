import type { View } from "../../../properties/view";

/** The names of the lists that an action group has of receivers. */
export function kindsOf(group: View): string[] {
  return group.entries().flatMap(([name]) => (name.endsWith("Receivers") ? [name] : []));
}

export function receiversOf(group: View, kind: string): View[] {
  return group.list(kind);
}
