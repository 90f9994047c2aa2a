/**
 * Names of administrators that Azure refuses as the first to be guessed: the description of `adminUsername` in
 * https://learn.microsoft.com/rest/api/compute/virtual-machine-scale-sets/create-or-update.
 */
export const reservedUserNames: ReadonlySet<string> = new Set([
  ...["administrator", "admin", "user", "user1", "test", "user2", "test1", "user3", "admin1", "1", "123", "a", "actuser", "adm"],
  ...["admin2", "aspnet", "backup", "console", "david", "guest", "john", "owner", "root", "server", "sql", "support"],
  ...["support_388945a0", "sys", "test2", "test3", "user4", "user5"],
]);

/** What Azure asks of the names of one kind of resource. */
export interface Naming {
  readonly allowed: string;
  fits(name: string): boolean;
}

/** Source: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules. */
export const resourceGroupNames: Naming = {
  allowed: "1 to 90 letters, digits, underscores, parentheses, hyphens and periods, not ending with a period",
  fits: (name) => name.length <= 90 && /^[\p{L}\p{N}_().-]*[\p{L}\p{N}_()-]$/u.test(name),
};

/** Names of Microsoft.Insights' resources, which leave out a few characters each (same page). */
function insightsNames(leftOut: string): Naming {
  const forbidden = new Set(leftOut);
  return {
    allowed: `1 to 260 characters without ${[...leftOut].join(" ")}, not ending with a blank or a period`,
    fits: (name) =>
      name.length >= 1 &&
      name.length <= 260 &&
      ![...name].some((character) => forbidden.has(character) || /\p{Cc}/u.test(character)) &&
      !/[ .]$/.test(name),
  };
}

export const autoscaleSettingNames = insightsNames(":<>%&#\\?/");
export const metricAlertNames = insightsNames("*#&+:<>?@%{}\\/");
export const actionGroupNames = insightsNames(":<>+/&%\\?");
