/** The one function of js-yaml that reads a stack's file; the library brings no types. */
declare module "js-yaml" {
  export function load(text: string): unknown;
}
