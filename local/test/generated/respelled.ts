import { isProperties, type Properties, type Value } from "../../../azure/properties/value";
import type { ObjectType, PropertyType } from "../../../azure/schema/schema";
import { schema } from "../../region/provider/azure-native/validate";

/** A resource with the values of its enumerations in another spelling. */
export function respelled(token: string, resource: Properties, spell: (word: string) => string): Properties {
  return ofObject(schema.resources[token].inputs, resource, spell);
}

function ofObject(type: ObjectType, properties: Properties, spell: (word: string) => string): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, Object.hasOwn(type, name) ? ofValue(type[name].type, value, spell) : value]),
  );
}

function ofValue(type: PropertyType, value: Value, spell: (word: string) => string): Value {
  if (typeof type === "string") {
    return value;
  }
  if ("values" in type || "literal" in type) {
    return typeof value === "string" ? spell(value) : value;
  }
  if ("list" in type) {
    return Array.isArray(value) ? value.map((element) => ofValue(type.list, element, spell)) : value;
  }
  if (!isProperties(value)) {
    return value;
  }
  if ("map" in type) {
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, ofValue(type.map, entry, spell)]));
  }
  const meant = "object" in type ? type : type.oneOf.find((one) => isMeant(one, value));
  return typeof meant === "object" && "object" in meant ? ofObject(schema.objects[meant.object], value, spell) : value;
}

/** True where each literal that tells the type apart is the value's. */
function isMeant(type: PropertyType, value: Properties): boolean {
  return (
    typeof type === "object" &&
    "object" in type &&
    Object.entries(schema.objects[type.object]).every(
      ([name, { type: member }]) => typeof member !== "object" || !("literal" in member) || member.literal === value[name],
    )
  );
}
