import * as crypto from "node:crypto";

/** A short name for a text, in hexadecimal digits: the same for the same text, and another one for another, as ids are too long for names. */
export function shortDigest(text: string, length = 8): string {
  return crypto.createHash("sha256").update(text).digest("hex").slice(0, length);
}
