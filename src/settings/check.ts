import { peakInstanceCount } from "../rolling-upgrade";
import { highestMaximum } from "../schedules";
import type { WebTierArgs } from "../web-tier";
import { warnOfBaseline } from "./checks/credits";
import { checkEmails, checkHealth } from "./checks/health";
import { checkCapacity, checkPrediction, checkThresholds, mostInstances, usualCapacity, usualCapacityPaths } from "./checks/instances";
import { checkLocation } from "./checks/location";
import { checkImage, checkSize, checkZones } from "./checks/machine";
import { checkAdminUsername, checkName, checkResourceGroupName } from "./checks/names";
import { checkAddresses, checkPorts } from "./checks/network";
import { checkRanges } from "./checks/ranges";
import { readSchedules } from "./checks/schedules";
import { checkIdentity, readSecurityType } from "./checks/security";
import { identityFile, readPublicKeys } from "./checks/ssh-public-keys";
import { checkTags } from "./checks/tags";
import { checkMarketplaceUserData, readUserData, warnOfUpgradesInPlace } from "./checks/user-data";
import { tierSettings } from "./declarations";
import type { ReadFile } from "./files";
import { Problems, type Problem } from "./problems";
import { tierArgs } from "./tier-args";
import { readValues, type Configuration } from "./values";

/** What the settings come to: all that is wrong with them, or else the tier that they describe. */
export type CheckedSettings =
  | { readonly problems: readonly Problem[] }
  | { readonly problems: readonly []; readonly name: string; readonly args: WebTierArgs; readonly warnings: readonly string[] };

/**
 * Checks all settings, alone and together, before anything of the tier is declared.
 *
 * @param configuration The stack's whole configuration, other namespaces included.
 */
export function checkSettings(configuration: Configuration, readFile: ReadFile): CheckedSettings {
  const problems = new Problems();
  const warnings: string[] = [];
  const values = readValues(tierSettings, configuration, problems);

  checkLocation(values, configuration["azure-native:location"], problems);
  checkName(values, problems);
  checkResourceGroupName(values, problems);
  checkTags(values, problems);
  checkRanges(values, problems);

  const capacity = usualCapacity(values);
  const most = mostInstances(values.imageId);
  checkCapacity(capacity, usualCapacityPaths, most, problems);
  const schedules = readSchedules(values, most, problems);
  checkThresholds(values, schedules, problems);
  checkPrediction(values, schedules, problems);
  warnOfBaseline(values, schedules, warnings);

  const maximum = highestMaximum(capacity, schedules);
  const peakInstances = peakInstanceCount({ maximum, default: capacity.default, maxSurge: values.maxSurge });
  checkAddresses(values, peakInstances, problems);
  checkPorts(values, peakInstances, problems);

  checkImage(values, problems);
  checkSize(values, problems, warnings);
  const securityType = readSecurityType(values, problems);
  checkIdentity(values, problems);
  checkZones(values, problems);
  checkAdminUsername(values, problems);
  const sshPublicKeys = readPublicKeys(values, readFile, problems);
  checkMarketplaceUserData(values, problems);
  const userData = readUserData(values, readFile, problems);
  warnOfUpgradesInPlace(values, userData, warnings);
  checkHealth(values, problems, warnings);
  checkEmails(values, problems);

  if (problems.all.length > 0) {
    return { problems: problems.all };
  }
  const args = tierArgs(values, { schedules, sshPublicKeys, sshIdentityFile: identityFile(values), userData, securityType });
  return { problems: [], name: values.name, args, warnings };
}
