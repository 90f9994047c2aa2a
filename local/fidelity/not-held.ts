/** Rules of Azure (numbered as in the tests) that the region does not hold, and why. */
export const notHeld: ReadonlyMap<string, string> = new Map([
  ["R50", "the resource type's schema has no `Standard` security type, so the schema check refuses it"],
  ["R77", "storage accounts are not a resource type of the region, so their kind cannot be told"],
  [
    "R80",
    "since the end of 2024 it can be changed on an existing subnet too ([azure-docs#124416](https://github.com/MicrosoftDocs/azure-docs/issues/124416))",
  ],
  ["R95", "images are not a resource type of the region"],
  ["R96", "requests are carried out one after the other, so none meets another"],
  ["R97", "resources cannot be moved between resource groups"],
]);
