import type { Model, ModelProperty } from "./python-models";
import type { Constraint, Constraints, ObjectType, PropertyType, Schema } from "./schema";

/** The models of one file, and what a later version of the API has. */
export interface ModelSource {
  readonly address: string;
  readonly models: ReadonlyMap<string, Model>;
  readonly laterEnumerations: ReadonlyMap<string, readonly string[]>;
}

/** Walks a resource type beside Microsoft's model of it, and keeps what the model asks for and the typings do not say. */
export function collectConstraints(schema: Schema, token: string, source: ModelSource, model: string): Constraints {
  const collector = new Collector(schema, source);
  collector.object(token, schema.resources[token].inputs, model);
  return collector.found;
}

class Collector {
  readonly found: Constraints = {};
  private readonly seen = new Map<string, string>();

  constructor(
    private readonly schema: Schema,
    private readonly source: ModelSource,
  ) {}

  object(name: string, type: ObjectType, modelName: string): void {
    const model = this.source.models.get(modelName);
    if (model === undefined || this.seen.has(name)) {
      return;
    }
    this.seen.set(name, modelName);
    const properties: Record<string, Constraint> = {};
    for (const [property, member] of Object.entries(type)) {
      const described = Object.hasOwn(model.properties, property) ? model.properties[property] : undefined;
      if (described && !described.validation.readonly) {
        const constraint = this.constraint(described, member.type);
        if (Object.keys(constraint).length > 0) {
          properties[property] = constraint;
        }
        this.below(member.type, described.type);
      }
    }
    if (Object.keys(properties).length > 0) {
      this.found[name] = { model: modelName, source: this.source.address, properties };
    }
  }

  private below(type: PropertyType, described: string): void {
    if (typeof type === "string") {
      return;
    }
    if ("list" in type || "map" in type) {
      this.below("list" in type ? type.list : type.map, described.slice(1, -1));
    } else if ("object" in type) {
      this.object(type.object, this.schema.objects[type.object], described);
    } else if ("oneOf" in type) {
      const kinds = this.source.models.get(described)?.kinds ?? {};
      for (const kind of type.oneOf) {
        this.below(kind, kinds[literalOf(this.schema, kind) ?? ""] ?? described);
      }
    }
  }

  private constraint({ type, validation, enumeration }: ModelProperty, typed: PropertyType): Constraint {
    // What is required the typings say too, but for the location, which azure-native fills in.
    const { minimum, maximum, min_length, max_length, pattern, min_items, max_items } = validation as {
      pattern?: string;
    } & Record<string, number>;
    const listed = valuesOf(typed);
    const later = this.source.laterEnumerations.get(enumeration ?? "") ?? [];
    const laterValues = listed ? later.filter((value) => !listed.some((known) => known.toLowerCase() === value.toLowerCase())) : [];
    return withoutAbsent({
      whole: type === "int" || type === "[int]" ? true : undefined,
      minimum,
      maximum,
      minLength: min_length,
      maxLength: max_length,
      pattern,
      minItems: min_items || undefined,
      maxItems: max_items,
      format: type === "duration" ? "duration" : type === "iso-8601" ? "date and time" : undefined,
      laterValues: laterValues.length > 0 ? laterValues : undefined,
    });
  }
}

/** The values of an enumeration, also of a list of them. */
function valuesOf(type: PropertyType): string[] | undefined {
  if (typeof type === "string") {
    return undefined;
  }
  return "values" in type ? type.values : "list" in type ? valuesOf(type.list) : undefined;
}

function literalOf(schema: Schema, type: PropertyType): string | undefined {
  const members = typeof type === "object" && "object" in type ? Object.values(schema.objects[type.object]) : [];
  return members.flatMap((member) => (typeof member.type === "object" && "literal" in member.type ? [member.type.literal] : [])).at(0);
}

function withoutAbsent(constraint: Constraint): Constraint {
  return Object.fromEntries(Object.entries(constraint).filter(([, value]) => value !== undefined));
}
