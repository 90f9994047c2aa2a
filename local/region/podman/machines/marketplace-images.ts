import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { MarketplaceSystem } from "../../../../azure/facts/marketplace-systems";

/** Makes the images of this computer that stand for those of Azure's marketplace. */
export interface MarketplaceImages {
  /**
   * Makes sure that Podman has the image. It returns in a tenth of a second where that is so; making one takes a minute.
   * @param name What the image is to be called. One that a person has given the name stays.
   * @param tell Is told what is being done.
   * @throws Error with what is missing on this computer.
   */
  provide(system: MarketplaceSystem, name: string, tell: (message: string) => void): Promise<void>;
}

/** What a script begins the last thing with that it says when it fails. */
const failure = "Error: ";

/** Has a script make them. */
export class BuiltMarketplaceImages implements MarketplaceImages {
  /** @param script The path of `marketplace/build` beside this file. */
  constructor(private readonly script: string) {}

  async provide({ distribution, release }: MarketplaceSystem, name: string, tell: (message: string) => void): Promise<void> {
    const build = spawn(this.script, [distribution, release, name], { stdio: ["ignore", "ignore", "pipe"] });
    const said: string[] = [];
    const ended = new Promise<number | null>((resolve, reject) => build.once("error", reject).once("close", resolve));
    createInterface(build.stderr).on("line", (line) => {
      said.push(line);
      tell(line.trim());
    });
    if ((await ended) !== 0) {
      throw new Error(said.join("\n").split(failure).at(-1)?.trim());
    }
  }
}
