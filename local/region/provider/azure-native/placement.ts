import { isGiven, Properties } from "../../../../azure/properties/value";
import { resourceTypes } from "../../../../azure/resources";
import type { ResourceType } from "../../../../azure/resources/resource-type";
import { resourceGroup } from "../../../../azure/resources/resource-group";
import { idOf } from "./naming";
import type { Problem } from "./problem";
import type { Resources } from "./world";

/** What is wrong with the place of a resource: it has no name, the group or parent that it names is not there, or it has no location. */
export function misplaced(type: ResourceType, inputs: Properties, resources: Resources): Problem[] {
  if (!isGiven(inputs[type.nameProperty])) {
    return [noName(type)];
  }
  const missing = resourceTypes.find((outer) => type.path.startsWith(`${outer.path}/`) && isMissing(outer, inputs, resources));
  if (missing) {
    return [notFound(missing, inputs)];
  }
  return type.located && !isGiven(inputs.location) ? [noLocation] : [];
}

function isMissing(outer: ResourceType, inputs: Properties, resources: Resources): boolean {
  const id = idOf(outer, inputs);
  return id !== undefined && resources.find(id) === undefined;
}

function notFound({ token, nameProperty }: ResourceType, inputs: Properties): Problem {
  const inGroup = token === resourceGroup.token;
  return {
    path: [nameProperty],
    value: inputs[nameProperty],
    allowed: `the ${nameProperty} of a ${token} that exists`,
    because: "it was not found; where the program creates it, use its output, so that it is created first",
    code: inGroup ? "ResourceGroupNotFound" : "ParentResourceNotFound",
    source: `https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/${inGroup ? "error-not-found" : "error-parent-resource"}`,
  };
}

function noName({ nameProperty }: ResourceType): Problem {
  return {
    path: [nameProperty],
    value: undefined,
    allowed: "a name",
    because: "the stack's settings turn autonaming off",
    code: "InvalidRequestContent",
    source: "https://www.pulumi.com/docs/iac/concepts/resources/names/",
  };
}

const noLocation: Problem = {
  path: ["location"],
  value: undefined,
  allowed: 'the name of an Azure region, such as westeurope; "pulumi config set azure-native:location" sets one for the stack',
  code: "LocationRequired",
  source: "https://learn.microsoft.com/azure/azure-resource-manager/templates/resource-location",
};
