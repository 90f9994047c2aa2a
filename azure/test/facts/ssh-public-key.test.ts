import { generateKeyPairSync } from "node:crypto";
import { parseSshPublicKey } from "../../facts/ssh-public-key";
import { ecdsaKey, ed25519Key, keyLine, mislabelledKey, rsaKey } from "../support/ssh-keys";

describe("an SSH public key", () => {
  it.each([1023, 1024, 2047, 2048, 3072, 4096])("of RSA is read with its %i bits", (bits) => {
    expect(parseSshPublicKey(rsaKey(bits))).toEqual({ algorithm: "ssh-rsa", bits });
  });

  it("that was really generated is read with the bits it was made with", () => {
    const { e, n } = generateKeyPairSync("rsa", { modulusLength: 1024 }).publicKey.export({ format: "jwk" });
    const fields = [
      Buffer.from("ssh-rsa"),
      Buffer.from(e ?? "", "base64url"),
      Buffer.concat([Buffer.alloc(1), Buffer.from(n ?? "", "base64url")]),
    ];
    const blob = Buffer.concat(fields.flatMap((field) => [Buffer.from([0, 0, field.length >> 8, field.length & 0xff]), field]));
    expect(parseSshPublicKey(`ssh-rsa ${blob.toString("base64")}`)).toEqual({ algorithm: "ssh-rsa", bits: 1024 });
  });

  it("of Ed25519 has 256 bits, with a comment, without one, and at the end of a file", () => {
    const [algorithm, blob] = ed25519Key().split(" ");
    for (const text of [ed25519Key(), `${algorithm} ${blob}`, `${algorithm} ${blob}\n`, `${algorithm}\t${blob} a comment of words`]) {
      expect(parseSshPublicKey(text)).toEqual({ algorithm: "ssh-ed25519", bits: 256 });
    }
  });

  it("of another algorithm is read by its name alone", () => {
    expect(parseSshPublicKey(ecdsaKey())).toEqual({ algorithm: "ecdsa-sha2-nistp256", bits: undefined });
  });

  it.each([
    ["nothing", ""],
    ["a name alone", "ssh-rsa"],
    ["a key whose content is of another algorithm", mislabelledKey()],
    ["an Ed25519 key of the wrong length", ed25519Key(33)],
    ["a key that is cut off", ed25519Key().slice(0, 40)],
    ["text that is no base64", "ssh-rsa not*base64"],
    ["base64 with more padding than there can be", ed25519Key().replace(" somebody", "=== somebody")],
    ["base64 with a blank in it", ed25519Key().replace("BwcHBw", "Bwc HBw")],
    ["a field too many", keyLine("ssh-ed25519", Buffer.alloc(32, 1), Buffer.from([1, 0, 1]))],
    ["a field too few", keyLine("ssh-rsa", Buffer.from([1, 0, 1]))],
    ["a length beyond the end", `ssh-rsa ${Buffer.from([255, 255, 255, 255, 1]).toString("base64")}`],
    ["two lines", `${ed25519Key()}\n${ed25519Key()}`],
    ["options before the key", `no-pty ${ed25519Key()}`],
    ["a private key", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE=\n-----END OPENSSH PRIVATE KEY-----"],
  ])("is not %s", (_, text) => {
    expect(parseSshPublicKey(text)).toBeUndefined();
  });
});
