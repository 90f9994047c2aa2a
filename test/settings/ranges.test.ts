import { refusedPaths, type Overrides } from "../support/settings";

/** A custom user data file, so that ports and paths are free. */
const files = { "own.sh": "#!/bin/sh\n" };
const own = { userDataFile: "own.sh" };

const bounds: { setting: keyof Overrides; accepted: unknown[]; refused: unknown[]; with?: Overrides }[] = [
  { setting: "frontendPort", accepted: [1, 443, 49_999, 50_120, 65_534], refused: [0, -1, 65_535, 50_000, 50_119, "http", 80.5] },
  { setting: "backendPort", accepted: [1, 8080, 65_535], refused: [0, 65_536, 22, 19, 21, 25, 70, 110, 119, 143, 220, 993], with: own },
  { setting: "readinessPath", accepted: ["/", "/ready?deep=1"], refused: ["", "ready", "/a b", "http://x/ready", "/é"], with: own },
  { setting: "livenessPath", accepted: ["/", "/live"], refused: ["", "live", "/a\nb"], with: { ...own, readinessPath: "/other" } },
  { setting: "readinessIntervalInSeconds", accepted: [5, 60], refused: [4, 0, -5] },
  { setting: "readinessThreshold", accepted: [1, 10], refused: [0] },
  { setting: "livenessIntervalInSeconds", accepted: [5, 60], refused: [4, 61], with: { livenessNumberOfProbes: 2 } },
  { setting: "livenessNumberOfProbes", accepted: [1, 24], refused: [0, 25] },
  { setting: "livenessNumberOfProbes", accepted: [2], refused: [3], with: { livenessIntervalInSeconds: 60 } },
  { setting: "readinessThreshold", accepted: [1], refused: [2], with: { readinessIntervalInSeconds: 2_147_483_646 } },
  {
    setting: "repairGracePeriod",
    accepted: ["PT10M", "PT90M", "PT1H30M", "PT600S", "PT10M0.5S"],
    refused: ["PT9M59S", "PT91M", "10m", "", "P1M", "P"],
  },
  { setting: "autoscaleWindow", accepted: ["PT5M", "PT12H"], refused: ["PT4M", "PT12H1M", "PT"] },
  { setting: "autoscaleCooldown", accepted: ["PT1M", "P7D", "P1W"], refused: ["PT59S", "P7DT1S", "P8D"] },
  { setting: "predictiveLookAhead", accepted: ["PT1M", "PT1H"], refused: ["PT59S", "PT61M"] },
  { setting: "predictiveScaling", accepted: ["Disabled", "ForecastOnly", "Enabled"], refused: ["enabled", "On", ""] },
  { setting: "inboundNat", accepted: ["pools", "detachedPools", "rules"], refused: ["pool", "none", ""] },
  { setting: "outbound", accepted: ["outboundRule", "natGateway"], refused: ["nat", ""] },
  { setting: "terminateNotificationMinutes", accepted: [0, 5, 15], refused: [-1, 1, 4, 16] },
  { setting: "maxSurge", accepted: [true, false], refused: ["yes", 1] },
  { setting: "networkAlertBytes", accepted: [1, 1e10], refused: [0] },
  { setting: "zones", accepted: [["1"], ["3", "1"], [1, 2, 3]], refused: [[], ["4"], ["0"], ["1", "1"], "1", ["westeurope-1"]] },
];

describe.each(bounds)("$setting", ({ setting, accepted, refused, with: others }) => {
  it.each(accepted.map((value) => ({ value })))("may be $value", ({ value }) => {
    expect(refusedPaths({ ...others, [setting]: value }, files)).toEqual([]);
  });

  it.each(refused.map((value) => ({ value })))("must not be $value", ({ value }) => {
    expect(refusedPaths({ ...others, [setting]: value }, files)).toEqual([setting]);
  });
});
