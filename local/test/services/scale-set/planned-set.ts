import type { Properties } from "../../../../azure/properties/value";
import type { Edit } from "../../../../azure/test/rules/edits";
import { validScaleSet } from "../../../../azure/test/rules/valid/scale-set";
import { thisComputer } from "../../../region/foundation/computer";
import type { BelievedHealth } from "../../../region/services/scale-set/health/health-source";
import type { HealthState } from "../../../region/services/scale-set/instance";
import { readScaleSet } from "../../../region/services/scale-set/scale-set-model";
import { mayGo, planScaleSet, withoutInstance } from "../../../region/services/scale-set/scale-set-plan";
import { type InstanceRecord, newScaleSetState, type ScaleSetState } from "../../../region/services/scale-set/scale-set-state";
import { second } from "./instances";

/** A scale set in virtual time, whose machines do at once what its planner wants. */
export class PlannedSet {
  now = 0;
  /** What the planner said, with the name that it said it of. */
  readonly notes: string[] = [];
  /** What instances report, by name; the others are healthy. */
  readonly health = new Map<string, HealthState>();

  /** @param state Where it goes on from. */
  constructor(
    public properties: Properties = validScaleSet(),
    public state: ScaleSetState = newScaleSetState,
  ) {}

  /** Declares the set as it is, but for what the edits change. */
  change(...edits: readonly Edit[]): void {
    this.properties = structuredClone(this.properties);
    edits.forEach((edit) => edit(this.properties));
  }

  /** The same, and lets it come to rest. */
  declare(...edits: readonly Edit[]): void {
    this.change(...edits);
    this.run();
  }

  /** Lets time pass, ten seconds a turn; twenty minutes if nothing else is said. */
  run(length = 1200 * second): void {
    for (const end = this.now + length; this.now < end; this.now += 10 * second) {
      this.turn();
    }
  }

  /** Has the planner decide once, and the machines follow. */
  turn(): void {
    const { state, notes } = planScaleSet({
      name: "web",
      now: this.now,
      model: readScaleSet(this.properties),
      state: this.state,
      health: new Map(this.state.instances.map((record) => [record.name, this.healthOf(record)])),
      unavailableZones: new Set(),
      subnetPrefix: "10.0.0.0/24",
      addressesInUse: new Set(this.state.instances.map(({ address }) => address)),
      newUuid: thisComputer.newUuid,
    });
    this.notes.push(...notes.map(({ subject, message }) => `${subject}: ${message}`));
    const left = state.instances.filter((record) => mayGo(record, state)).reduce(withoutInstance, state);
    this.state = { ...left, instances: left.instances.map((record) => this.provisioned(record)) };
  }

  get names(): string[] {
    return this.state.instances.map(({ name }) => name);
  }

  /** The set as who carries the planner's wishes out has it. */
  get service() {
    const edit = (change: (state: ScaleSetState) => ScaleSetState) => (this.state = change(this.state));
    return { name: "web", instances: this.state.instances, view: this.state, change: edit };
  }

  /** An instance by its name. */
  record(name: string): InstanceRecord {
    const found = this.state.instances.find((record) => record.name === name);
    if (found === undefined) {
      throw new Error(`there is no instance ${name}; there are ${this.names.join(", ")}`);
    }
    return found;
  }

  /** What the source of an instance's health says. */
  healthOf({ name, provisioningState }: InstanceRecord): BelievedHealth {
    const health = provisioningState === "Succeeded" ? (this.health.get(name) ?? "Healthy") : undefined;
    return { health, reason: `the test has it ${health}` };
  }

  private provisioned(record: InstanceRecord): InstanceRecord {
    const isUnderWay = record.provisioningState === "Creating" || record.provisioningState === "Updating";
    return isUnderWay ? { ...record, provisioningState: "Succeeded", stateChangedAt: this.now } : record;
  }
}
