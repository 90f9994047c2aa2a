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

/** What Microsoft's own models ask of a property beyond what the typings say of it. Bounds are included. */
export interface Constraint {
  /** For a list: that each of its numbers is whole. */
  readonly whole?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** A regular expression, in the dialect that JavaScript and the models share. */
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly format?: "duration" | "date and time";
  /** Values that a later version of the API has, and the typings have not. */
  readonly laterValues?: string[];
}

/** The constraints of an object's properties. */
export interface ObjectConstraints {
  /** The name of the model that they were read from, such as `Probe`. */
  readonly model: string;
  /** The address of the file that has the model. */
  readonly source: string;
  readonly properties: Record<string, Constraint>;
}

/** The constraints of every object type and resource type that has any, by its name or token. */
export type Constraints = Record<string, ObjectConstraints>;

/** A schema, and what Microsoft's models say beyond it. */
export interface ConstrainedSchema extends Schema {
  readonly constraints: Constraints;
}
