import { isTagName, maximumTagNameLength, maximumTags, maximumTagValueLength } from "../../../azure/facts/tag-limits";
import type { Values } from "../declarations";
import type { Problems } from "../problems";

export function checkTags({ tags }: Values, problems: Problems): void {
  const names = Object.keys(tags);
  if (names.length > maximumTags) {
    problems.add("tags", `${names.length} tags`, `at most ${maximumTags}`, "put several values into one tag, as JSON");
  }
  names.forEach((name, index) => {
    if (!isTagName(name)) {
      const allowed = `names of 1 to ${maximumTagNameLength} characters, none of < > % & \\ ? /`;
      problems.add("tags", name, allowed, "choose another name");
    } else if (names.slice(0, index).some((other) => other.toLowerCase() === name.toLowerCase())) {
      problems.add("tags", name, "each name once, in upper or lower case", "take one of them away");
    }
    if (isTagName(name) && tags[name].length > maximumTagValueLength) {
      problems.addNamed("tags", name, tags[name], `at most ${maximumTagValueLength} characters`, "shorten it");
    }
  });
}
