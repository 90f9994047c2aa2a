import { publishersOf } from "../../../facts/extension-publishers";
import { sameText } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { extensions } from "./model";
import { errorMessages } from "./sources";

/** Whether Azure finds what is to be installed. */
export const extensionHandlerRules: Rule[] = [
  {
    id: "R312",
    title: "The version of an extension is two numbers",
    code: "InvalidParameter",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: `a major and a minor version, such as "2.1"`,
    because: "Azure chooses the rest of the version",
    *check(scaleSet) {
      for (const version of extensions(scaleSet).map((extension) => extension.at("typeHandlerVersion"))) {
        // That of the health extension is told more exactly.
        if (/^\d+(\.\d+){2,}$|^v\d|[^\d.]/.test(version.text() ?? "")) {
          yield version;
        }
      }
    },
  },
  {
    id: "R313",
    title: "An extension is one that its publisher has",
    code: "ArtifactNotFound",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "a type of the publisher",
    *check(scaleSet) {
      for (const extension of extensions(scaleSet)) {
        const [publisher, type] = [extension.at("publisher"), extension.text("type")];
        const known = type === undefined ? undefined : publishersOf(type);
        if (known !== undefined && publisher.text() !== undefined && !known.some((name) => sameText(name, publisher.text()))) {
          yield { at: publisher, allowed: known.join(" or "), because: `the extension ${type} is of no other publisher` };
        }
      }
    },
  },
];
