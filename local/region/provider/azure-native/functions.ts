import { ArmError } from "../../../../azure/arm/error";
import { localSubscription } from "../../../../azure/arm/id";
import { Bag, secretsIn } from "../../../../azure/properties/bag";
import { holdsUnknown, Properties } from "../../../../azure/properties/value";
import { resourceTypes } from "../../../../azure/resources";
import { idOf } from "./naming";
import type { Resources } from "./world";

const clientConfig = "azure-native:authorization:getClientConfig";
const nobody = "00000000-0000-0000-0000-000000000000";

/** Answers azure-native's functions: `getX` for every resource type X of the region, and who the program runs as. */
export function invokeFunction(resources: Resources, token: string, args: Bag): Bag {
  if (token === clientConfig) {
    return { properties: { subscriptionId: localSubscription, clientId: nobody, objectId: nobody, tenantId: nobody }, secrets: [] };
  }
  const type = resourceTypes.find((candidate) => getterOf(candidate.token) === token);
  if (!type) {
    const known = [...resourceTypes.map((candidate) => getterOf(candidate.token)), clientConfig].join(", ");
    throw new ArmError("InvalidFunction", `the local region has no function ${token}. It has ${known}.`);
  }
  const id = idOf(type, args.properties);
  if (id === undefined) {
    throw new ArmError("InvalidRequestContent", `${token} needs ${type.nameProperty} and every other name in ${type.path}.`);
  }
  const resource = resources.find(id);
  if (!resource) {
    throw new ArmError("ResourceNotFound", `The resource ${id} was not found.`);
  }
  const known = withoutUnknowns({ ...resource.outputs, id: resource.id });
  return { properties: known, secrets: secretsIn(known, resource.outputSecrets) };
}

/** The engine takes no unknown values from a function; what a preview has only planned answers with what is known of it. */
function withoutUnknowns(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => !holdsUnknown(value)));
}

/** `azure-native:network:LoadBalancer` is read by `azure-native:network:getLoadBalancer`. */
function getterOf(token: string): string {
  return token.replace(/:(\w+)$/, ":get$1");
}
