/** What Azure takes as tags of a resource (https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources). */
export const maximumTags = 50;
export const maximumTagNameLength = 512;
export const maximumTagValueLength = 256;

/** Whether a name of a tag has characters that Azure keeps for the tags of its own services, or control characters. */
export function hasReservedCharacters(name: string): boolean {
  return /[<>%&\\?/\p{Cc}]/u.test(name);
}

/** Whether a text can be the name of a tag. */
export function isTagName(name: string): boolean {
  return name.trim() !== "" && name.length <= maximumTagNameLength && !hasReservedCharacters(name);
}
