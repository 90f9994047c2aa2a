import { settingsNamespace, type Values } from "../declarations";
import type { ReadFile } from "../files";
import { holdsPrivateKey } from "../../../azure/facts/private-key";
import { NotShown, type Problems } from "../problems";
import { looksLikePublicKey, publicKeyFault } from "../ssh-public-key";

const allowedEntry = "an OpenSSH public key (ssh-ed25519 …, or ssh-rsa … of 2048 bits or more), or the path of a file that holds one";

/** Longest text that can be a path in a message: a line of a private key's base64 is longer, and must not be shown as a path. */
const longestPathShown = 60;

/**
 * The administrator's public keys, one line each, from the setting itself or from files. A private key, in either place, is refused
 * and not shown; keys that are wrong are left out after their problems were added.
 */
export function readPublicKeys({ sshPublicKeys }: Values, readFile: ReadFile, problems: Problems): string[] {
  if (sshPublicKeys.length === 0) {
    const fix = `ssh-keygen -t ed25519, then: pulumi config set --path '${settingsNamespace}:sshPublicKeys[0]' ~/.ssh/id_ed25519.pub`;
    problems.add("sshPublicKeys", sshPublicKeys, `at least one: ${allowedEntry}`, fix);
  }
  return sshPublicKeys.flatMap((entry, index) => readPublicKey(entry, index, readFile, problems) ?? []);
}

/** The private key beside the first public key that is given as a file, by the names that ssh-keygen gives them. */
export function identityFile({ sshPublicKeys }: Values): string | undefined {
  const file = sshPublicKeys.find((entry) => !looksLikePublicKey(entry) && entry.endsWith(".pub"));
  return file?.slice(0, -".pub".length);
}

function readPublicKey(entry: string, index: number, readFile: ReadFile, problems: Problems): string | undefined {
  const add = (given: unknown, allowed: string, fix: string) => problems.addItem("sshPublicKeys", index, given, allowed, fix);
  if (holdsPrivateKey(entry)) {
    add(
      new NotShown("a private key, not shown"),
      allowedEntry,
      "give the public key, from the .pub file beside it; the private one stays with you",
    );
    return undefined;
  }
  const isKey = looksLikePublicKey(entry);
  const text = isKey ? entry : readKeyFile(entry, readFile, add);
  if (text === undefined) {
    return undefined;
  }
  const line = text.trim();
  const given = isKey ? new NotShown(`a key of type ${line.split(/\s/)[0]}`) : entry;
  if (/[\r\n]/.test(line)) {
    add(given, "one key on one line", "give each key as an item of its own");
    return undefined;
  }
  const fault = publicKeyFault(line);
  if (fault) {
    add(given, fault.allowed, fault.fix);
    return undefined;
  }
  return line;
}

type Add = (given: unknown, allowed: string, fix: string) => void;

function readKeyFile(path: string, readFile: ReadFile, add: Add): string | undefined {
  const shown = path.length <= longestPathShown || path.endsWith(".pub") ? path : new NotShown(`${path.length} characters, not shown`);
  const result = readFile(path);
  if ("fault" in result) {
    add(shown, allowedEntry, `${result.fault}; give the whole key, or the path of its .pub file`);
    return undefined;
  }
  const text = result.bytes.toString("utf8");
  if (holdsPrivateKey(text)) {
    add(shown, "the file of a public key", "this file holds a private key; name the .pub file beside it");
    return undefined;
  }
  return text;
}
