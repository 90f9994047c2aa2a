/** SSH public keys for tests: well-formed, and of no use, as nobody has the other half. */

/** An RSA key whose modulus has so many bits. */
export function rsaKey(bits: number): string {
  const modulus = Buffer.alloc(Math.ceil(bits / 8) + 1, 0xff);
  // A zero byte in front says that the number is positive.
  modulus[0] = 0;
  modulus[1] = 0xff >> ((8 - (bits % 8)) % 8);
  return keyLine("ssh-rsa", Buffer.from([1, 0, 1]), modulus);
}

/** An Ed25519 key of so many bytes; real ones have 32. */
export function ed25519Key(bytes = 32): string {
  return keyLine("ssh-ed25519", Buffer.alloc(bytes, 7));
}

export function ecdsaKey(): string {
  return keyLine("ecdsa-sha2-nistp256", Buffer.from("nistp256"), Buffer.alloc(65, 4));
}

/** A key under one name whose content says another. */
export function mislabelledKey(): string {
  return ed25519Key().replace("ssh-ed25519", "ssh-rsa");
}

/** A key in OpenSSH's line, of any fields. */
export function keyLine(algorithm: string, ...fields: Buffer[]): string {
  const blob = Buffer.concat([Buffer.from(algorithm), ...fields].flatMap((field) => [lengthOf(field), field]));
  return `${algorithm} ${blob.toString("base64")} somebody@example.com`;
}

function lengthOf(field: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(field.length);
  return length;
}
