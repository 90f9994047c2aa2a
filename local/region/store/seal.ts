import * as crypto from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import type { Path } from "../../../azure/properties/path";
import { isProperties, Properties, Value } from "../../../azure/properties/value";
import { damagedFile, restoreOrEnd } from "../foundation/kept-file";
import { writeWhole } from "../foundation/whole-file";

const cipherName = "aes-256-gcm";
const sealName = "sealed";
const keyBytes = 32;

/**
 * Keeps secret values out of the region's files: they are written encrypted, with a key that only this user can read. It guards
 * against a state file that is shown, searched or copied, not against somebody who may read the whole folder.
 */
export class Seal {
  private readonly key: Buffer;

  /** @throws Error where the key is missing and something is sealed with it, or where it is damaged; it names the file and says what to do. */
  constructor(folder: string) {
    const place = path.join(folder, "key");
    if (!fs.existsSync(place)) {
      const [sealed] = sealedFiles(folder);
      if (sealed !== undefined) {
        throw damagedFile(place, `it is not there, and ${sealed} holds what is sealed with it`, restoreOrEnd);
      }
      writeWhole(place, crypto.randomBytes(keyBytes), { isFlushed: true });
    }
    this.key = readKey(place);
  }

  /** A copy of the properties in which every value at a secret path is sealed. */
  close(properties: Properties, secrets: readonly Path[]): Properties {
    return secrets.reduce<Value>((value, secret) => replaceAt(value, secret, (open) => this.encrypt(open)), properties) as Properties;
  }

  /** The properties as they were before {@link close}. */
  open(properties: Properties, secrets: readonly Path[]): Properties {
    return secrets.reduceRight<Value>(
      (value, secret) => replaceAt(value, secret, (sealed) => this.decrypt(sealed)),
      properties,
    ) as Properties;
  }

  private encrypt(value: Value): Value {
    const nonce = crypto.randomBytes(12);
    const cipher = crypto.createCipheriv(cipherName, this.key, nonce);
    const text = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
    return { [sealName]: Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64") };
  }

  private decrypt(value: Value): Value {
    if (!isProperties(value) || typeof value[sealName] !== "string") {
      return value;
    }
    const bytes = Buffer.from(value[sealName], "base64");
    try {
      const decipher = crypto.createDecipheriv(cipherName, this.key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28));
      return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8")) as Value;
    } catch {
      throw new Error("what is sealed in it is damaged, or sealed with another key than the region's");
    }
  }
}

function readKey(place: string): Buffer {
  let key: Buffer;
  try {
    key = fs.readFileSync(place);
  } catch (error) {
    throw damagedFile(place, (error as Error).message, restoreOrEnd);
  }
  if (key.length !== keyBytes) {
    throw damagedFile(place, `it has ${key.length} bytes, and a key has ${keyBytes}`, restoreOrEnd);
  }
  return key;
}

/** The files of a region that hold something sealed. */
function sealedFiles(folder: string): string[] {
  return ["resources", "scale-sets"]
    .map((name) => path.join(folder, name))
    .filter((place) => fs.existsSync(place))
    .flatMap((place) => fs.readdirSync(place, { withFileTypes: true }).map((entry) => ({ entry, file: path.join(place, entry.name) })))
    .filter(({ entry, file }) => entry.isFile() && fs.readFileSync(file, "utf8").includes(`"${sealName}"`))
    .map(({ file }) => file);
}

/** A copy of a value with the place at the path changed; a path that leads nowhere changes nothing. */
function replaceAt(value: Value, path: Path, change: (value: Value) => Value): Value {
  const [step, ...rest] = path;
  if (step === undefined) {
    return change(value);
  }
  if (Array.isArray(value) && typeof step === "number" && step < value.length) {
    return value.map((element, index) => (index === step ? replaceAt(element, rest, change) : element));
  }
  if (isProperties(value) && typeof step === "string" && Object.hasOwn(value, step)) {
    return { ...value, [step]: replaceAt(value[step], rest, change) };
  }
  return value;
}
