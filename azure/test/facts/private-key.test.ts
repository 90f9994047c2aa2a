import { holdsPrivateKey } from "../../facts/private-key";
import { ed25519Key } from "../support/ssh-keys";

it.each([
  ["PEM", "-----BEGIN RSA PRIVATE KEY-----\nMIIE"],
  ["PuTTY's format", "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none"],
  ["OpenSSH's format without its first line", "b3BlbnNzaC1rZXktdjEAAAAABG5vbmU="],
])("a private key is known in %s", (_, text) => {
  expect(holdsPrivateKey(text)).toBe(true);
});

it("a public key is none", () => {
  expect(holdsPrivateKey(ed25519Key())).toBe(false);
});
