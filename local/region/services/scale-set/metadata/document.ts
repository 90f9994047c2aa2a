/** A metadata document. Every primitive in it is text, and what is missing is empty text. */
export type MetadataDocument = string | readonly MetadataDocument[] | { readonly [key: string]: MetadataDocument };

/**
 * Walks down a document by keys and indexes.
 * @returns undefined where the path leads nowhere.
 */
export function select(document: MetadataDocument, path: readonly string[]): MetadataDocument | undefined {
  let place: MetadataDocument | undefined = document;
  for (const step of path) {
    if (typeof place !== "object" || !Object.hasOwn(place, step) || (Array.isArray(place) && !/^\d+$/.test(step))) {
      return undefined;
    }
    place = (place as Record<string, MetadataDocument>)[step];
  }
  return place;
}

/**
 * A place of a document as text: a leaf as it is; of anything else the keys or indexes, one a line, with a slash behind those that go on.
 * That lists look so is assumed; the documentation shows leaves alone.
 */
export function asText(document: MetadataDocument): string {
  if (typeof document === "string") {
    return document;
  }
  return Object.entries(document)
    .map(([key, value]) => (typeof value === "string" ? key : `${key}/`))
    .join("\n");
}
