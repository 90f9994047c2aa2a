/** The properties that ARM reads itself, before it hands a request on to the resource provider. */
const readByArm: ReadonlySet<string> = new Set(["extendedLocation", "id", "identity", "location", "plan", "sku", "tags", "zones"]);

/**
 * ARM's code for a request that cannot be read: a value of another type, one that is none of the choices, something missing or misnamed.
 *
 * @param armType The type of the resource, such as `Microsoft.Network/loadBalancers`: its provider reads most of the request, and
 *   Microsoft.Network was seen to answer otherwise than ARM
 *   (https://github.com/Azure/azure-xplat-cli/blob/dev/test/recordings/arm-network-lb-probe-tests-generated/arm_network_probes_create_should_fail_for_interval_in_seconds_over_allowed_value.nock.js).
 * @param property The resource's own property that the place is in.
 */
export function codeOfUnreadable(armType: string, property: string): string {
  return armType.startsWith("Microsoft.Network/") && !readByArm.has(property) ? "InvalidRequestFormat" : "InvalidRequestContent";
}
