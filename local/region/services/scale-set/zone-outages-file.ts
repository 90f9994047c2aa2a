import * as path from "node:path";
import type { RegionContext } from "../../context";
import { StateFile } from "../../foundation/state-file";

/** Where the region keeps which availability zones a person has taken down. */
export function zoneOutagesFile({ computer, events, folder }: Pick<RegionContext, "computer" | "events" | "folder">) {
  return new StateFile<readonly string[]>(computer, events, path.join(folder, "zones-down.json"), [], asZones);
}

function asZones(content: unknown): readonly string[] {
  if (!Array.isArray(content) || !content.every((zone) => typeof zone === "string")) {
    throw new Error("it holds no zones");
  }
  return content;
}
