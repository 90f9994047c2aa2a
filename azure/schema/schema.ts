/** What a property can hold, as the typings of @pulumi/azure-native say it. */
export type PropertyType =
  | "string"
  | "number"
  | "boolean"
  | "any"
  | { list: PropertyType }
  | { map: PropertyType }
  /** The name of an object type in {@link Schema.objects}. */
  | { object: string }
  /** A text out of these. */
  | { values: string[] }
  /** One text, which tells the members of a `oneOf` apart. */
  | { literal: string }
  | { oneOf: PropertyType[] };

/** The properties of an object by name. */
export type ObjectType = Record<string, { type: PropertyType; required?: true }>;

/** The inputs of one resource type. */
export interface ResourceSchema {
  /** The version of Azure's REST API behind the type, which decides its defaults. */
  readonly apiVersion: string;
  readonly inputs: ObjectType;
}

/** The inputs of every resource type that the region has. */
export interface Schema {
  /** The package that the schema was read from, with its version. */
  readonly package: string;
  /** By type token, such as `azure-native:network:LoadBalancer`. */
  readonly resources: Record<string, ResourceSchema>;
  /** The object types that the resources use, such as `network.ProbeArgs`. */
  readonly objects: Record<string, ObjectType>;
}
