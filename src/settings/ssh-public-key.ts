import { minimumRsaBits, parseSshPublicKey } from "../../azure/facts/ssh-public-key";

/** What is wrong with an SSH public key, in the words of a settings problem. */
export interface KeyFault {
  readonly allowed: string;
  readonly fix: string;
}

const allowed = `one line of an OpenSSH public key: ssh-ed25519, or ssh-rsa of ${minimumRsaBits} bits or more`;

/** Whether a text is meant to be a key, and not the name of a file: it starts as every OpenSSH public key does. */
export function looksLikePublicKey(text: string): boolean {
  return /^(ssh-|ecdsa-|sk-)\S*\s/.test(text.trimStart());
}

/** What is wrong with one line of an OpenSSH public key, or undefined for a key that Azure takes. */
export function publicKeyFault(line: string): KeyFault | undefined {
  if (!/^ssh-(rsa|ed25519)(\s|$)/.test(line)) {
    return { allowed, fix: `make a key of a type that Azure takes: ssh-keygen -t ed25519` };
  }
  const key = parseSshPublicKey(line);
  if (key?.bits === undefined) {
    return { allowed, fix: "copy the whole line of the .pub file again; this one is damaged" };
  }
  if (key.algorithm === "ssh-rsa" && key.bits < minimumRsaBits) {
    return { allowed, fix: `this RSA key has ${key.bits} bits; make a new one: ssh-keygen -t ed25519` };
  }
  return undefined;
}
