/** An SSH public key as OpenSSH writes it on one line. */
export interface SshPublicKey {
  /** The algorithm's name in the SSH protocol, such as `ssh-rsa` or `ssh-ed25519`. */
  readonly algorithm: string;
  /** The length of the modulus (RSA) or of the key (Ed25519); undefined for other algorithms. */
  readonly bits: number | undefined;
}

/**
 * Reads `<algorithm> <base64> [comment]`, the format of RFC 4253 section 6.6 that OpenSSH stores. Undefined where the text is
 * anything else, a private key included, or where the base64 part does not hold a key of the algorithm named before it.
 */
export function parseSshPublicKey(text: string): SshPublicKey | undefined {
  const line = text.trim();
  const [algorithm, encoded] = line.split(/[ \t]+/);
  if (/[\r\n]/.test(line) || encoded === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) {
    return undefined;
  }
  const [name, ...fields] = readFields(Buffer.from(encoded, "base64"));
  if (name?.toString("latin1") !== algorithm) {
    return undefined;
  }
  switch (algorithm) {
    case "ssh-rsa":
      // The exponent and the modulus.
      return fields.length === 2 ? { algorithm, bits: bitLength(fields[1]) } : undefined;
    case "ssh-ed25519":
      return fields.length === 1 && fields[0].length === 32 ? { algorithm, bits: 256 } : undefined;
    default:
      return { algorithm, bits: undefined };
  }
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
