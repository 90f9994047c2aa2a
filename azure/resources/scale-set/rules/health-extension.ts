import { limitsText, type NumberLimits } from "../../../facts/limits";
import { maximumPort } from "../../../facts/load-balancer-limits";
import {
  healthIntervalLimits,
  healthProbesLimits,
  maximumHealthSecondsOfVersion1,
  maximumHealthSecondsOfVersion2,
} from "../../../facts/scale-set-limits";
import type { View } from "../../../properties/view";
import { is, isEmpty, outside, outsideLimits } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { hasRichStates } from "./health";
import { healthExtensions, isKnown } from "./model";
import { healthExtensionPage } from "./sources";

const extensionSchema = "https://github.com/Azure/applicationhealth-extension-linux/blob/master/main/schema.go";

/** A failing extension fails the deployment, under the code that every extension has. */
const code = "VMExtensionProvisioningError";

/** Seconds. */
const gracePeriodLimits: NumberLimits = { minimum: 5, maximum: 14_400 };

const settingTypes: Record<string, "string" | "number" | "object"> = {
  protocol: "string",
  port: "number",
  requestPath: "string",
  intervalInSeconds: "number",
  numberOfProbes: "number",
  gracePeriod: "number",
  vmWatchSettings: "object",
};

/** The settings of the application health extension, which azure-native passes on as they are. */
export const healthExtensionRules: Rule[] = [
  {
    id: "R69-protocol",
    title: "The health extension is told how to ask: over http, https or tcp",
    code,
    codeIsAssumed: true,
    grade: "source",
    source: extensionSchema,
    severity: "error",
    allowed: "http, https or tcp",
    *check(scaleSet) {
      for (const { settings, extension } of healthSettings(scaleSet)) {
        const protocol = settings.at("protocol");
        const ignoresCase = is(extension.at("type"), "ApplicationHealthWindows");
        const text = ignoresCase ? protocol.text()?.toLowerCase() : protocol.text();
        if (protocol.absent || (text !== undefined && !["http", "https", "tcp"].includes(text))) {
          yield {
            at: protocol,
            because: protocol.absent ? "without it the extension asks nothing and calls every instance healthy" : undefined,
          };
        }
      }
    },
  },
  {
    id: "R69-port",
    title: "The health extension needs a port to connect to over tcp",
    code,
    codeIsAssumed: true,
    grade: "documented",
    source: healthExtensionPage,
    severity: "error",
    allowed: `1 to ${maximumPort}`,
    *check(scaleSet) {
      for (const { settings } of healthSettings(scaleSet)) {
        const port = settings.at("port");
        if (outside(port, 1, maximumPort) || (port.absent && is(settings.at("protocol"), "tcp"))) {
          yield port;
        }
      }
    },
  },
  {
    id: "R69-path",
    title: "The health extension asks for a path over http and https",
    code,
    codeIsAssumed: true,
    grade: "documented",
    source: healthExtensionPage,
    severity: "error",
    allowed: "the path to ask for, such as /healthz",
    *check(scaleSet) {
      for (const { settings } of healthSettings(scaleSet)) {
        if (/^https?$/i.test(settings.text("protocol") ?? "") && isEmpty(settings.at("requestPath"))) {
          yield settings.at("requestPath");
        }
      }
    },
  },
  {
    id: "R69-path-over-tcp",
    title: "The health extension has no path over tcp",
    code,
    codeIsAssumed: true,
    grade: "documented",
    source: healthExtensionPage,
    severity: "error",
    allowed: "nothing, as protocol is tcp",
    *check(scaleSet) {
      for (const { settings } of healthSettings(scaleSet)) {
        if (is(settings.at("protocol"), "tcp") && settings.text("requestPath")) {
          yield settings.at("requestPath");
        }
      }
    },
  },
  {
    id: "R69-settings",
    title: "The health extension takes the settings that it knows and no others",
    code,
    codeIsAssumed: true,
    grade: "source",
    source: extensionSchema,
    severity: "error",
    allowed: Object.keys(settingTypes).join(", "),
    *check(scaleSet) {
      for (const { settings } of healthSettings(scaleSet)) {
        for (const [name, place] of settings.entries()) {
          const type = Object.hasOwn(settingTypes, name) ? settingTypes[name] : undefined;
          if (type === undefined) {
            yield { at: place, allowed: `no such setting; the settings are ${Object.keys(settingTypes).join(", ")}` };
          } else if (isKnown(place) && typeof place.value !== type) {
            yield { at: place, allowed: type === "string" ? "a text" : type === "number" ? "a number" : "an object" };
          }
        }
      }
    },
  },
  {
    id: "R70-interval",
    title: "The health extension asks every 5 to 60 seconds",
    code,
    codeIsAssumed: true,
    grade: "documented",
    source: healthExtensionPage,
    severity: "error",
    allowed: `${limitsText(healthIntervalLimits)} seconds`,
    *check(scaleSet) {
      yield* settingsOutside(scaleSet, "intervalInSeconds", healthIntervalLimits);
    },
  },
  {
    id: "R70-probes",
    title: "The health extension changes its mind after 1 to 24 equal answers",
    code,
    codeIsAssumed: true,
    grade: "documented",
    source: healthExtensionPage,
    severity: "error",
    allowed: limitsText(healthProbesLimits),
    *check(scaleSet) {
      yield* settingsOutside(scaleSet, "numberOfProbes", healthProbesLimits);
    },
  },
  {
    id: "R70-grace-period",
    title: "The health extension gives an instance 5 seconds to 4 hours to come up, in version 2 only",
    code,
    codeIsAssumed: true,
    grade: "source",
    source: extensionSchema,
    severity: "error",
    allowed: `${limitsText(gracePeriodLimits)} seconds`,
    *check(scaleSet) {
      yield* settingsOutside(scaleSet, "gracePeriod", gracePeriodLimits);
      for (const { settings, extension } of healthSettings(scaleSet)) {
        if (extension.text("typeHandlerVersion") !== undefined && !hasRichStates(extension) && isKnown(settings.at("gracePeriod"))) {
          yield {
            at: settings.at("gracePeriod"),
            allowed: `nothing, or typeHandlerVersion "2.0"`,
            because: "version 1 of the extension has no such setting",
          };
        }
      }
    },
  },
  {
    id: "R70-total",
    title: "The health extension makes up its mind within 120 seconds in version 1, and within 240 in version 2",
    code,
    codeIsAssumed: true,
    grade: "source",
    source: "https://github.com/Azure/applicationhealth-extension-linux/blob/v1.0.7/main/handlersettings.go",
    severity: "error",
    allowed: "a number that makes intervalInSeconds times numberOfProbes smaller",
    *check(scaleSet) {
      for (const { settings, extension } of healthSettings(scaleSet)) {
        const [interval, probes] = [settings.at("intervalInSeconds"), settings.at("numberOfProbes")];
        const most = maximumHealthSeconds(extension);
        if (
          !interval.unknown &&
          (interval.number() ?? 5) * (probes.number() ?? 1) > most &&
          !outsideLimits(interval, healthIntervalLimits) &&
          !outsideLimits(probes, healthProbesLimits)
        ) {
          yield {
            at: probes,
            allowed: `a number that makes intervalInSeconds times numberOfProbes at most ${most}`,
            because: `${interval.number() ?? 5} seconds times ${probes.number()} is more`,
          };
        }
      }
    },
  },
];

function healthSettings(scaleSet: View): { settings: View; extension: View }[] {
  return healthExtensions(scaleSet).map((extension) => ({ settings: extension.at("settings"), extension }));
}

/** What version 1 for Windows takes was not found, so it is held to the higher number. */
function maximumHealthSeconds(extension: View): number {
  const isVersion1 = /^1\./.test(extension.text("typeHandlerVersion") ?? "") && is(extension.at("type"), "ApplicationHealthLinux");
  return isVersion1 ? maximumHealthSecondsOfVersion1 : maximumHealthSecondsOfVersion2;
}

function settingsOutside(scaleSet: View, name: string, limits: NumberLimits): View[] {
  return healthSettings(scaleSet)
    .map(({ settings }) => settings.at(name))
    .filter((setting) => outsideLimits(setting, limits));
}
