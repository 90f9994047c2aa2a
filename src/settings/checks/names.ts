import { reservedUserNames, resourceGroupNames } from "../../../azure/facts/names";
import type { Values } from "../declarations";
import type { Problems } from "../problems";

/** The accounts that a fresh Debian has, whose names the VM agent cannot give to an administrator. */
const accountsOfDebian = new Set([
  ...["daemon", "bin", "sync", "games", "man", "lp", "mail", "news", "uucp", "proxy", "www-data", "list", "irc", "nobody"],
  ...["messagebus", "sshd", "systemd-network", "systemd-resolve", "systemd-timesync"],
]);

/**
 * The tier's own name. It begins every other name, of which the host names are the shortest (15 characters for the prefix) and the DNS
 * name the strictest: lower-case letters, digits and hyphens, with a letter first.
 */
export function checkName({ name }: Values, problems: Problems): void {
  if (!/^[a-z]([a-z0-9-]{0,13}[a-z0-9])?$/.test(name)) {
    problems.add(
      "name",
      name,
      "1 to 15 lower-case letters, digits and hyphens, a letter first and no hyphen last",
      "choose a name that is also good as the beginning of a host name, such as web",
    );
  }
}

export function checkResourceGroupName({ resourceGroupName }: Values, problems: Problems): void {
  if (resourceGroupName !== "" && !resourceGroupNames.fits(resourceGroupName)) {
    problems.add(
      "resourceGroupName",
      resourceGroupName,
      resourceGroupNames.allowed,
      "give the name of an existing resource group, not its id; or leave it empty and one is created",
    );
  }
}

export function checkAdminUsername({ adminUsername }: Values, problems: Problems): void {
  if (reservedUserNames.has(adminUsername) || accountsOfDebian.has(adminUsername)) {
    problems.add("adminUsername", adminUsername, "a name that neither Azure nor Debian reserves", "choose another, such as adminuser");
  } else if (!/^[a-z_][a-z0-9_-]{0,31}$/.test(adminUsername)) {
    problems.add(
      "adminUsername",
      adminUsername,
      "1 to 32 lower-case letters, digits, hyphens and underscores, a letter or an underscore first",
      "choose a name that Linux takes, such as adminuser",
    );
  }
}
