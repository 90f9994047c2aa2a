/** True for a text such as `b24988ac-6180-42a0-ab88-20f7382dd24c`. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
