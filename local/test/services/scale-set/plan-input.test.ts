import { thisComputer } from "../../../region/foundation/computer";
import { readScaleSet } from "../../../region/services/scale-set/scale-set-model";
import { type PlanInput, planScaleSet } from "../../../region/services/scale-set/scale-set-plan";
import { newScaleSetState } from "../../../region/services/scale-set/scale-set-state";
import { minute } from "./instances";

const repairs = { automaticRepairsPolicy: { enabled: true, gracePeriod: "PT10M" } };

/** A new scale set of two instances, and what else its plan is made from. */
function input(change: Partial<PlanInput> = {}): PlanInput {
  return {
    name: "web",
    now: 0,
    model: readScaleSet({ sku: { name: "Standard_B2s", capacity: 2 }, zones: ["1", "2"], ...repairs }),
    state: newScaleSetState,
    health: new Map(),
    unavailableZones: new Set(),
    subnetPrefix: "10.0.0.0/29",
    addressesInUse: new Set(),
    newUuid: thisComputer.newUuid,
    ...change,
  };
}

/** The state of a set whose instances are there and were healthy long ago. */
function provisioned() {
  const { state } = planScaleSet(input());
  return { ...state, instances: state.instances.map((record) => ({ ...record, provisioningState: "Succeeded" as const })) };
}

describe("the input of a scale set's plan", () => {
  it("gives each new instance the lowest address that no scale set of the subnet has, as long as there is one", () => {
    const { state, notes } = planScaleSet(input({ addressesInUse: new Set(["10.0.0.4", "10.0.0.6"]) }));
    expect(state.instances.map(({ name, address }) => [name, address])).toEqual([["web_0", "10.0.0.5"]]);
    expect(notes.at(-1)?.message).toContain("the subnet has no free address (SubnetIsFull)");
  });

  it("places instances in the zones that are there", () => {
    const { state } = planScaleSet(input({ unavailableZones: new Set(["1"]) }));
    expect(state.instances.map(({ zone }) => zone)).toEqual(["2", "2"]);
  });

  it("goes by the health of each instance, by its name, and takes one that nothing is known of for no problem", () => {
    const state = provisioned();
    const later = { state, now: 20 * minute, addressesInUse: new Set(state.instances.map(({ address }) => address)) };
    expect(planScaleSet(input(later)).notes).toEqual([]);
    const { notes } = planScaleSet(
      input({ ...later, health: new Map([["web_1", { health: "Unhealthy" as const, reason: "it answered 500" }]]) }),
    );
    expect(notes[0]).toMatchObject({ subject: "web_1", message: expect.stringMatching(/^repair by Replace: it is Unhealthy/) });
  });

  it("comes out the same for the same input, but for the ids that have to be unique", () => {
    const withoutIds = ({ state, notes }: ReturnType<typeof planScaleSet>) => ({
      notes,
      state: { ...state, instances: state.instances.map((record) => ({ ...record, vmId: "" })) },
    });
    const given = input();
    expect(withoutIds(planScaleSet(given))).toEqual(withoutIds(planScaleSet(given)));
    expect(given.state).toEqual(newScaleSetState);
  });
});
