import { services } from "../../fidelity/services";
import type { FieldCase } from "./expectation";
import { FieldStack } from "./stack";

/** How the region differs from Azure in what happens with an accepted program, or nothing where it does the same. */
type Check = (fieldCase: FieldCase) => Promise<string | undefined>;

/** What happens with the programs that Azure accepts and that do something unexpected then, by the name of the case. */
export const behaviours: Readonly<Partial<Record<string, Check>>> = {
  // A network does not take its subnets into its own inputs, so that a refresh changes nothing.
  "39-vnet-refresh-keeps-own-subnets": async ({ steps }) => {
    const stack = new FieldStack();
    try {
      await stack.up(steps[0]);
      await stack.refresh();
      const { steps: changes } = await stack.up(steps[0]);
      return changes.length > 0 ? `changed after a refresh: ${changes.join(", ")}` : undefined;
    } finally {
      stack.remove();
    }
  },
  "41-vmss-eleventh-model": shownBy("models-in-use"),
  "46-autoscale-recurring-hides-default": shownBy("autoscale-recurrence"),
  "48-vmss-script-does-not-rerun": shownBy("upgrade-manual"),
  "49-autoscale-window-looks-back": shownBy("autoscale-window"),
  "51-nsg-deny-network-stops-probes": shownBy("security-probe"),
  "53-lb-https-probe-self-signed": shownBy("probe-https"),
  "54-vmss-rolling-all-unhealthy": shownBy("upgrade-gate-before"),
  "55-vmss-rolling-upgraded-unhealthy": shownBy("upgrade-gate-after"),
};

/** What happens then is a behaviour of the region, which has a test of its own: `make test ONLY=fidelity` holds it to that. */
function shownBy(behaviour: string): Check {
  const isThere = services.some((service) => service.behaviours.some(({ id }) => id === behaviour));
  return async () => (isThere ? undefined : `the region has no behaviour ${behaviour}`);
}
