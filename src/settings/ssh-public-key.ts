/** What is wrong with an SSH public key, in the words of a settings problem. */
export interface KeyFault {
  readonly allowed: string;
  readonly mend: string;
}

const allowedKeys = "one line of an OpenSSH public key: ssh-ed25519, or ssh-rsa of 2048 bits or more";
const smallestRsa = 2048;
const ed25519Bytes = 32;

/** Whether a text is meant to be a key, and not the name of a file: it starts as every OpenSSH public key does. */
export function looksLikePublicKey(text: string): boolean {
  return /^(ssh-|ecdsa-|sk-)\S*\s/.test(text.trimStart());
}

/**
 * Checks one line of an OpenSSH public key: type, key in base64, and perhaps a comment. The key's own bytes are read, because a
 * line that was cut or edited by hand still looks like a key, and Azure would only say that it is invalid.
 *
 * Azure takes RSA from 2048 bits (the SshPublicKey text of its compute API) and Ed25519
 * (learn.microsoft.com/azure/virtual-machines/linux/mac-create-ssh-keys).
 *
 * @returns What is wrong, or undefined for a good key.
 */
export function publicKeyFault(line: string): KeyFault | undefined {
  const [type, encoded] = line.trim().split(/\s+/);
  if (type !== "ssh-rsa" && type !== "ssh-ed25519") {
    return { allowed: allowedKeys, mend: `make a key of a type that Azure takes: ssh-keygen -t ed25519` };
  }
  const damaged = { allowed: allowedKeys, mend: "copy the whole line of the .pub file again; this one is damaged" };
  const fields = encoded === undefined ? undefined : readFields(encoded);
  if (fields?.[0]?.toString("latin1") !== type) {
    return damaged;
  }
  if (type === "ssh-ed25519") {
    return fields.length === 2 && fields[1].length === ed25519Bytes ? undefined : damaged;
  }
  if (fields.length !== 3) {
    return damaged;
  }
  const bits = bitLength(fields[2]);
  return bits >= smallestRsa
    ? undefined
    : { allowed: allowedKeys, mend: `this RSA key has ${bits} bits; make a new one: ssh-keygen -t ed25519` };
}

/**
 * The fields of a key in SSH's wire format: each is its length in four bytes, then as many bytes (RFC 4253 §6.6). Undefined if the
 * text is not base64, or the lengths and the bytes do not agree.
 */
function readFields(encoded: string): Buffer[] | undefined {
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.toString("base64").replace(/=+$/, "") !== encoded.replace(/=+$/, "")) {
    return undefined;
  }
  const fields: Buffer[] = [];
  let position = 0;
  while (position < bytes.length) {
    if (position + 4 > bytes.length) {
      return undefined;
    }
    const start = position + 4;
    position = start + bytes.readUInt32BE(position);
    if (position > bytes.length) {
      return undefined;
    }
    fields.push(bytes.subarray(start, position));
  }
  return fields;
}

/** The bits of a positive big-endian number, leading zeros not counted: a 2048-bit modulus has 257 bytes, the first of them zero. */
function bitLength(number: Buffer): number {
  const first = number.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (number.length - first - 1) * 8 + (32 - Math.clz32(number[first]));
}
