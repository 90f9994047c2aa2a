/** The one function of js-yaml that the tests use; Pulumi's SDK brings the library. */
declare module "js-yaml" {
  export function load(text: string): unknown;
}
