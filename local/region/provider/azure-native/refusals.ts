import { ArmError } from "../../../../azure/arm/error";
import { idKey, idName } from "../../../../azure/arm/id";
import { resourceTypes } from "../../../../azure/resources";
import type { ResourceType } from "../../../../azure/resources/resource-type";
import { sameText } from "../../../../azure/rules/lookups";
import type { Plan } from "./plan";

export function alreadyExists(id: string): ArmError {
  return new ArmError("Conflict", `cannot create already existing resource '${id}'. Import it, or give another name.`);
}

export function notFound(id: string): ArmError {
  return new ArmError("ResourceNotFound", `The resource ${id} was not found. Run "pulumi refresh" to take it out of the stack's state.`);
}

export function wrongId(id: string, { token, path }: ResourceType): ArmError {
  return new ArmError("InvalidResourceId", `'${id}' is no id of a ${token}. Its ids look like ${path}.`);
}

/**
 * Azure has a name once in each resource group. Machines are called after their scale sets, and this computer has a name once.
 * @param replaced The key of the id of the resource that this one takes the place of.
 * @throws ArmError Conflict where another resource with machines has the name.
 */
export function refuseNamesake({ token, carriedOutBy, nameProperty }: ResourceType, id: string, plan: Plan, replaced?: string): void {
  if (carriedOutBy !== "machines") {
    return;
  }
  const isOther = (one: string) => ![idKey(id), replaced].includes(idKey(one));
  const namesake = plan.all().find((one) => one.type === token && isOther(one.id) && sameText(idName(one.id), idName(id)));
  if (namesake) {
    throw new ArmError(
      "Conflict",
      `${nameProperty} is "${idName(id)}", as it is of ${namesake.id}. Azure takes both; the local region has a name once, as machines are called after it; fix: give one of them another name`,
    );
  }
}

/** What the region says of a type that it does not have. */
export function unknownType(token: string): string {
  const known = resourceTypes.map((type) => type.token).join(", ");
  return `the local region has no resource type ${token}. It has ${known}.`;
}
