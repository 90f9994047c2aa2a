import { edits, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";

const extensions = "virtualMachineProfile.extensionProfile.extensions";
const version = `${extensions}[0].typeHandlerVersion`;
const settings = `${extensions}[0].settings`;

const tcp = set(settings, { protocol: "tcp", port: 80 });

export const healthExtensionCases: RuleCases[] = [
  {
    rule: "R69-protocol",
    refused: [
      { name: "ftp", change: edits(tcp, set(`${settings}.protocol`, "ftp")), at: `${settings}.protocol` },
      { name: "HTTP in capitals on Linux", change: set(`${settings}.protocol`, "HTTP"), at: `${settings}.protocol` },
      { name: "no protocol", change: remove(`${settings}.protocol`), at: `${settings}.protocol` },
    ],
    accepted: [
      { name: "https", change: set(`${settings}.protocol`, "https") },
      { name: "tcp", change: tcp },
      {
        name: "HTTP in capitals on Windows",
        change: edits(set(`${settings}.protocol`, "HTTP"), set(`${extensions}[0].type`, "ApplicationHealthWindows")),
      },
    ],
  },
  {
    rule: "R69-port",
    refused: [
      { name: "no port over tcp", change: edits(tcp, remove(`${settings}.port`)), at: `${settings}.port` },
      { name: "port 0", change: set(`${settings}.port`, 0), at: `${settings}.port` },
      { name: "port 65536", change: set(`${settings}.port`, 65_536), at: `${settings}.port` },
    ],
    accepted: [
      { name: "no port over http", change: remove(`${settings}.port`) },
      { name: "port 1", change: set(`${settings}.port`, 1) },
      { name: "port 65535", change: set(`${settings}.port`, 65_535) },
    ],
  },
  {
    rule: "R69-path",
    refused: [
      { name: "no path over http", change: remove(`${settings}.requestPath`), at: `${settings}.requestPath` },
      {
        name: "an empty path over https",
        change: edits(set(`${settings}.protocol`, "https"), set(`${settings}.requestPath`, "")),
        at: `${settings}.requestPath`,
      },
    ],
    accepted: [{ name: "no path over tcp", change: tcp }],
  },
  {
    rule: "R69-path-over-tcp",
    refused: [{ name: "a path over tcp", change: edits(tcp, set(`${settings}.requestPath`, "/healthz")), at: `${settings}.requestPath` }],
    accepted: [{ name: "an empty path over tcp", change: edits(tcp, set(`${settings}.requestPath`, "")) }],
  },
  {
    rule: "R69-settings",
    refused: [
      { name: "a setting that the extension does not know", change: set(`${settings}.path`, "/healthz"), at: `${settings}.path` },
      { name: "a port as text", change: set(`${settings}.port`, "80"), at: `${settings}.port` },
    ],
    accepted: [
      { name: "the settings of VM watch", change: set(`${settings}.vmWatchSettings`, { enabled: true }) },
      { name: "settings that are not known yet", change: unknown(settings) },
    ],
  },
  {
    rule: "R70-interval",
    refused: [4, 61].map((seconds) => ({
      name: `${seconds} seconds`,
      change: set(`${settings}.intervalInSeconds`, seconds),
      at: `${settings}.intervalInSeconds`,
    })),
    accepted: [5, 60].map((seconds) => ({
      name: `${seconds} seconds`,
      change: edits(set(`${settings}.intervalInSeconds`, seconds), set(`${settings}.numberOfProbes`, 2)),
    })),
  },
  {
    rule: "R70-probes",
    refused: [0, 25].map((probes) => ({
      name: `${probes} probes`,
      change: set(`${settings}.numberOfProbes`, probes),
      at: `${settings}.numberOfProbes`,
    })),
    accepted: [1, 24].map((probes) => ({ name: `${probes} probes`, change: set(`${settings}.numberOfProbes`, probes) })),
  },
  {
    rule: "R70-grace-period",
    refused: [
      { name: "4 seconds", change: edits(set(version, "2.0"), tcp, set(`${settings}.gracePeriod`, 4)), at: `${settings}.gracePeriod` },
      {
        name: "14401 seconds",
        change: edits(set(version, "2.0"), tcp, set(`${settings}.gracePeriod`, 14_401)),
        at: `${settings}.gracePeriod`,
      },
      { name: "a grace period in version 1.0", change: set(`${settings}.gracePeriod`, 600), at: `${settings}.gracePeriod` },
    ],
    accepted: [5, 14_400].map((seconds) => ({
      name: `${seconds} seconds`,
      change: edits(set(version, "2.0"), tcp, set(`${settings}.gracePeriod`, seconds)),
    })),
  },
  {
    rule: "R70-total",
    refused: [
      {
        name: "60 seconds times 3 in version 1",
        change: edits(set(`${settings}.intervalInSeconds`, 60), set(`${settings}.numberOfProbes`, 3)),
        at: `${settings}.numberOfProbes`,
      },
      {
        name: "60 seconds times 5 in version 2",
        change: edits(tcp, set(version, "2.0"), set(`${settings}.intervalInSeconds`, 60), set(`${settings}.numberOfProbes`, 5)),
        at: `${settings}.numberOfProbes`,
      },
    ],
    accepted: [
      {
        name: "60 seconds times 2 in version 1",
        change: edits(set(`${settings}.intervalInSeconds`, 60), set(`${settings}.numberOfProbes`, 2)),
      },
      {
        name: "60 seconds times 4 in version 2",
        change: edits(tcp, set(version, "2.0"), set(`${settings}.intervalInSeconds`, 60), set(`${settings}.numberOfProbes`, 4)),
      },
      {
        name: "24 probes at the default interval",
        change: edits(remove(`${settings}.intervalInSeconds`), set(`${settings}.numberOfProbes`, 24)),
      },
    ],
  },
];
