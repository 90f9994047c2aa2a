import type { DeployedScaleSet } from "../../region/services/scale-set/deployed-scale-set";
import type { InstanceRecord } from "../../region/services/scale-set/scale-set-state";
import { podmanImage } from "../../region/services/scale-set/images";
import { userDataFor } from "./guest-behaviour";
import type { World } from "./world";

/** What is not yet as declared, in words; nothing where the world is at rest. */
export function notAtRest(world: World): string[] {
  const sets = world.scaleSets;
  const { declared, podman, edges } = world;
  if (!declared.hasScaleSet) {
    return [
      ...podman.containers.map(({ name }) => `the machine ${name} is left`),
      ...podman.networks.map(() => "a network is left"),
      ...edges.ids.map((id) => `the edge of ${id} is left`),
    ];
  }
  if (sets.length !== 1) {
    return [`there are ${sets.length} scale sets`];
  }
  const [set] = sets;
  const { instances } = set.service;
  const names = instances.map(({ name }) => name);
  return [
    ...wrongCount(world, set),
    ...instances.flatMap((record) => wrongInstance(world, set, record)),
    ...podman.containers
      .filter((container) => !names.some((name) => podman.machine(name) === container))
      .map(({ name }) => `the machine ${name} has no instance`),
    ...(podman.networks.length === 1 ? [] : [`there are ${podman.networks.length} networks`]),
    ...wrongEdges(world, names),
    ...wrongMetadata(world, names),
  ];
}

function wrongMetadata({ daemon }: World, names: readonly string[]): string[] {
  const { listening, reached } = daemon.metadataServices;
  const expected = [...names].sort().join();
  return [
    ...(listening.join() === expected ? [] : [`metadata services listen for ${listening.join() || "nobody"}`]),
    ...(reached.join() === listening.join() ? [] : [`of them are reached ${reached.join() || "none"}`]),
  ];
}

function wrongCount({ declared: { capacity, autoscale } }: World, { model, service: { instances } }: DeployedScaleSet): string[] {
  const isDeclared = autoscale ? model.capacity >= autoscale.minimum && model.capacity <= autoscale.maximum : model.capacity === capacity;
  return [
    ...(isDeclared ? [] : [`the capacity is ${model.capacity}`]),
    ...(instances.length === model.capacity ? [] : [`there are ${instances.length} of ${model.capacity} instances`]),
  ];
}

function wrongInstance({ podman, declared }: World, { service: { view }, model }: DeployedScaleSet, record: InstanceRecord): string[] {
  const { name, provisioningState } = record;
  const machine = podman.machine(name);
  if (provisioningState !== "Succeeded" || machine === undefined) {
    return [`${name} is ${provisioningState}, and its machine ${machine?.status ?? "is not there"}`];
  }
  const isLatest =
    record.model === view.latestModel &&
    machine.image === podmanImage(model.instance.image) &&
    userDataFor(machine.behaviour) === userDataFor(declared.behaviour);
  return [...(machine.serves ? [] : [`${name} does not serve`]), ...(isLatest ? [] : [`${name} does not run the latest model`])];
}

function wrongEdges({ declared, edges, served }: World, names: readonly string[]): string[] {
  const expected = declared.probe ? [...names].sort().join() : "";
  return [
    ...(edges.ids.length === (declared.probe ? 1 : 0) ? [] : [`there are ${edges.ids.length} edges`]),
    ...(served.join() === expected ? [] : [`new connections go to ${served.join() || "nobody"}`]),
  ];
}
