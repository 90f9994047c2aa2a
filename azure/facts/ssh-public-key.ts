/** An SSH public key as OpenSSH writes it on one line. */
export interface SshPublicKey {
  /** The algorithm's name in the SSH protocol, such as `ssh-rsa` or `ssh-ed25519`. */
  readonly algorithm: string;
  /** The length of the modulus (RSA) or of the key (Ed25519); undefined for the algorithms that Azure does not take. */
  readonly bits: number | undefined;
}

/**
 * Azure takes RSA from 2048 bits (the SshPublicKey text of its compute API) and Ed25519
 * (https://learn.microsoft.com/azure/virtual-machines/linux/mac-create-ssh-keys).
 */
export const minimumRsaBits = 2048;
const ed25519Bytes = 32;

/**
 * Reads `<algorithm> <base64> [comment]`, the format of RFC 4253 section 6.6 that OpenSSH stores. Undefined where the text is
 * anything else, a private key included, or where the base64 part does not hold a key of the algorithm named before it: a line that was cut
 * or edited by hand still looks like a key, and Azure would only say that it is invalid.
 */
export function parseSshPublicKey(text: string): SshPublicKey | undefined {
  const line = text.trim();
  const [algorithm, encoded] = line.split(/[ \t]+/);
  const [name, ...fields] = /[\r\n]/.test(line) ? [] : readFields(decode(encoded));
  if (name?.toString("latin1") !== algorithm) {
    return undefined;
  }
  switch (algorithm) {
    case "ssh-rsa":
      // The exponent and the modulus.
      return fields.length === 2 ? { algorithm, bits: bitLength(fields[1]) } : undefined;
    case "ssh-ed25519":
      return fields.length === 1 && fields[0].length === ed25519Bytes ? { algorithm, bits: ed25519Bytes * 8 } : undefined;
    default:
      return { algorithm, bits: undefined };
  }
}

/** The bytes of a text in base64, padded or not; none where it is not base64, which Node's own decoder would pass over. */
function decode(encoded: string = ""): Buffer {
  const bytes = Buffer.from(encoded, "base64");
  const unpadded = bytes.toString("base64").replace(/=+$/, "");
  return encoded.replace(/={1,2}$/, "") === unpadded ? bytes : Buffer.alloc(0);
}

/** The fields of an SSH message, each after its length in four bytes; none where the lengths do not add up. */
function readFields(blob: Buffer): Buffer[] {
  const fields: Buffer[] = [];
  for (let start = 0; start < blob.length;) {
    const end = start + 4 <= blob.length ? start + 4 + blob.readUInt32BE(start) : Infinity;
    if (end > blob.length) {
      return [];
    }
    fields.push(blob.subarray(start + 4, end));
    start = end;
  }
  return fields;
}

/** How many bits a positive big-endian number has; a leading zero byte only says that it is positive. */
function bitLength(number: Buffer): number {
  const first = number.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (number.length - first) * 8 - (Math.clz32(number[first]) - 24);
}
