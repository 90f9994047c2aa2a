import { type Generation, generationOfImage } from "../../../facts/marketplace-images";
import type { View } from "../../../properties/view";
import { is, isOneOf, sameText, textOr } from "../../../rules/lookups";
import type { RegionView } from "../../../rules/region-view";

/** What several of the scale set's rules ask of its model. */

const profile = "virtualMachineProfile";

/** True where something is given and known: what is not known yet may turn out to be nothing. */
export function isKnown(place: View): boolean {
  return place.given && !place.unknown;
}

/** How Azure manages the instances; Uniform is what ARM takes where nothing is said. Undefined as long as it is not known. */
export function orchestrationOf(scaleSet: View): string | undefined {
  return textOr(scaleSet.at("orchestrationMode"), "Uniform");
}

export function isUniform(scaleSet: View): boolean {
  return sameText(orchestrationOf(scaleSet), "Uniform");
}

export function isFlexible(scaleSet: View): boolean {
  return sameText(orchestrationOf(scaleSet), "Flexible");
}

/** How many zones the scale set spreads over, none for a regional one; undefined as long as that is not known. */
export function zoneCount(scaleSet: View): number | undefined {
  const zones = scaleSet.at("zones");
  return zones.unknown ? undefined : zones.list().length;
}

/**
 * Whether Azure creates more instances than asked for and deletes the surplus. Only Uniform sets do; for them it is the default
 * (https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-placement-groups).
 */
export function overprovisions(scaleSet: View): boolean {
  const overprovision = scaleSet.at("overprovision");
  return isUniform(scaleSet) && (overprovision.absent || overprovision.flag() === true);
}

export function networkInterfaces(scaleSet: View): View[] {
  return scaleSet.list(`${profile}.networkProfile.networkInterfaceConfigurations`);
}

export function ipConfigurations(scaleSet: View): View[] {
  return networkInterfaces(scaleSet).flatMap((networkInterface) => networkInterface.list("ipConfigurations"));
}

/** The one that is marked as primary, or the only one. */
export function primaryOf(places: View[]): View | undefined {
  return places.length === 1 ? places[0] : places.find((place) => place.flag("primary") === true);
}

/** The places that hold the ids of a list of references, such as `loadBalancerBackendAddressPools`. */
export function idsIn(ipConfiguration: View, list: "loadBalancerBackendAddressPools" | "loadBalancerInboundNatPools"): View[] {
  return ipConfiguration.list(list).map((reference) => reference.at("id"));
}

export function extensions(scaleSet: View): View[] {
  return scaleSet.list(`${profile}.extensionProfile.extensions`);
}

/** The extensions that make the instances nodes of a Service Fabric cluster. */
export function serviceFabricExtensions(scaleSet: View): View[] {
  return extensions(scaleSet).filter((extension) => is(extension.at("publisher"), "Microsoft.Azure.ServiceFabric"));
}

/** The application health extensions, of which Azure has one for each operating system. */
export function healthExtensions(scaleSet: View): View[] {
  return extensions(scaleSet).filter(
    (extension) =>
      is(extension.at("publisher"), "Microsoft.ManagedServices") &&
      /^ApplicationHealth(Linux|Windows)$/i.test(extension.text("type") ?? ""),
  );
}

/** True where it is certain that nothing in the model tells Azure which instances are healthy. */
export function lacksHealthSource(scaleSet: View): boolean {
  const list = scaleSet.at(`${profile}.extensionProfile.extensions`);
  const undecided =
    list.unknown ||
    extensions(scaleSet).some((extension) => extension.unknown || extension.at("publisher").unknown || extension.at("type").unknown);
  return !undecided && healthExtensions(scaleSet).length === 0 && scaleSet.at(`${profile}.networkProfile.healthProbe`).absent;
}

/** True where an update gives the scale set its first source of health. */
export function bringsHealthExtension(before: View, after: View): boolean {
  return healthExtensions(after).length > 0 && lacksHealthSource(before);
}

/** The definition, in a gallery of the region, of the image that the set is made from; undefined where the region does not know it. */
export function imageDefinition(scaleSet: View, region: RegionView): View | undefined {
  const definition = region.find((imageId(scaleSet).text() ?? "").replace(/\/versions\/[^/]+$/i, ""));
  return definition?.type === "azure-native:compute:GalleryImage" ? definition.properties : undefined;
}

/** True for Spot, and for Low, as it was called before. */
export function isSpot(scaleSet: View): boolean {
  return isOneOf(scaleSet.at(`${profile}.priority`), ["Spot", "Low"]);
}

/** The generation of the marketplace image that the set is made from; undefined where it is none, or does not say. */
export function imageGeneration(scaleSet: View): Generation | undefined {
  const [publisher, offer, sku] = ["publisher", "offer", "sku"].map((name) =>
    scaleSet.text(`${profile}.storageProfile.imageReference.${name}`),
  );
  return sku === undefined ? undefined : generationOfImage(publisher ?? "", offer ?? "", sku);
}

/** The image's id, where the set is made from one of the program's own images. */
export function imageId(scaleSet: View): View {
  return scaleSet.at(`${profile}.storageProfile.imageReference.id`);
}
