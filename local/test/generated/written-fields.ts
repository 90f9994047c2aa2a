import * as fc from "fast-check";
import { load } from "js-yaml";
import {
  nameInHaproxy,
  podmanName,
  prometheusHelp,
  prometheusLabel,
  shownLine,
  shownLines,
  shownValue,
} from "../../region/foundation/escape";
import { haproxyConfiguration, nameOfSection } from "../../region/podman/edge/haproxy-config";
import type { CarriedTraffic, EdgeMember } from "../../region/podman/edge/traffic";
import { cloudConfiguration, type Seed, seedFiles } from "../../region/podman/machines/seed";
import { renderExposition } from "../../region/services/metrics/exposition";
import { renderPage } from "../../../image/application/page";
import { hostileTexts } from "./hostile-texts";

/** Everything that a terminal or an editor would act on. */
const acting = /[\0-\x08\v-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** A text as UTF-8 can carry it. */
const wellFormed = (text: string) => Buffer.from(text).toString();

/** The configuration of an edge in which texts stand wherever a program can have put one. */
export function edgeConfiguration(texts: readonly string[]): string {
  const flows = texts.map((text, index) => ({
    ...{ text, index, property: `rules["${text}"]`, name: text, backendPort: 80, idleTimeoutInMinutes: 4, enableTcpReset: true },
  }));
  const traffic: CarriedTraffic = {
    rules: flows.map(({ text, index, ...flow }) => ({
      ...{ ...flow, frontendPort: 8080 + index, backendAddressPools: [text.toLowerCase()], probe: text, loadDistribution: "Default" },
    })),
    nats: flows.map(({ text, index, ...flow }) => ({
      ...{ ...flow, backendPort: 22, kind: "inboundNatRule", firstPort: 50000 + index, lastPort: 50000 + index, pool: text },
    })),
    notCarried: texts.map((text) => ({ property: text, because: text })),
  };
  const members = flows.flatMap(({ text, index }): EdgeMember[] => {
    const member = { zone: text, backendAddressPools: [text] };
    const natPorts: Record<string, number> = Object.fromEntries([[text, 50000 + index]]);
    return [
      { ...member, name: `${text}_0`, address: "10.0.1.4", natPorts, closedPorts: {} },
      { ...member, name: `${text}_1`, address: "10.0.1.5", natPorts: {}, closedPorts: { 80: text } },
    ];
  });
  const distributions = Object.fromEntries(
    texts.map((text) => [text, { newConnections: [`${text}_0`], standingConnectionsGoOn: true, reason: text }]),
  );
  return haproxyConfiguration({ loadBalancerId: texts.join(), traffic, members, distributions }).text;
}

/** The statements of a configuration: what HAProxy reads of it, without comments. */
function statements(configuration: string): string[] {
  return configuration.split("\n").flatMap((line) => line.replace(/#.*/, "").trim() || []);
}

function edgeHolds(text: string): void {
  const written = statements(edgeConfiguration([text]));
  const plain = statements(edgeConfiguration(["plain"]));
  const withoutNames = (lines: string[]) =>
    lines.map((line) => line.replace(/((?:loadBalancingRule|inboundNatRule):|^server )[\w.:-]*/g, "$1").replace(/^description .*/, ""));
  expect(withoutNames(written)).toEqual(withoutNames(plain));
  const sections = written.flatMap((line) => /^listen (\S+)/.exec(line)?.[1] ?? []);
  expect(sections.map(nameOfSection)).toEqual([wellFormed(text), wellFormed(text)]);
  const servers = written.flatMap((line) => /^server (\S+)/.exec(line)?.[1] ?? []);
  expect(servers.map(nameInHaproxy)).toEqual([0, 1, 0].map((id) => wellFormed(`${text}_${id}`)));
  expect(edgeConfiguration([text])).not.toMatch(acting);
}

/** What a document of YAML may consist of (https://yaml.org/spec/1.2.2/#51-character-set). cloud-init's reader is stricter than the one here. */
const inYaml = /^[\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;

function seedHolds(text: string): void {
  const seed: Seed = { vmId: text, computerName: text, adminUsername: text, sshPublicKeys: [text] };
  const metaData = seedFiles(seed)["meta-data"];
  const content = String("content" in metaData && metaData.content);
  expect(content + cloudConfiguration(seed)).toMatch(inYaml);
  expect(load(content)).toEqual({
    "instance-id": wellFormed(text),
    "local-hostname": wellFormed(text),
    "public-keys": [wellFormed(text)],
  });
  const { system_info, ...others } = load(cloudConfiguration(seed)) as { system_info: { default_user: object } };
  expect(system_info.default_user).toMatchObject({ name: wellFormed(text), gecos: wellFormed(text) });
  expect(Object.keys(others)).toEqual(Object.keys(load(cloudConfiguration({ ...seed, adminUsername: "plain" })) as object).slice(0, -1));
}

/** A line of Prometheus's text format with one label, by its definition. */
const sampleLine = /^up\{resource="((?:[^"\\\n]|\\["\\n])*)"\} 1$/;

function metricsHold(text: string): void {
  const page = renderExposition([{ name: "up", help: text, type: "gauge", samples: [{ labels: { resource: text }, value: 1 }] }]);
  const [help, type, sample, ...rest] = page.split("\n");
  expect([help.startsWith("# HELP up "), type, rest]).toEqual([true, "# TYPE up gauge", [""]]);
  const [, value = ""] = sampleLine.exec(sample) ?? [];
  expect(`"${value}"`).toBe(prometheusLabel(text));
  expect(value.replace(/\\(.)/g, (_, character: string) => (character === "n" ? "\n" : character))).toBe(
    wellFormed(text).replace(/[^\P{Cc}\n\t]|[\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "\ufffd"),
  );
  expect(prometheusHelp(text)).not.toMatch(acting);
}

const page = (name: string, reasons: string[]) =>
  renderPage({
    ...{ name, zone: name, vmSize: name, imageVersion: name, reasons, state: "ready", secondsUp: 1, secondsToBurn: 0 },
    ...{ controlsAreOpen: true, healthy: true },
  } as unknown as Parameters<typeof renderPage>[0]);

/** What makes HTML of a text. */
const markup = (html: string) => html.replace(/[^<>"'&]/g, "").replace(/&/g, "").length;

function pageHolds(text: string): void {
  expect(markup(page(text, [text]))).toBe(markup(page("plain", ["plain"])));
}

function terminalHolds(text: string): void {
  expect(shownLine(text)).not.toMatch(/[\n]/);
  expect(shownLines(text)).not.toMatch(acting);
  expect(shownLines(text).split("\n")).toHaveLength(text.split("\n").length);
  expect(JSON.parse(JSON.stringify(shownValue([{ [text]: [text, 1, null] }])))).toEqual([
    { [shownLine(text)]: [shownLines(text), 1, null] },
  ]);
  expect(podmanName(text)).toMatch(/^[\w.-]*$/);
}

/**
 * That a text stays in its field wherever the region writes one: an edge's configuration, a machine's seed, metrics, the demonstration page,
 * and what a terminal shows.
 */
export const textsStayInTheirFields = fc.property(hostileTexts, (text) => {
  edgeHolds(text);
  seedHolds(text);
  metricsHold(text);
  pageHolds(text);
  terminalHolds(text);
});
