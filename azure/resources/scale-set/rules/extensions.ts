import { limitsText } from "../../../facts/limits";
import { terminateNotificationLimits } from "../../../facts/scale-set-limits";
import { durationOutside } from "../../../rules/duration";
import { repeated } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { extensions, healthExtensions, isKnown, isSpot } from "./model";
import { azurermScaleSet, errorMessages, healthExtensionPage, restApi, terminateNotificationPage } from "./sources";

const profile = "virtualMachineProfile";
const terminate = `${profile}.scheduledEventsProfile.terminateNotificationProfile`;

/** The extensions that Azure installs, and the events that it tells an instance of. */
export const extensionRules: Rule[] = [
  {
    id: "R240",
    title: "The name of an extension can be a segment of its id",
    code: "InvalidResourceName",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/17941",
    severity: "error",
    allowed: "a name without slashes and control characters",
    *check(scaleSet) {
      yield* extensions(scaleSet)
        .map((extension) => extension.at("name"))
        .filter((name) => /[/\p{Cc}]/u.test(name.text() ?? ""));
    },
  },
  {
    id: "R68",
    title: "An extension names its publisher, type and version",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "a value",
    *check(scaleSet) {
      for (const extension of extensions(scaleSet).filter(({ unknown }) => !unknown)) {
        yield* ["publisher", "type", "typeHandlerVersion"].map((name) => extension.at(name)).filter(({ absent }) => absent);
      }
    },
  },
  {
    id: "R68-once",
    title: "A scale set has one extension of a handler",
    code: "BadRequest",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "a publisher and type that no other extension has",
    *check(scaleSet) {
      const handler = (publisher?: string, type?: string) => (publisher && type ? `${publisher}.${type}`.toLowerCase() : undefined);
      yield* repeated(extensions(scaleSet), (extension) => handler(extension.text("publisher"), extension.text("type"))).map((extension) =>
        extension.at("type"),
      );
    },
  },
  {
    id: "R68-health",
    title: "The health extension has versions 1 and 2",
    code: "ArtifactVersionNotFound",
    grade: "documented",
    source: healthExtensionPage,
    severity: "error",
    allowed: `"1.0" or "2.0"`,
    *check(scaleSet) {
      for (const extension of healthExtensions(scaleSet)) {
        const version = extension.at("typeHandlerVersion");
        if (version.text() !== undefined && !/^[12]\.\d+$/.test(version.text() ?? "")) {
          yield version;
        }
      }
    },
  },
  {
    id: "R71",
    title: "All extensions together have 15 minutes to 2 hours to start",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: restApi,
    severity: "error",
    allowed: "PT15M to PT2H",
    *check(scaleSet) {
      const budget = scaleSet.at(`${profile}.extensionProfile.extensionsTimeBudget`);
      if (durationOutside(budget, { minimum: "PT15M", maximum: "PT2H" })) {
        yield budget;
      }
    },
  },
  {
    id: "R72",
    title: "Extensions are not switched off while there are any",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: restApi,
    severity: "error",
    allowed: "true or nothing, or no extensions",
    *check(scaleSet) {
      const allow = scaleSet.at(`${profile}.osProfile.allowExtensionOperations`);
      if (allow.flag() === false && extensions(scaleSet).length > 0) {
        yield allow;
      }
    },
  },
  {
    id: "R72-agent",
    title: "Extensions need the VM agent",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "source",
    source: azurermScaleSet,
    severity: "error",
    allowed: "true or nothing, or no extensions and allowExtensionOperations false",
    because: "the VM agent is what installs extensions",
    *check(scaleSet) {
      const allowed = scaleSet.flag(`${profile}.osProfile.allowExtensionOperations`) === true || extensions(scaleSet).length > 0;
      for (const system of ["linuxConfiguration", "windowsConfiguration"]) {
        const agent = scaleSet.at(`${profile}.osProfile.${system}.provisionVMAgent`);
        if (agent.flag() === false && allowed) {
          yield agent;
        }
      }
    },
  },
  {
    id: "R73",
    title: "An extension's protected settings come from the program or from a key vault",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: restApi,
    severity: "error",
    allowed: "nothing, as there are protectedSettings",
    *check(scaleSet) {
      yield* extensions(scaleSet)
        .filter((extension) => ["protectedSettings", "protectedSettingsFromKeyVault"].every((name) => isKnown(extension.at(name))))
        .map((extension) => extension.at("protectedSettingsFromKeyVault"));
    },
  },
  {
    id: "R74",
    title: "A terminate notification waits 5 to 15 minutes",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: terminateNotificationPage,
    severity: "error",
    allowed: limitsText(terminateNotificationLimits),
    *check(scaleSet) {
      const timeout = scaleSet.at(`${terminate}.notBeforeTimeout`);
      if (durationOutside(timeout, terminateNotificationLimits)) {
        yield timeout;
      }
    },
  },
  {
    id: "R74-spot",
    title: "Spot instances get no terminate notification",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: terminateNotificationPage,
    severity: "error",
    allowed: "false or nothing, as priority is Spot",
    *check(scaleSet) {
      if (scaleSet.flag(`${terminate}.enable`) === true && isSpot(scaleSet)) {
        yield scaleSet.at(`${terminate}.enable`);
      }
    },
  },
  {
    id: "R75",
    title: "An OS image notification waits 15 minutes",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: restApi,
    severity: "error",
    allowed: "PT15M",
    *check(scaleSet) {
      const timeout = scaleSet.at(`${profile}.scheduledEventsProfile.osImageNotificationProfile.notBeforeTimeout`);
      if (durationOutside(timeout, { minimum: "PT15M", maximum: "PT15M" })) {
        yield timeout;
      }
    },
  },
  {
    id: "T24",
    title: "A terminate notification that nobody answers delays every deletion",
    code: "Warning",
    grade: "documented",
    source: terminateNotificationPage,
    severity: "warning",
    allowed: "false, or an instance that asks for scheduled events and approves them",
    because:
      "a marketplace image without custom data, user data or other extensions approves nothing, so every scale-in and repair waits for the whole time",
    *check(scaleSet) {
      const answers = [`${profile}.osProfile.customData`, `${profile}.userData`, `${profile}.applicationProfile`].some((name) =>
        scaleSet.has(name),
      );
      const others =
        scaleSet.at(`${profile}.extensionProfile.extensions`).unknown || extensions(scaleSet).length > healthExtensions(scaleSet).length;
      const isMarketplace = isKnown(scaleSet.at(`${profile}.storageProfile.imageReference.publisher`));
      if (scaleSet.flag(`${terminate}.enable`) === true && isMarketplace && !answers && !others) {
        yield scaleSet.at(`${terminate}.enable`);
      }
    },
  },
];
