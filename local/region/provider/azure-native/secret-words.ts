import { Bag, valueAt } from "../../../../azure/properties/bag";
import { isProperties, Value } from "../../../../azure/properties/value";

/** Shorter ones are in half of all sentences, and say nothing. */
const shortestWord = 3;

/**
 * What a sentence could give away of the secrets in some properties: each secret text or number as a whole, and the words in it, as
 * rules name things by the end of their ids. All in lower case.
 */
export function secretWords(bags: readonly Bag[]): readonly string[] {
  const secrets = bags.flatMap(({ properties, secrets }) => secrets.flatMap((path) => plainTexts(valueAt(properties, path))));
  return [...new Set(secrets.flatMap(wordsOf))];
}

/** True where a sentence holds one of the secret words. */
export function givesAway(words: readonly string[], sentence: string): boolean {
  const lower = sentence.toLowerCase();
  return words.some((word) => lower.includes(word));
}

function plainTexts(value: Value | undefined): string[] {
  if (typeof value === "string" || typeof value === "number") {
    return [String(value)];
  }
  if (Array.isArray(value)) {
    return value.flatMap(plainTexts);
  }
  return isProperties(value) ? Object.entries(value).flatMap(([name, entry]) => [name, ...plainTexts(entry)]) : [];
}

function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const parts = lower.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length >= shortestWord);
  return lower === "" ? [] : [lower, ...parts];
}
