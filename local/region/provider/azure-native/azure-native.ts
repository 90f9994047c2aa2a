import { ArmError } from "../../../../azure/arm/error";
import { idKey, normalLocation, readPath } from "../../../../azure/arm/id";
import { Bag, secretsOfOutputs } from "../../../../azure/properties/bag";
import { isGiven, Properties } from "../../../../azure/properties/value";
import {
  type Autonaming,
  type CheckFailure,
  type DiffResult,
  IncompleteResource,
  type MaybeLater,
  type Provider,
  type ProviderSession,
  type ResourceState,
  type Run,
  type Subject,
} from "../protocol/provider";
import { findResourceType } from "../../../../azure/resources";
import { loadBalancer } from "../../../../azure/resources/load-balancer/load-balancer";
import type { ResourceType } from "../../../../azure/resources/resource-type";
import type { Resource } from "../../store/resource";
import type { Store } from "../../store/store";
import { memberSets, refreshedInputs, withMembers } from "./backend-members";
import type { DataPlaneClient } from "./data-plane-client";
import { changesBetween } from "./changes";
import { invokeFunction } from "./functions";
import { refuseIfInUse, withContents } from "./in-use";
import { Validator } from "./validator";
import { automaticName, defaultLocation, fill, idOf, namesAnew } from "./naming";
import { outputsOf } from "./outputs";
import { Plan } from "./plan";
import { alreadyExists, notFound, refuseNamesake, unknownType, wrongId } from "./refusals";
import { confirm, dropUnanswered, isUnanswered } from "./unanswered";
import { schema } from "./validate";
import { unlessCancelled, type Waiter } from "./waiting";

/** The version of azure-native whose behaviour the region has. */
const version = schema.package.split(" ")[1];

/** azure-native as the local region has it: the same properties, ids and refusals, and this machine in the place of Azure. */
export class AzureNative implements Provider {
  readonly name = "azure-native";
  readonly version = version;
  private readonly plans = new WeakMap<Run, Plan>();

  constructor(
    private readonly store: Store,
    /** Without one the region is a control plane alone: what is stored is there. */
    private readonly dataPlane?: DataPlaneClient,
  ) {}

  session(run: Run): ProviderSession {
    const plan = this.plans.get(run) ?? new Plan(this.store);
    this.plans.set(run, plan);
    return new AzureNativeSession(this.store, this.dataPlane, plan, run);
  }
}

class AzureNativeSession implements ProviderSession {
  private readonly validator: Validator;
  private location: string | undefined;
  /** By URN, whether the name of the resource was made up for it. */
  private readonly autonamed = new Map<string, boolean>();
  /** By URN, the id under which the engine has the resource before this run. */
  private readonly known = new Map<string, string>();
  /** The ids under which a create of this run took the place of one that seemed never to have been answered. */
  private readonly takenOver = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly dataPlane: DataPlaneClient | undefined,
    private readonly plan: Plan,
    private readonly run: Run,
  ) {
    this.validator = new Validator(plan, run);
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
    const old = idOf(type, before.properties);
    if (old !== undefined) {
      confirm(this.store, old);
    }
    const named = isGiven(inputs[type.nameProperty]);
    const automatic = old === undefined ? namesAnew(type, autonaming) : this.store.find(old)?.autonamed === true;
    this.autonamed.set(subject.urn, !named && automatic);
    fill(inputs, type.nameProperty, () => automaticName(type, subject.name, before.properties, autonaming, seed));
    if (type.located) {
      fill(inputs, "location", () => defaultLocation(inputs, before.properties, this.location, this.plan));
      inputs.location = typeof inputs.location === "string" ? normalLocation(inputs.location) : inputs.location;
    }
    const checked: Bag = { properties: inputs, secrets: given.secrets };
    // Of a replacement the engine asks once more, as if there were nothing before it.
    const { problems, warnings } = this.validator.validate(type, inputs, old ?? this.known.get(subject.urn));
    this.validator.warn(subject, warnings, checked);
    const failures = this.validator.explain(problems, checked);
    return { inputs: checked, failures };
  }

  diff(subject: Subject, id: string, before: Bag, inputs: Bag): DiffResult {
    confirm(this.store, id);
    this.known.set(subject.urn, idKey(id));
    const type = this.typeOf(subject.type);
    const changes = changesBetween(type, before.properties, inputs.properties);
    // A replacement under the same name can only come after the old resource has gone.
    return { changes, deleteBeforeReplace: this.store.find(id)?.autonamed !== true };
  }

  create(subject: Subject, bag: Bag, preview: boolean): MaybeLater<{ id: string; outputs: Bag }> {
    const type = this.typeOf(subject.type);
    return this.admitted(subject, type, bag, preview, () => this.createAdmitted(subject, type, bag, preview));
  }

  private createAdmitted(subject: Subject, type: ResourceType, bag: Bag, preview: boolean): MaybeLater<{ id: string; outputs: Bag }> {
    const id = idOf(type, bag.properties);
    if (id === undefined) {
      return { id: "", outputs: this.answer(type, undefined, bag, undefined, preview) };
    }
    const standing = this.plan.find(id);
    // In a preview nothing is deleted, also not what a replacement under the same name is about to take the place of.
    const replaced = preview && this.known.get(subject.urn) === idKey(id);
    if (standing && !replaced && !isUnanswered(standing, subject)) {
      throw alreadyExists(id);
    }
    refuseNamesake(type, id, this.plan, this.known.get(subject.urn));
    // What only became known after the check, the names of other resources above all, is held against the rules once more.
    this.validator.refuse(this.validator.validate(type, bag.properties, this.known.get(subject.urn)).problems, bag);
    const outputs = this.answer(type, id, bag, undefined, preview);
    const resource = this.toResource(subject, id, bag, outputs);
    if (preview) {
      this.plan.put(resource);
    } else {
      if (standing) {
        this.takenOver.add(idKey(id));
      }
      dropUnanswered(this.store, subject, id);
      this.store.put(resource);
    }
    const created = { id, outputs };
    const ready = this.dataPlaneOf(type, preview)?.created(id, this.waiter(subject.urn));
    return ready ? completed(ready, { ...created, inputs: bag }, created) : created;
  }

  /** Goes on at once, but with what machines are to stand behind: there the data plane is asked first. */
  private admitted<T>(
    { urn }: Subject,
    type: ResourceType,
    { properties }: Bag,
    preview: boolean,
    proceed: () => MaybeLater<T>,
  ): MaybeLater<T> {
    const dataPlane = type.carriedOutBy === "machines" ? this.dataPlaneOf(type, preview) : undefined;
    return dataPlane ? this.admittedBy(dataPlane, type, properties, this.waiter(urn)).then(proceed) : proceed();
  }

  private async admittedBy(dataPlane: DataPlaneClient, type: ResourceType, properties: Properties, waiter: Waiter): Promise<void> {
    await unlessCancelled(dataPlane.admit(type.token, properties, waiter), waiter);
    if (waiter.cancelled.aborted) {
      throw new Error("the run was cancelled before anything was begun");
    }
  }

  private waiter(urn: string): Waiter {
    return { tell: (message) => this.run.tell(urn, message), cancelled: this.run.cancelled };
  }

  private dataPlaneOf({ carriedOutBy }: ResourceType, preview: boolean): DataPlaneClient | undefined {
    return carriedOutBy && !preview ? this.dataPlane : undefined;
  }

  update(subject: Subject, id: string, bag: Bag, preview: boolean): MaybeLater<Bag> {
    confirm(this.store, id);
    const type = this.typeOf(subject.type);
    return this.admitted(subject, type, bag, preview, () => this.updateAdmitted(subject, type, id, bag, preview));
  }

  private updateAdmitted(subject: Subject, type: ResourceType, id: string, bag: Bag, preview: boolean): MaybeLater<Bag> {
    const standing = this.plan.find(id);
    if (!standing) {
      throw notFound(id);
    }
    const before: Bag = { properties: standing.inputs, secrets: standing.secrets };
    const { problems, warnings } = this.validator.validateChange(type, id, before.properties, bag.properties);
    this.validator.refuse(problems, bag, before);
    this.validator.warn(subject, warnings, bag, before);
    this.validator.refuse(this.validator.validate(type, bag.properties).problems, bag);
    const outputs = this.answer(type, id, bag, standing.outputs, preview);
    const resource = { ...this.toResource(subject, id, bag, outputs), confirmed: true };
    (preview ? this.plan : this.store).put(resource);
    const ready = this.dataPlaneOf(type, preview)?.changed(id, this.waiter(subject.urn));
    const answered = ready ? completed(ready, { id, inputs: bag, outputs }, outputs) : outputs;
    // azure-native reads what it has written, and so tells the engine of the members.
    return type.token === loadBalancer.token && !preview ? Promise.resolve(answered).then((bag) => this.withMembers(bag)) : answered;
  }

  async delete(id: string): Promise<void> {
    const standing = this.store.find(id);
    // An engine that deletes what it has just created had the old one after all, and replaced it: `pulumi up --replace` asks nothing
    // before. The new one stands under the same id.
    const isReplaced = this.takenOver.delete(idKey(id));
    // What is gone already was deleted; ARM answers so too.
    if (standing && !isReplaced) {
      refuseIfInUse(this.store, standing);
      const deleted = withContents(this.store, standing);
      deleted.forEach((resource) => this.store.remove(resource.id));
      await Promise.all(deleted.map((resource) => this.dataPlane?.gone(resource.id, this.waiter(resource.urn))));
    }
  }

  read(subject: Subject, id: string, keptInputs: Bag, keptOutputs: Bag): MaybeLater<ResourceState | undefined> {
    const type = this.typeOf(subject.type);
    if (!readPath(type.path, id)) {
      throw wrongId(id, type);
    }
    const standing = this.store.find(id);
    if (!standing) {
      return undefined;
    }
    confirm(this.store, id);
    const state = stateOf(standing);
    if (type.token !== loadBalancer.token) {
      return state;
    }
    const engine = { inputs: keptInputs.properties, outputs: keptOutputs.properties };
    return this.withMembers(state.outputs).then((outputs) => ({
      ...state,
      inputs: { ...state.inputs, properties: refreshedInputs(engine, standing, outputs.properties) },
      outputs,
    }));
  }

  /** The outputs of a load balancer with the instances behind it. */
  private async withMembers({ properties, secrets }: Bag): Promise<Bag> {
    return { properties: withMembers(properties, await memberSets(this.store, this.dataPlane)), secrets };
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
    return { properties: outputs, secrets: secretsOfOutputs(outputs, bag) };
  }

  private toResource(subject: Subject, id: string, bag: Bag, outputs: Bag): Resource {
    return {
      id,
      type: subject.type,
      urn: subject.urn,
      inputs: bag.properties,
      outputs: outputs.properties,
      secrets: bag.secrets,
      outputSecrets: outputs.secrets,
      autonamed: this.autonamed.get(subject.urn) === true,
      confirmed: false,
    };
  }
}

function stateOf({ id, inputs, outputs, secrets, outputSecrets }: Resource): ResourceState {
  return { id, inputs: { properties: inputs, secrets }, outputs: { properties: outputs, secrets: outputSecrets } };
}

/** The answer comes when the resource is as declared, as on Azure; what went wrong is told with it. */
async function completed<T>(carrying: Promise<string[]>, state: ResourceState, answer: T): Promise<T> {
  const problems = await carrying;
  if (problems.length > 0) {
    throw new IncompleteResource(state, problems);
  }
  return answer;
}
