import * as fc from "fast-check";
import { add, edits, remove, set } from "../../../../azure/test/rules/edits";
import { loadBalancerId } from "../../../../azure/test/rules/valid/scale-set";
import { durationBetween, inAnyCase } from "../texts";
import { alternatives, varied, Variation } from "../variation";

const profile = "virtualMachineProfile";
const extensions = `${profile}.extensionProfile.extensions`;
const settings = `${extensions}[0].settings`;
const repairs = "automaticRepairsPolicy";
const policy = "upgradePolicy.rollingUpgradePolicy";

/** Whatever another variation says; a Flexible scale set has neither probe nor surplus. */
export const inUniform = edits(
  set("orchestrationMode", "Uniform"),
  set("overprovision", false),
  remove(`${profile}.networkProfile.networkApiVersion`),
);

/** Together at most 120 seconds. */
const patience = fc
  .integer({ min: 5, max: 60 })
  .chain((intervalInSeconds) =>
    fc
      .integer({ min: 1, max: Math.min(24, Math.floor(120 / intervalInSeconds)) })
      .map((numberOfProbes) => ({ intervalInSeconds, numberOfProbes })),
  );
const port = fc.integer({ min: 1, max: 65_535 });

/** Where Azure learns of an instance's health, and what else is installed. */
export const health: fc.Arbitrary<Variation>[] = [
  alternatives("health", {
    "over http, as patient as can be": fc
      .tuple(patience, port)
      .map(([numbers, at]) => set(settings, { protocol: "http", port: at, requestPath: "/healthz", ...numbers })),
    "over tcp": port.map((at) => set(settings, { protocol: "tcp", port: at })),
    "over https, without a port": set(settings, { protocol: "https", requestPath: "/healthz" }),
    "in rich states": fc
      .integer({ min: 5, max: 14_400 })
      .map((gracePeriod) => edits(set(`${extensions}[0].typeHandlerVersion`, "2.0"), set(`${settings}.gracePeriod`, gracePeriod))),
    "from the load balancer's probe": edits(
      inUniform,
      remove(`${profile}.extensionProfile`),
      set(`${profile}.networkProfile.healthProbe.id`, `${loadBalancerId}/probes/http`),
      set(
        `${profile}.networkProfile.networkInterfaceConfigurations[0].ipConfigurations[0].loadBalancerBackendAddressPools[0].id`,
        `${loadBalancerId}/backendAddressPools/instances`,
      ),
    ),
    "from nowhere": edits(remove(`${profile}.extensionProfile`), remove(repairs), set("upgradePolicy.mode", "Manual")),
  }),
  alternatives("further extensions", {
    "a script": fc.constant(
      edits(add(extensions, { name: "Script", publisher: "Microsoft.Azure.Extensions", type: "CustomScript", typeHandlerVersion: "2.1" })),
    ),
  }),
  varied(
    "extensionsTimeBudget",
    durationBetween("PT15M", "PT2H").map((budget) => set(`${profile}.extensionProfile.extensionsTimeBudget`, budget)),
  ),
  varied(
    "repairs",
    fc
      .tuple(durationBetween("PT10M", "PT90M"), fc.constantFrom("Replace", "Restart", "Reimage").chain(inAnyCase))
      .map(([gracePeriod, repairAction]) =>
        edits(set(`${repairs}.gracePeriod`, gracePeriod), set(`${repairs}.repairAction`, repairAction)),
      ),
  ),
];

/** How a new model reaches the instances. */
export const upgrades: fc.Arbitrary<Variation>[] = [
  varied(
    "percentages",
    fc
      .tuple(fc.integer({ min: 5, max: 100 }), fc.integer({ min: 5, max: 100 }), fc.integer({ min: 0, max: 100 }))
      .map(([one, other, upgraded]) =>
        edits(
          set(`${policy}.maxBatchInstancePercent`, Math.min(one, other)),
          set(`${policy}.maxUnhealthyInstancePercent`, Math.max(one, other)),
          set(`${policy}.maxUnhealthyUpgradedInstancePercent`, upgraded),
        ),
      ),
  ),
  varied(
    "pause",
    durationBetween("PT0S", "P1D").map((pause) => set(`${policy}.pauseTimeBetweenBatches`, pause)),
  ),
  alternatives("surge", {
    none: edits(set(`${policy}.maxSurge`, false)),
    "none, and overprovisioning": edits(inUniform, set(`${policy}.maxSurge`, false), set("overprovision", true)),
  }),
  alternatives("upgrade mode", { Manual: set("upgradePolicy.mode", "Manual"), Automatic: set("upgradePolicy.mode", "Automatic") }),
];
