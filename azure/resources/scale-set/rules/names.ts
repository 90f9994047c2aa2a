import { reservedUserNames } from "../../../facts/names";
import type { View } from "../../../properties/view";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";
import { isKnown } from "./model";
import { systemOf } from "./operating-system";
import { errorMessages, restApi } from "./sources";

const osProfile = "virtualMachineProfile.osProfile";

/** The names of the scale set, of its instances and of their administrator. */
export const nameRules: Rule[] = [
  {
    id: "R58",
    title: "A host name prefix leaves room for the instance's number and has the characters of a host name",
    code: "InvalidParameter",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "1 to 58 letters, digits, hyphens and periods, not ending with a period",
    *check(scaleSet) {
      const prefix = scaleSet.at(`${osProfile}.computerNamePrefix`);
      const text = prefix.text();
      if (
        text !== undefined &&
        (text.length < 1 || text.length > 58 || text.endsWith(".") || /[\\/"[\]:|<>+=;,?*@&~!#$%^()_{}'\s\p{Cc}]/u.test(text))
      ) {
        yield prefix;
      }
    },
  },
  {
    id: "R58-windows",
    title: "A host name prefix of Windows instances has at most 9 characters, and no period",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/spinnaker/spinnaker/issues/4490",
    severity: "error",
    allowed: "1 to 9 letters, digits and hyphens that are not all digits",
    because: "a Windows host name has at most 15 characters, and Azure appends 6",
    *check(scaleSet, region) {
      const prefix = scaleSet.at(`${osProfile}.computerNamePrefix`);
      const text = prefix.text() ?? "";
      if (isWindows(scaleSet, region) && text.length <= 58 && (text.length > 9 || /^\d+$|[.`]/.test(text))) {
        yield prefix;
      }
    },
  },
  {
    id: "R58-documented",
    title: "A host name prefix has at most 15 characters by the description of Azure's API",
    code: "Warning",
    grade: "documented",
    source: restApi,
    severity: "warning",
    allowed: "1 to 15 characters",
    because: "the description of the API promises no more, though Azure takes up to 58 for Linux",
    *check(scaleSet, region) {
      const prefix = scaleSet.at(`${osProfile}.computerNamePrefix`);
      const length = prefix.text()?.length ?? 0;
      if (!isWindows(scaleSet, region) && length > 15 && length <= 58) {
        yield prefix;
      }
    },
  },
  {
    id: "R59",
    title: "A scale set's name has 1 to 64 characters",
    code: "InvalidResourceName",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
    severity: "error",
    allowed:
      "1 to 64 characters, not beginning with an underscore, not ending with a period or hyphen, and none of \\/\"'[]:|<>+=;,?*@&, blanks or control characters",
    *check(scaleSet) {
      const name = scaleSet.at("vmScaleSetName");
      const text = name.text();
      if (text !== undefined && !(text.length >= 1 && text.length <= 64 && !/^_|[.-]$|[\\/"'[\]:|<>+=;,?*@&\s\p{Cc}]/u.test(text))) {
        yield name;
      }
    },
  },
  {
    id: "R60",
    title: "Some names are not allowed for the administrator",
    code: "InvalidParameter",
    grade: "documented",
    source: restApi,
    severity: "error",
    allowed: "a name that is not one of the usual ones, such as azureuser",
    because: "Azure refuses names that are the first to be guessed",
    *check(scaleSet) {
      const username = scaleSet.at(`${osProfile}.adminUsername`);
      if (reservedUserNames.has(username.text()?.toLowerCase() ?? "")) {
        yield username;
      }
    },
  },
  {
    id: "R60-length",
    title: "The administrator's name has 1 to 64 characters, on Windows at most 20",
    code: "InvalidParameter",
    grade: "documented",
    source: restApi,
    severity: "error",
    allowed: "1 to 64 characters",
    *check(scaleSet, region) {
      const username = scaleSet.at(`${osProfile}.adminUsername`);
      const text = username.text();
      if (text !== undefined && isWindows(scaleSet, region) && (text.length < 1 || text.length > 20 || text.endsWith("."))) {
        yield { at: username, allowed: "1 to 20 characters, not ending with a period" };
      } else if (text !== undefined && (text.length < 1 || text.length > 64)) {
        yield username;
      }
    },
  },
  {
    id: "R60-windows",
    title: "The administrator's name on Windows has none of the characters that Windows keeps for itself",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/Azure/azure-quickstart-templates/issues/2577",
    severity: "error",
    allowed: 'a name without \\ / " [ ] : | < > + = ; , ? * @',
    because: "it is the name of an account of the instance, not an address of a directory",
    *check(scaleSet, region) {
      const username = scaleSet.at(`${osProfile}.adminUsername`);
      if (isWindows(scaleSet, region) && /[\\/"[\]:|<>+=;,?*@]/.test(username.text() ?? "")) {
        yield username;
      }
    },
  },
  {
    id: "R60-linux",
    title: "The administrator's name is one that Linux takes",
    code: "OSProvisioningClientError",
    grade: "assumed",
    source: errorMessages,
    severity: "error",
    allowed: "letters, digits, underscores, periods and hyphens, beginning with a letter or underscore",
    because: "the instance would start and then fail to make the user",
    *check(scaleSet) {
      const username = scaleSet.at(`${osProfile}.adminUsername`);
      const text = username.text();
      if (
        text &&
        isKnown(scaleSet.at(`${osProfile}.linuxConfiguration`)) &&
        !reservedUserNames.has(text.toLowerCase()) &&
        !/^[A-Za-z_][\w.-]*$/.test(text)
      ) {
        yield username;
      }
    },
  },
];

/** True where the program or the image says that the instances run Windows. */
export function isWindows(scaleSet: View, region: RegionView): boolean {
  return isKnown(scaleSet.at(`${osProfile}.windowsConfiguration`)) || systemOf(scaleSet, region) === "Windows";
}
