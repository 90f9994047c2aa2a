import { ArmError } from "../arm/error";
import { idKey, normalLocation, readPath } from "../arm/id";
import { Bag, secretsIn } from "../properties/bag";
import { formatPath } from "../properties/path";
import { isGiven, Properties, Value } from "../properties/value";
import type { Autonaming, CheckFailure, DiffResult, Provider, ProviderSession, ResourceState, Subject, Warn } from "../protocol/provider";
import { findResourceType, resourceTypes } from "../resources";
import type { ResourceType } from "../resources/resource-type";
import type { Resource } from "../store/resource";
import type { Store } from "../store/store";
import { changesBetween } from "./changes";
import { invokeFunction } from "./functions";
import { refuseIfInUse, refersTo, withContents } from "./in-use";
import { automaticName, defaultLocation, idOf } from "./naming";
import { outputsOf } from "./outputs";
import { Plan } from "./plan";
import { describe, describeWithPath } from "./problem";
import { refusedChanges, schema, validate } from "./validate";
import { World } from "./world";

/** The version of azure-native whose behaviour the region has. */
const version = schema.package.split(" ")[1];

/** azure-native as the local region has it: the same properties, ids and refusals, and this machine in the place of Azure. */
export class AzureNative implements Provider {
  readonly name = "azure-native";
  readonly version = version;

  constructor(private readonly store: Store) {}

  session(warn: Warn): ProviderSession {
    return new AzureNativeSession(this.store, warn);
  }
}

class AzureNativeSession implements ProviderSession {
  private readonly plan: Plan;
  private location: string | undefined;
  /** The resources of this run whose names the program leaves to the provider. */
  private readonly autonamed = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly warn: Warn,
  ) {
    this.plan = new Plan(store);
  }

  checkConfig(): CheckFailure[] {
    return [];
  }

  configure({ properties }: Bag): void {
    this.location = typeof properties.location === "string" ? properties.location : undefined;
  }

  check(
    subject: Subject,
    before: Bag,
    given: Bag,
    autonaming: Autonaming | undefined,
    seed: Uint8Array,
  ): { inputs: Bag; failures: CheckFailure[] } {
    const type = findResourceType(subject.type);
    if (!type) {
      return { inputs: given, failures: [{ property: "", reason: unknownType(subject.type) }] };
    }
    const inputs: Properties = { ...given.properties };
    this.rememberNaming(subject, !isGiven(inputs[type.nameProperty]));
    fill(inputs, type.nameProperty, () => automaticName(type, subject.name, before.properties, autonaming, seed));
    if (type.located) {
      fill(inputs, "location", () => defaultLocation(inputs, before.properties, this.location, this.plan));
      inputs.location = typeof inputs.location === "string" ? normalLocation(inputs.location) : inputs.location;
    }
    const { problems, warnings } = validate(type.token, inputs, new World(this.plan, idOf(type, inputs)));
    for (const warning of warnings) {
      this.warn(subject.urn, describeWithPath(warning, given.secrets));
    }
    const failures = problems.map((problem) => ({ property: formatPath(problem.path), reason: describe(problem, given.secrets) }));
    return { inputs: { properties: inputs, secrets: given.secrets }, failures };
  }

  diff(subject: Subject, id: string, before: Bag, inputs: Bag): DiffResult {
    this.confirm(id);
    const type = this.typeOf(subject.type);
    const changes = changesBetween(type, before.properties, inputs.properties);
    // A replacement under the same name can only come after the old resource has gone.
    return { changes, deleteBeforeReplace: !this.autonamed.has(subject.urn) };
  }

  create(subject: Subject, bag: Bag, preview: boolean): { id: string; outputs: Bag } {
    const type = this.typeOf(subject.type);
    const id = idOf(type, bag.properties);
    if (id === undefined) {
      return { id: "", outputs: this.answer(type, undefined, bag, undefined, preview) };
    }
    const standing = this.plan.find(id);
    if (standing && !isUnanswered(standing, subject)) {
      throw new ArmError("Conflict", `cannot create already existing resource '${id}'. Import it, or give another name.`);
    }
    this.refuse(type, bag, id);
    const outputs = this.answer(type, id, bag, undefined, preview);
    const resource = toResource(subject, id, bag, outputs);
    if (preview) {
      this.plan.put(resource);
    } else {
      this.dropUnanswered(subject, id);
      this.store.put(resource);
    }
    return { id, outputs };
  }

  update(subject: Subject, id: string, bag: Bag, preview: boolean): Bag {
    this.confirm(id);
    const type = this.typeOf(subject.type);
    const standing = this.plan.find(id);
    if (!standing) {
      throw notFound(id);
    }
    const refused = refusedChanges(type.token, standing.inputs, bag.properties, new World(this.plan, id));
    if (refused.length > 0) {
      throw new ArmError(refused[0].code, refused.map((problem) => describeWithPath(problem, bag.secrets)).join("\n"));
    }
    this.refuse(type, bag, id);
    const outputs = this.answer(type, id, bag, standing.outputs, preview);
    const resource = { ...toResource(subject, id, bag, outputs), confirmed: true };
    (preview ? this.plan : this.store).put(resource);
    return outputs;
  }

  delete(id: string): void {
    const standing = this.store.find(id);
    // What is gone already was deleted; ARM answers so too.
    if (standing) {
      refuseIfInUse(this.store, standing);
      withContents(this.store, standing).forEach((resource) => this.store.remove(resource.id));
    }
  }

  read(subject: Subject, id: string): ResourceState | undefined {
    const type = this.typeOf(subject.type);
    const standing = this.store.find(id);
    if (!standing) {
      if (!readPath(type.path, id)) {
        throw new ArmError("InvalidResourceId", `'${id}' is no id of a ${type.token}. Its ids look like ${type.path}.`);
      }
      return undefined;
    }
    this.confirm(id);
    const { inputs, outputs, secrets } = standing;
    return {
      id: standing.id,
      inputs: { properties: inputs, secrets },
      outputs: { properties: outputs, secrets: secretsIn(outputs, secrets) },
    };
  }

  invoke(token: string, args: Bag): Bag {
    return invokeFunction(this.plan, token, args);
  }

  private typeOf(token: string): ResourceType {
    const type = findResourceType(token);
    if (!type) {
      throw new ArmError("InvalidResourceType", unknownType(token));
    }
    return type;
  }

  private answer(type: ResourceType, id: string | undefined, bag: Bag, before: Properties | undefined, preview: boolean): Bag {
    const { apiVersion } = schema.resources[type.token];
    const outputs = outputsOf({ type, apiVersion, id, inputs: bag.properties, before, preview });
    return { properties: outputs, secrets: secretsIn(outputs, bag.secrets) };
  }

  /** What only became known after the check, the names of other resources above all, is held against the rules once more. */
  private refuse(type: ResourceType, bag: Bag, id: string): void {
    const { problems } = validate(type.token, bag.properties, new World(this.plan, id));
    if (problems.length > 0) {
      throw new ArmError(problems[0].code, problems.map((problem) => describeWithPath(problem, bag.secrets)).join("\n"));
    }
  }

  private rememberNaming(subject: Subject, automatic: boolean): void {
    if (automatic) {
      this.autonamed.add(subject.urn);
    } else {
      this.autonamed.delete(subject.urn);
    }
  }

  /** The engine knows the resource by its id, so its creation was answered. */
  private confirm(id: string): void {
    const standing = this.store.find(id);
    if (standing && !standing.confirmed) {
      this.store.put({ ...standing, confirmed: true });
    }
  }

  /** Removes what an interrupted create of the same resource left under another name, as long as nothing uses it. */
  private dropUnanswered(subject: Subject, id: string): void {
    for (const resource of this.store.all()) {
      const abandoned = isUnanswered(resource, subject) && idKey(resource.id) !== idKey(id);
      if (abandoned && withContents(this.store, resource).length === 1 && !this.store.all().some((other) => refersTo(other, resource.id))) {
        this.store.remove(resource.id);
      }
    }
  }
}

function isUnanswered(resource: Resource, subject: Subject): boolean {
  return !resource.confirmed && resource.urn === subject.urn;
}

function toResource(subject: Subject, id: string, bag: Bag, outputs: Bag): Resource {
  const { properties: inputs, secrets } = bag;
  return { id, type: subject.type, urn: subject.urn, inputs, outputs: outputs.properties, secrets, confirmed: false };
}

function fill(inputs: Properties, name: string, value: () => Value | undefined): void {
  if (!isGiven(inputs[name])) {
    const automatic = value();
    if (automatic === undefined) {
      delete inputs[name];
    } else {
      inputs[name] = automatic;
    }
  }
}

function notFound(id: string): ArmError {
  return new ArmError("ResourceNotFound", `The resource ${id} was not found. Run "pulumi refresh" to take it out of the stack's state.`);
}

function unknownType(token: string): string {
  const known = resourceTypes.map((type) => type.token).join(", ");
  return `the local region has no resource type ${token}. It has ${known}.`;
}
