import * as crypto from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import type { Path } from "../../../azure/properties/path";
import { isProperties, Properties, Value } from "../../../azure/properties/value";
import { writeWhole } from "../foundation/whole-file";

const cipherName = "aes-256-gcm";
const sealName = "sealed";

/**
 * Keeps secret values out of the region's files: they are written encrypted, with a key that only this user can read. It guards
 * against a state file that is shown, searched or copied, not against somebody who may read the whole folder.
 */
export class Seal {
  private readonly key: Buffer;

  constructor(folder: string) {
    const place = path.join(folder, "key");
    if (!fs.existsSync(place)) {
      writeWhole(place, crypto.randomBytes(32), { isFlushed: true });
    }
    this.key = fs.readFileSync(place);
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
    const decipher = crypto.createDecipheriv(cipherName, this.key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28));
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8")) as Value;
  }
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
