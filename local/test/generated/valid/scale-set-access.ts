import * as fc from "fast-check";
import type { Properties } from "../../../../azure/properties/value";
import { edits, remove, set } from "../../../../azure/test/rules/edits";
import { imageId } from "../../../../azure/test/rules/valid/scale-set";
import { ed25519Key, rsaKey } from "../../../../azure/test/support/ssh-keys";
import { textOf } from "../texts";
import { alternatives } from "../variation";

const osProfile = "virtualMachineProfile.osProfile";
const linux = `${osProfile}.linuxConfiguration`;

const userName = textOf("bcxyz_", "bcxyz019_.-", "bcxyz019", 4, 20);
const prefix = textOf("bcxyz", "bcxyz019-", "bcxyz019", 2, 9);
const password = fc.constantFrom("Correct-horse-9", "aB3xyz-and-more", `aB3-${"x".repeat(68)}`);
const key = fc.constantFrom(ed25519Key(), `${ed25519Key()}\r\n`, rsaKey(2048), rsaKey(4096));

const certificateUrl = "https://vault.vault.azure.net/secrets/web/1";
const windows = fc.constantFrom<Properties>(
  {},
  { timeZone: "UTC" },
  { timeZone: "W. Europe Standard Time", provisionVMAgent: true },
  { enableAutomaticUpdates: true, patchSettings: { patchMode: "AutomaticByOS" } },
  { enableAutomaticUpdates: false, patchSettings: { patchMode: "Manual" } },
  { winRM: { listeners: [{ protocol: "Http" }, { protocol: "Https", certificateUrl }] } },
);

function keysFor(name: string, keys: readonly string[]) {
  return keys.map((keyData) => ({ path: `/home/${name}/.ssh/authorized_keys`, keyData }));
}

/** Who logs in, and with what: another user, several keys, a password, or the administrator of Windows instances. */
export const access = alternatives("access", {
  "another administrator": fc
    .tuple(userName, fc.array(key, { minLength: 1, maxLength: 3 }))
    .map(([name, keys]) => edits(set(`${osProfile}.adminUsername`, name), set(`${linux}.ssh.publicKeys`, keysFor(name, keys)))),
  "a password": password.map((text) =>
    edits(set(`${linux}.disablePasswordAuthentication`, false), set(`${osProfile}.adminPassword`, text), remove(`${linux}.ssh`)),
  ),
  "Windows instances": fc.tuple(userName, prefix, password, windows).map(([name, hostName, text, windowsConfiguration]) =>
    edits(
      // An image of the marketplace may be one of Linux.
      set("virtualMachineProfile.storageProfile.imageReference", { id: imageId }),
      remove("plan"),
      remove(linux),
      set(osProfile, {
        computerNamePrefix: hostName,
        adminUsername: name,
        adminPassword: text,
        windowsConfiguration,
      }),
    ),
  ),
  "another host name": textOf("bcxyz", "bcxyz019-", "bcxyz019", 1, 58).map((name) => set(`${osProfile}.computerNamePrefix`, name)),
});
