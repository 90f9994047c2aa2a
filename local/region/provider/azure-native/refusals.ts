import { ArmError } from "../../../../azure/arm/error";
import { resourceTypes } from "../../../../azure/resources";
import type { ResourceType } from "../../../../azure/resources/resource-type";

export function alreadyExists(id: string): ArmError {
  return new ArmError("Conflict", `cannot create already existing resource '${id}'. Import it, or give another name.`);
}

export function notFound(id: string): ArmError {
  return new ArmError("ResourceNotFound", `The resource ${id} was not found. Run "pulumi refresh" to take it out of the stack's state.`);
}

export function wrongId(id: string, { token, path }: ResourceType): ArmError {
  return new ArmError("InvalidResourceId", `'${id}' is no id of a ${token}. Its ids look like ${path}.`);
}

/** What the region says of a type that it does not have. */
export function unknownType(token: string): string {
  const known = resourceTypes.map((type) => type.token).join(", ");
  return `the local region has no resource type ${token}. It has ${known}.`;
}
