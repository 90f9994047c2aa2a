import { maximumProbes } from "../../../azure/facts/load-balancer-limits";
import { healthIntervalLimits, healthProbesLimits, maximumHealthSecondsOfVersion1 } from "../../../azure/facts/scale-set-limits";
import type { SettingKey, Values } from "../declarations";
import type { Problems } from "../problems";

/** The two health paths, and how often they are asked for. */
export function checkHealth(values: Values, problems: Problems, warnings: string[]): void {
  for (const key of ["readinessPath", "livenessPath"] satisfies SettingKey[]) {
    if (!/^\/[!-~]*$/.test(values[key])) {
      problems.add(
        key,
        values[key],
        "a path that begins with a slash, without spaces",
        "write the path alone, such as /healthz, not the whole URL",
      );
    }
  }
  const { livenessIntervalInSeconds: interval, livenessNumberOfProbes: probes } = values;
  // A number that is too high alone is reported already.
  const each = interval <= healthIntervalLimits.maximum && probes <= healthProbesLimits.maximum;
  if (each && interval * probes > maximumHealthSecondsOfVersion1) {
    problems.add(
      "livenessNumberOfProbes",
      probes,
      `at most ${Math.floor(maximumHealthSecondsOfVersion1 / interval)} with livenessIntervalInSeconds ${interval}: together ${maximumHealthSecondsOfVersion1} seconds`,
      "lower one of the two",
    );
  }
  const { readinessIntervalInSeconds, readinessThreshold } = values;
  if (readinessThreshold > maximumProbes(readinessIntervalInSeconds)) {
    problems.add(
      "readinessThreshold",
      readinessThreshold,
      `at most ${maximumProbes(readinessIntervalInSeconds)} with readinessIntervalInSeconds ${readinessIntervalInSeconds}`,
      "lower one of the two",
    );
  }
  if (values.readinessPath === values.livenessPath) {
    warnings.push(
      `readinessPath and livenessPath are both ${values.readinessPath}: an instance that turns traffic away for a while, to finish its work or to start, is then repaired for it.`,
    );
  }
}

export function checkEmails({ notificationEmails }: Values, problems: Problems): void {
  notificationEmails.forEach((email, index) => {
    if (!/^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(email)) {
      problems.addItem(
        "notificationEmails",
        index,
        email,
        "an e-mail address, such as operations@example.com",
        "write one address in each item",
      );
    } else if (notificationEmails.indexOf(email) < index) {
      problems.addItem("notificationEmails", index, email, "each address once", "take it away here");
    }
  });
}
