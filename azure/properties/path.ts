/** One step from an object to a property of it, or from a list to an element. */
export type Step = string | number;

/** Where a property stands in its resource, from the outside in. */
export type Path = readonly Step[];

const plainName = /^[A-Za-z_$][A-Za-z0-9_$-]*$/;

/** Writes a path as a person writes it: `inboundNatPools[0].frontendPortRangeEnd`, `tags["a.b"]`. */
export function formatPath(path: Path): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") {
      text += `[${step}]`;
    } else if (plainName.test(step)) {
      text += text === "" ? step : `.${step}`;
    } else {
      text += `[${JSON.stringify(step)}]`;
    }
  }
  return text;
}

/** Reads the dotted names that rules are written with: `sku.name` is two steps. */
export function parseDotted(names: string): Path {
  return names === "" ? [] : names.split(".");
}

/** True where one path is the other, or leads to it. */
export function startsWith(path: Path, beginning: Path): boolean {
  return beginning.length <= path.length && beginning.every((step, index) => path[index] === step);
}
