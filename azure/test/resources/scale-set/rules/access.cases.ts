import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { ecdsaKey, ed25519Key, mislabelledKey, rsaKey } from "./ssh-keys";

const osProfile = "virtualMachineProfile.osProfile";
const linux = `${osProfile}.linuxConfiguration`;
const keyData = `${linux}.ssh.publicKeys[0].keyData`;
const keyPath = `${linux}.ssh.publicKeys[0].path`;
const password = `${osProfile}.adminPassword`;
const customData = `${osProfile}.customData`;
const userData = "virtualMachineProfile.userData";
const licenseType = "virtualMachineProfile.licenseType";

const withPasswords = set(`${linux}.disablePasswordAuthentication`, false);
const withPassword = (text: string) => edits(withPasswords, set(password, text));
const bytes = (count: number) => Buffer.alloc(count, "#").toString("base64");

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
  {
    rule: "R65",
    refused: [
      { name: "a script that is not encoded", change: edits(set(customData, "#!/bin/sh"), remove(userData)), at: customData },
      { name: "65536 bytes", change: edits(set(customData, bytes(65_536)), remove(userData)), at: customData },
    ],
    accepted: [{ name: "65535 bytes", change: edits(set(customData, bytes(65_535)), remove(userData)) }],
  },
  {
    rule: "R66",
    refused: [
      { name: "a script that is not encoded", change: set(userData, "#!/bin/sh"), at: userData },
      { name: "65537 bytes", change: set(userData, bytes(65_537)), at: userData },
    ],
    accepted: [
      { name: "65536 bytes", change: set(userData, bytes(65_536)) },
      { name: "an empty text, which deletes it", change: set(userData, "") },
      { name: "base64 with line breaks", change: set(userData, "I2Nsb3Vk\nLWNvbmZpZw==\n") },
    ],
  },
  {
    rule: "R67",
    refused: [
      { name: "Other, which the portal shows for none", change: set(licenseType, "Other"), at: licenseType },
      { name: "a known type in lower case", change: set(licenseType, "rhel_byos"), at: licenseType },
      { name: "an empty text", change: set(licenseType, ""), at: licenseType },
    ],
    accepted: [
      { name: "RHEL_BYOS", change: set(licenseType, "RHEL_BYOS") },
      { name: "None", change: set(licenseType, "None") },
    ],
  },
  {
    rule: "T17",
    refused: [{ name: "custom data and user data", change: set(customData, bytes(10)), at: userData }],
    accepted: [
      { name: "user data alone", change: nothing },
      { name: "empty custom data", change: set(customData, "") },
    ],
  },
];
