import * as crypto from "node:crypto";
import { idKey } from "../../../../azure/arm/id";
import { differences } from "../../../../azure/properties/difference";
import { isProperties, type Properties, type Value } from "../../../../azure/properties/value";
import { scaleSet } from "../../../../azure/resources/scale-set/scale-set";
import type { Store } from "../../store/store";
import type { DataPlaneClient } from "./data-plane-client";
import { select, type View, viewOf } from "../../../../azure/properties/view";

/** A scale set, and the ids of the instances that it has now. */
export interface MemberSet {
  readonly id: string;
  readonly properties: Properties;
  readonly instanceIds: readonly string[];
}

/** A resource's properties as a program declares them, and as they are told. */
interface Refreshed {
  readonly inputs: Properties;
  readonly outputs: Properties;
}

const pools = "backendAddressPools";
const ipConfigurations = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[*]";

/** The scale sets of the region. Where no machines run, a set has as many instances as its capacity. */
export function memberSets(store: Pick<Store, "all">, dataPlane: Pick<DataPlaneClient, "instanceIds"> | undefined): Promise<MemberSet[]> {
  const sets = store.all().filter(({ type }) => type === scaleSet.token);
  return Promise.all(
    sets.map(async ({ id, outputs }) => {
      const capacity = viewOf(outputs).number("sku.capacity") ?? 0;
      const instanceIds = dataPlane ? await dataPlane.instanceIds(id) : Array.from({ length: capacity }, (_, index) => String(index));
      return { id, properties: outputs, instanceIds };
    }),
  );
}

/**
 * A load balancer as Azure reads it back: each backend pool with the IP configurations of the instances that are in it
 * (https://learn.microsoft.com/rest/api/load-balancer/load-balancers/get).
 * @param outputs What is declared of it.
 */
export function withMembers(outputs: Properties, sets: readonly MemberSet[]): Properties {
  return changePools(outputs, (pool) => {
    const members = sets.flatMap((set) => membersOf(set, idKey(String(pool.id))));
    if (members.length === 0) {
      return pool;
    }
    const declared = Array.isArray(pool.loadBalancerBackendAddresses) ? pool.loadBalancerBackendAddresses : [];
    return {
      ...pool,
      backendIPConfigurations: members.map((id) => ({ id })),
      loadBalancerBackendAddresses: [
        ...declared,
        ...members.map((id) => ({ name: uuidOf(`${String(pool.id)} ${id}`), networkInterfaceIPConfiguration: { id } })),
      ],
    };
  });
}

/**
 * The inputs that a refresh gives the engine. azure-native puts what Azure reads back into the form of inputs, and takes a property over
 * whole where that has changed since the engine was told of it last, so the members of a pool become inputs that no program has
 * (pulumi-azure-native, provider/pkg/provider/provider.go, Read and applyDiff).
 * @param engine What the engine has kept; empty for an import.
 * @param standing The load balancer as it was declared last.
 * @param now What is read back now.
 */
export function refreshedInputs(engine: Refreshed, standing: Refreshed, now: Properties): Properties {
  if (!(pools in now)) {
    return standing.inputs;
  }
  const told = pools in engine.outputs ? engine.outputs : standing.outputs;
  const readBack = asInputs(now);
  const hasChanged = differences(asInputs(told), readBack).length > 0;
  return { ...standing.inputs, [pools]: hasChanged ? readBack : (engine.inputs[pools] ?? standing.inputs[pools]) };
}

/** The IP configurations of a scale set's instances in a pool. */
function membersOf({ id, properties, instanceIds }: MemberSet, poolId: string): string[] {
  const configurations = select(properties, ipConfigurations).flatMap((nic) =>
    nic
      .list("ipConfigurations")
      .filter((one) => isIn(one, poolId))
      .map((one) => `networkInterfaces/${nic.text("name")}/ipConfigurations/${one.text("name")}`),
  );
  return instanceIds.flatMap((instance) => configurations.map((one) => `${id}/virtualMachines/${instance}/${one}`));
}

function isIn(configuration: View, poolId: string): boolean {
  return configuration.list("loadBalancerBackendAddressPools").some((pool) => idKey(pool.text("id") ?? "") === poolId);
}

/** The pools without what is read-only in them. */
function asInputs(outputs: Properties): Value {
  const { [pools]: projected } = changePools(outputs, (pool) => {
    const addresses = viewOf(pool).list("loadBalancerBackendAddresses");
    return {
      ...without(pool, "backendIPConfigurations"),
      ...(addresses.length > 0 && {
        loadBalancerBackendAddresses: addresses.map(({ value }) =>
          isProperties(value) ? without(value, "networkInterfaceIPConfiguration") : (value ?? null),
        ),
      }),
    };
  });
  return projected ?? null;
}

function without(properties: Properties, name: string): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([other]) => other !== name));
}

function changePools(outputs: Properties, change: (pool: Properties) => Properties): Properties {
  const list = outputs[pools];
  return Array.isArray(list) ? { ...outputs, [pools]: list.map((pool) => (isProperties(pool) ? change(pool) : pool)) } : outputs;
}

/** Azure names a member by a UUID that stays. */
function uuidOf(text: string): string {
  const digits = crypto.createHash("sha256").update(text).digest("hex");
  return [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`, digits.slice(20, 32)].join("-");
}
