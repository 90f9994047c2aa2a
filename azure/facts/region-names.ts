import { normalLocation } from "../arm/id";
import { misspeltName } from "./misspelling";

/** Azure's regions as of 2026 (https://learn.microsoft.com/azure/reliability/regions-list), with those of its clouds for China and the US government. */
const regionNames: readonly string[] = [
  "australiacentral australiacentral2 australiaeast australiasoutheast austriaeast belgiumcentral brazilsouth brazilsoutheast brazilus",
  "canadacentral canadaeast centralindia centralus centraluseuap chilecentral chinaeast chinaeast2 chinaeast3 chinanorth chinanorth2",
  "chinanorth3 denmarkeast eastasia eastus eastus2 eastus2euap eastus3 eastusstg francecentral francesouth germanynorth",
  "germanywestcentral indiasouthcentral indonesiacentral israelcentral israelnorthwest italynorth japaneast japanwest jioindiacentral",
  "jioindiawest koreacentral koreasouth malaysiasouth malaysiawest mexicocentral newzealandnorth northcentralus northeurope norwayeast",
  "norwaywest polandcentral qatarcentral saudiarabiaeast southafricanorth southafricawest southcentralus southcentralus2 southcentralusstg",
  "southeastasia southeastus southindia southwestus spaincentral swedencentral swedensouth switzerlandnorth switzerlandwest taiwannorth",
  "taiwannorthwest uaecentral uaenorth uksouth ukwest usdodcentral usdodeast usgovarizona usgoviowa usgovtexas usgovvirginia",
  "westcentralus westeurope westindia westus westus2 westus3",
].flatMap((line) => line.split(" "));

const namesWithoutNumbers = regionNames.map(withoutNumbers);

/**
 * What Azure lists among its locations and calls logical, as of 2025: countries, continents and the world, in which resources of some
 * services stand (https://learn.microsoft.com/rest/api/resources/subscriptions/list-locations).
 */
const logicalLocations: ReadonlySet<string> = new Set(
  [
    "asia asiapacific australia brazil canada europe france germany global india indonesia israel italy japan korea malaysia mexico",
    "newzealand norway poland qatar singapore southafrica spain sweden switzerland taiwan uae uk unitedstates",
  ].flatMap((line) => line.split(" ")),
);

/** What a value that is not there becomes as a text. */
const wordsForNothing = ["none", "null", "undefined", "nan"];

/** True for a location that may be a region; new ones open, so no list of regions stays complete. */
export function mayBeARegion(location: string): boolean {
  const name = normalLocation(location);
  return !logicalLocations.has(name) && !wordsForNothing.includes(name) && misspeltRegion(location) === undefined;
}

/**
 * The region that a location misspells by one letter; undefined where there is none. Regions that are alike but for a number, such as
 * East US and East US 2, are no misspellings: a name with another number may be of a region that opened since.
 */
export function misspeltRegion(location: string): string | undefined {
  return misspeltName(withoutNumbers(location), namesWithoutNumbers);
}

function withoutNumbers(location: string): string {
  return normalLocation(location).replace(/\d/g, "");
}
