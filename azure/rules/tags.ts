import { hasReservedCharacters, maximumTagNameLength, maximumTags, maximumTagValueLength } from "../facts/tag-limits";
import { doesNotFit } from "./lookups";
import type { Rule } from "./rule";

/** Microsoft's own check before it sends tags to ARM, in ARM's words and with its codes. */
const checkOfMigrate =
  "https://github.com/Azure/azure-powershell/blob/main/src/Migrate/Migrate.Autorest/custom/Set-AzMigrateServerReplication.ps1";

/** What Azure refuses in the tags of any resource: ARM reads them itself, for all types alike. */
export const tagRules: Rule[] = [
  {
    id: "R344",
    title: "The name of a tag has none of the characters that Azure reserves",
    code: "InvalidTagNameCharacters",
    grade: "source",
    source: checkOfMigrate,
    severity: "error",
    allowed: "a name without < > % & \\ ? / and control characters",
    because: "only names that begin with hidden or link have them, which are those of Azure's portal",
    *check(resource) {
      const reserved = resource.entries("tags").filter(([name]) => hasReservedCharacters(name) && !/^(hidden|link)/i.test(name));
      yield* reserved.map(([, tag]) => tag);
    },
  },
  {
    id: "R344-name",
    title: `The name of a tag has at most ${maximumTagNameLength} characters`,
    code: "InvalidTagName",
    grade: "source",
    source: checkOfMigrate,
    severity: "error",
    allowed: `a name of at most ${maximumTagNameLength} characters`,
    *check(resource) {
      const long = resource.entries("tags").filter(([name]) => name.length > maximumTagNameLength);
      yield* long.map(([name]) => ({ at: resource.at("tags"), because: `"${name.slice(0, 20)}…" has ${name.length}` }));
    },
  },
  {
    id: "R344-value",
    title: `The value of a tag has at most ${maximumTagValueLength} characters`,
    code: "InvalidTagValueLength",
    grade: "observed",
    source: "https://github.com/Azure-Samples/azure-search-openai-demo/issues/1997",
    severity: "error",
    allowed: `at most ${maximumTagValueLength} characters`,
    *check(resource) {
      const values = resource.entries("tags").map(([, tag]) => tag);
      yield* values.filter((value) => doesNotFit(value, (text) => text.length <= maximumTagValueLength));
    },
  },
  {
    id: "R344-count",
    title: `A resource has at most ${maximumTags} tags`,
    code: "InvalidTags",
    grade: "source",
    source: checkOfMigrate,
    severity: "error",
    allowed: `at most ${maximumTags} tags; several values fit into one tag as JSON`,
    *check(resource) {
      if (resource.entries("tags").length > maximumTags) {
        yield resource.at("tags");
      }
    },
  },
  {
    id: "T-tag-case",
    title: "Names of tags that differ only in upper and lower case are one tag",
    code: "Warning",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/57888",
    severity: "warning",
    allowed: "a name that no other tag of the resource has in other letters",
    because: "Azure keeps one of the two, so that each refresh finds the other one missing",
    *check(resource) {
      const tags = resource.entries("tags").map(([name, tag]) => ({ name: name.toLowerCase(), tag }));
      const again = tags.filter(({ name }, index) => tags.findIndex((other) => other.name === name) < index);
      yield* again.map(({ tag }) => tag);
    },
  },
];
