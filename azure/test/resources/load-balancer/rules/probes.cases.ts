import { edits, remove, set } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";

const probe = "probes[0]";

/** The load balancer's probes. */
export const probeCases: RuleCases[] = [
  {
    rule: "R17-path",
    refused: [
      { name: "an HTTP probe without a path", change: remove(`${probe}.requestPath`), at: `${probe}.requestPath` },
      {
        name: "an HTTPS probe with an empty path",
        change: edits(set(`${probe}.protocol`, "Https"), set(`${probe}.requestPath`, "")),
        at: `${probe}.requestPath`,
      },
    ],
    accepted: [{ name: "a TCP probe without a path", change: edits(set(`${probe}.protocol`, "Tcp"), remove(`${probe}.requestPath`)) }],
  },
  {
    rule: "R17-path-over-tcp",
    refused: [{ name: "a TCP probe with a path", change: set(`${probe}.protocol`, "tcp"), at: `${probe}.requestPath` }],
    accepted: [{ name: "an HTTPS probe with a path", change: set(`${probe}.protocol`, "Https") }],
  },
  {
    rule: "R17-port",
    refused: [
      { name: "port 0", change: set(`${probe}.port`, 0), at: `${probe}.port` },
      { name: "port 65536", change: set(`${probe}.port`, 65536), at: `${probe}.port` },
    ],
    accepted: [
      { name: "port 1", change: set(`${probe}.port`, 1) },
      { name: "port 65535", change: set(`${probe}.port`, 65535) },
    ],
  },
  {
    rule: "R17-interval",
    refused: [{ name: "4 seconds", change: set(`${probe}.intervalInSeconds`, 4), at: `${probe}.intervalInSeconds` }],
    accepted: [
      { name: "5 seconds", change: set(`${probe}.intervalInSeconds`, 5) },
      { name: "2147483646 seconds", change: edits(set(`${probe}.intervalInSeconds`, 2_147_483_646), set(`${probe}.numberOfProbes`, 1)) },
      { name: "no interval, which means 15 seconds", change: remove(`${probe}.intervalInSeconds`) },
    ],
  },
  {
    rule: "R17-count",
    refused: [
      { name: "no answer at all", change: set(`${probe}.numberOfProbes`, 0), at: `${probe}.numberOfProbes` },
      {
        name: "143165577 answers every 15 seconds, one more than was recorded",
        change: edits(remove(`${probe}.intervalInSeconds`), set(`${probe}.numberOfProbes`, 143_165_577)),
        at: `${probe}.numberOfProbes`,
      },
    ],
    accepted: [
      { name: "one answer", change: set(`${probe}.numberOfProbes`, 1) },
      {
        name: "143165576 answers every 15 seconds",
        change: edits(set(`${probe}.intervalInSeconds`, 15), set(`${probe}.numberOfProbes`, 143_165_576)),
      },
    ],
  },
];
