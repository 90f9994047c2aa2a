import { SimulatedComputer } from "./simulated-computer";
import type { VirtualTime } from "./virtual-time";

/** A simulated computer for what needs nothing of it but its time. */
export function computerIn(time: VirtualTime): SimulatedComputer {
  const nothing = () => undefined;
  return new SimulatedComputer(time, () => "", nothing, nothing);
}
