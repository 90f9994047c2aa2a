import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { ecdsaKey, ed25519Key, mislabelledKey, rsaKey } from "../../../support/ssh-keys";

const osProfile = "virtualMachineProfile.osProfile";
const linux = `${osProfile}.linuxConfiguration`;
const keyData = `${linux}.ssh.publicKeys[0].keyData`;
const keyPath = `${linux}.ssh.publicKeys[0].path`;
const password = `${osProfile}.adminPassword`;

const withPasswords = set(`${linux}.disablePasswordAuthentication`, false);
const withPassword = (text: string) => edits(withPasswords, set(password, text));

export const accessCases: RuleCases[] = [
  {
    rule: "R61",
    refused: [
      { name: "neither keys nor passwords", change: remove(`${linux}.ssh`), at: `${linux}.ssh.publicKeys` },
      { name: "an empty list of keys", change: set(`${linux}.ssh.publicKeys`, []), at: `${linux}.ssh.publicKeys` },
      { name: "passwords without a password", change: edits(withPasswords, remove(`${linux}.ssh`)), at: password },
    ],
    accepted: [
      { name: "a key", change: nothing },
      { name: "a password", change: edits(withPassword("Correct-horse-9"), remove(`${linux}.ssh`)) },
      { name: "a password that is not known yet", change: edits(withPasswords, unknown(password), remove(`${linux}.ssh`)) },
      { name: "keys that are not known yet", change: unknown(`${linux}.ssh.publicKeys`) },
    ],
  },
  {
    rule: "R62",
    refused: [
      { name: "RSA of 2047 bits", change: set(keyData, rsaKey(2047)), at: keyData },
      { name: "RSA of 1024 bits", change: set(keyData, rsaKey(1024)), at: keyData },
      { name: "ECDSA", change: set(keyData, ecdsaKey()), at: keyData },
      { name: "Ed25519 that is cut short", change: set(keyData, ed25519Key(31)), at: keyData },
      { name: "a key under the wrong name", change: set(keyData, mislabelledKey()), at: keyData },
      {
        name: "a private key",
        change: set(keyData, "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n-----END OPENSSH PRIVATE KEY-----"),
        at: keyData,
      },
      { name: "two keys in one text", change: set(keyData, `${ed25519Key()}\n${ed25519Key()}`), at: keyData },
      { name: "the name of a file", change: set(keyData, "~/.ssh/id_ed25519.pub"), at: keyData },
    ],
    accepted: [
      { name: "RSA of 2048 bits", change: set(keyData, rsaKey(2048)) },
      { name: "RSA of 4096 bits", change: set(keyData, rsaKey(4096)) },
      { name: "Ed25519 with the end of its line", change: set(keyData, `${ed25519Key()}\r\n`) },
    ],
  },
  {
    rule: "R63",
    refused: [
      { name: "the file of another user", change: set(keyPath, "/home/operator/.ssh/authorized_keys"), at: keyPath },
      { name: "another file", change: set(keyPath, "/home/azureuser/.ssh/authorized_keys2"), at: keyPath },
    ],
    accepted: [
      { name: "the administrator's file", change: nothing },
      { name: "an administrator who is not known yet", change: unknown(`${osProfile}.adminUsername`) },
    ],
  },
  {
    rule: "R64",
    refused: [
      { name: "5 characters", change: withPassword("aB3-x"), at: password },
      { name: "73 characters", change: withPassword(`aB3-${"x".repeat(69)}`), at: password },
      { name: "two kinds of characters", change: withPassword("correcthorse9"), at: password },
      { name: "one of the usual ones", change: withPassword("P@ssw0rd"), at: password },
    ],
    accepted: [
      { name: "6 characters of three kinds", change: withPassword("aB3xyz") },
      { name: "72 characters", change: withPassword(`aB3-${"x".repeat(68)}`) },
      { name: "anything where passwords are switched off", change: set(password, ed25519Key()) },
    ],
  },
];
