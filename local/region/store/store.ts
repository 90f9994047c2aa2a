import * as fs from "node:fs";
import * as path from "node:path";
import { idKey, idName, shortDigest } from "../../../azure/arm/id";
import { isProperties } from "../../../azure/properties/value";
import { type Computer, thisComputer } from "../foundation/computer";
import { damagedFile, readKept, restoreOrEnd } from "../foundation/kept-file";
import type { Resource } from "./resource";
import { Seal } from "./seal";

/**
 * The region's resources, one file each. A file is complete or not there, and on the disk before the engine is told. So a daemon that is
 * killed at any moment starts again with every resource that it has told the engine of.
 */
export class Store {
  private readonly resources = new Map<string, Resource>();
  private readonly seal: Seal;
  private readonly folder: string;
  private changes = 0;

  /** @throws Error where a file cannot be read; it names the file, so that nothing is lost silently. */
  constructor(
    regionFolder: string,
    private readonly computer: Computer = thisComputer,
  ) {
    this.folder = path.join(regionFolder, "resources");
    fs.mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    this.seal = new Seal(regionFolder);
    // In the same order on every computer.
    for (const file of fs.readdirSync(this.folder).sort()) {
      const place = path.join(this.folder, file);
      if (file.endsWith(".json")) {
        const resource = this.read(place);
        this.resources.set(idKey(resource.id), resource);
      } else {
        // What another daemon was writing when it was killed; nobody was told of it.
        fs.rmSync(place, { recursive: true });
      }
    }
  }

  /** Another one after every change, so that what was made of the resources need not be made again while it is the same. */
  get revision(): number {
    return this.changes;
  }

  find(id: string): Resource | undefined {
    return this.resources.get(idKey(id));
  }

  all(): Resource[] {
    return [...this.resources.values()];
  }

  put(resource: Resource): void {
    this.computer.writeWhole(this.place(resource.id), JSON.stringify(this.sealed(resource), null, 2), { isFlushed: true });
    this.resources.set(idKey(resource.id), resource);
    this.changes++;
  }

  remove(id: string): void {
    this.computer.removeFile(this.place(id));
    this.resources.delete(idKey(id));
    this.changes++;
  }

  private read(place: string): Resource {
    const resource = readKept(place, restoreOrEnd, (content) => this.unseal(asResource(content)));
    if (resource === undefined) {
      throw damagedFile(place, "it is a link to a file that is not there", restoreOrEnd);
    }
    return resource;
  }

  private sealed(resource: Resource): Resource {
    const { inputs, outputs, secrets, outputSecrets } = resource;
    return { ...resource, inputs: this.seal.close(inputs, secrets), outputs: this.seal.close(outputs, outputSecrets) };
  }

  private unseal(resource: Resource): Resource {
    const { inputs, outputs, secrets, outputSecrets } = resource;
    return { ...resource, inputs: this.seal.open(inputs, secrets), outputs: this.seal.open(outputs, outputSecrets) };
  }

  /** Ids are longer than file names may be and hold slashes, so a file is called after the resource's name and a digest of its id. */
  private place(id: string): string {
    const name = idName(id).replace(/[^A-Za-z0-9._-]/g, "_");
    return path.join(this.folder, `${name.slice(0, 80)}-${shortDigest(idKey(id), 16)}.json`);
  }
}

function asResource(content: unknown): Resource {
  const { id, type, urn, inputs, outputs, secrets, outputSecrets } = (content ?? {}) as Partial<Resource>;
  if (
    ![id, type, urn].every((text) => typeof text === "string") ||
    !isProperties(inputs) ||
    !isProperties(outputs) ||
    !Array.isArray(secrets) ||
    !Array.isArray(outputSecrets)
  ) {
    throw new Error("it holds no resource");
  }
  return content as Resource;
}
