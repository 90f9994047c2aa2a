import type { View } from "../../../properties/view";
import { holdsPrivateKey } from "../../../facts/private-key";
import { minimumRsaBits, parseSshPublicKey } from "../../../facts/ssh-public-key";
import type { Rule } from "../../../rules/rule";
import { isKnown } from "./model";
import { isWindows } from "./names";
import { azurermScaleSet, errorMessages, restApi } from "./sources";

const osProfile = "virtualMachineProfile.osProfile";
const linux = `${osProfile}.linuxConfiguration`;
const keyTypesPage = "https://learn.microsoft.com/azure/virtual-machines/linux/mac-create-ssh-keys";

const guessedPasswords = [
  "abc@123",
  "P@$$w0rd",
  "P@ssw0rd",
  "P@ssword123",
  "Pa$$word",
  "pass@word1",
  "Password!",
  "Password1",
  "Password22",
  "iloveyou!",
];
const characterClasses = [/[a-z]/, /[A-Z]/, /\d/, /[\W_]/];

/** Who can log in to the instances, and with what. */
export const accessRules: Rule[] = [
  {
    id: "R61",
    title: "Somebody can log in, with a password or with an SSH key",
    code: "InvalidParameter",
    grade: "source",
    source: azurermScaleSet,
    severity: "error",
    allowed: "at least one SSH public key",
    *check(scaleSet, region) {
      const keys = scaleSet.at(`${linux}.ssh.publicKeys`);
      const password = scaleSet.at(`${osProfile}.adminPassword`);
      const hasNoKey = keys.absent || (!keys.unknown && keys.list().length === 0);
      const disabled = scaleSet.at(`${linux}.disablePasswordAuthentication`);
      if (hasNoKey && disabled.flag() === true) {
        yield { at: keys, because: "disablePasswordAuthentication is true" };
      } else if (hasNoKey && !disabled.unknown && password.absent && isKnown(scaleSet.at(`${osProfile}.adminUsername`))) {
        const allowed = isWindows(scaleSet, region)
          ? "a password"
          : "a password, or an SSH public key in linuxConfiguration.ssh.publicKeys";
        yield { at: password, allowed };
      }
    },
  },
  {
    id: "R62",
    title: "An SSH key is a public one, RSA of at least 2048 bits or Ed25519",
    code: "InvalidParameter",
    grade: "documented",
    source: keyTypesPage,
    severity: "error",
    allowed: `the line of an OpenSSH public key file, ssh-rsa of at least ${minimumRsaBits} bits or ssh-ed25519`,
    *check(scaleSet) {
      for (const key of publicKeys(scaleSet)) {
        const because = problemOfKey(key.text("keyData"));
        if (because !== undefined) {
          yield { at: key.at("keyData"), because };
        }
      }
    },
  },
  {
    id: "R63",
    title: "SSH keys go to the administrator's own file",
    code: "InvalidParameter",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "/home/<adminUsername>/.ssh/authorized_keys",
    *check(scaleSet) {
      const username = scaleSet.text(`${osProfile}.adminUsername`);
      for (const key of publicKeys(scaleSet)) {
        const path = key.text("path");
        if (username !== undefined && path !== undefined && path !== `/home/${username}/.ssh/authorized_keys`) {
          yield { at: key.at("path"), allowed: `/home/${username}/.ssh/authorized_keys` };
        }
      }
    },
  },
  {
    id: "R64",
    title: "A password is long, mixed and not among the usual ones",
    code: "InvalidParameter",
    grade: "documented",
    source: restApi,
    severity: "error",
    allowed: "6 to 72 characters with three of: lower-case letters, upper-case letters, digits, others",
    *check(scaleSet, region) {
      const password = scaleSet.at(`${osProfile}.adminPassword`);
      const text = password.text();
      // Templates pass the SSH key as the password too where passwords are switched off; Azure does not look at it then.
      if (
        text === undefined ||
        scaleSet.at(`${linux}.disablePasswordAuthentication`).value === true ||
        scaleSet.at(`${linux}.disablePasswordAuthentication`).unknown
      ) {
        return;
      }
      const [shortest, longest] = isWindows(scaleSet, region) ? [8, 123] : [6, 72];
      const classes = characterClasses.filter((pattern) => pattern.test(text)).length;
      if (guessedPasswords.includes(text)) {
        yield { at: password, allowed: "a password that is not one of the usual ones" };
      } else if (text.length < shortest || text.length > longest || classes < 3) {
        yield {
          at: password,
          allowed: `${shortest} to ${longest} characters with three of: lower-case letters, upper-case letters, digits, others`,
        };
      }
    },
  },
];

function publicKeys(scaleSet: View): View[] {
  return scaleSet.list(`${linux}.ssh.publicKeys`);
}

function problemOfKey(text: string | undefined): string | undefined {
  if (text === undefined) {
    return undefined;
  }
  if (holdsPrivateKey(text)) {
    return "this is a private key, which must stay with its owner";
  }
  const key = parseSshPublicKey(text);
  if (key === undefined) {
    return "this is no public key in OpenSSH's format";
  }
  if (key.bits === undefined) {
    return `Azure does not take keys of the type ${key.algorithm}`;
  }
  return key.algorithm === "ssh-rsa" && key.bits < minimumRsaBits ? `this key has ${key.bits} bits` : undefined;
}
