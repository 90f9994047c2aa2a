import * as fs from "node:fs";
import * as path from "node:path";
import type { Behaviour as ServiceBehaviour } from "../../azure/fidelity/behaviour";
import { behaviours } from "./service-behaviours";
import { edgeBehaviours } from "../region/podman/edge/behaviours";
import { machineBehaviours } from "../region/podman/machines/behaviours";
import { metadataBehaviours } from "../region/services/scale-set/metadata/behaviours";
import { metricBehaviours } from "../region/services/metrics/behaviours";
import { notificationBehaviours } from "../region/services/alerts/notifications/behaviours";
import { resourceTypes } from "../../azure/resources";
import type { ChangeRule, Rule } from "../../azure/rules/rule";
import type { Behaviour } from "./behaviour";
import type { Section } from "./page";

const checkout = path.resolve(__dirname, "../..");
const proofs = "azure/test";

/** One section for each resource type: its rules, the changes that are refused, and what keeps it from being deleted. */
export function ruleSections(): Section[] {
  return resourceTypes.map(({ token, keptBy, rules, changes }) => {
    const deletions = keptBy.map(({ type, code, source, grade, rule }): Behaviour => ({
      id: rule,
      title: `It cannot be deleted while a ${shortName(type)} uses it`,
      answer: `\`${code}\``,
      grade,
      source,
      proof: "local/test/provider/azure-native/in-use.test.ts",
    }));
    return { title: shortName(token), behaviours: [...[...rules, ...changes].map((rule) => fromRule(rule, token)), ...deletions] };
  });
}

/** One section for each service that works on machines, rather than on what a program declares. */
export function serviceSections(): Section[] {
  const services: [title: string, behaviours: readonly ServiceBehaviour[]][] = [
    ["services of a scale set and a load balancer", behaviours],
    ["machines", machineBehaviours],
    ["the load balancer's edge", edgeBehaviours],
    ["instance metadata service", metadataBehaviours],
    ["metrics", metricBehaviours],
    ["notifications", notificationBehaviours],
  ];
  return services.map(([title, all]) => ({
    title,
    behaviours: all.map(({ id, title: behaviour, note, grade, source, test }) => ({
      id,
      title: behaviour,
      answer: note ?? "",
      grade,
      source,
      proof: `local/test/${test}`,
    })),
  }));
}

function fromRule(rule: Rule | ChangeRule, token: string): Behaviour {
  const code = `\`${rule.code}\`${rule.codeIsAssumed ? " *" : ""}`;
  return {
    id: rule.id,
    title: rule.title,
    answer: rule.severity === "warning" ? "warning" : code,
    grade: rule.grade,
    source: rule.source,
    proof: proofOf(rule.id, token),
  };
}

/** `azure-native:network:PublicIPAddress` in words: public IP address. */
function shortName(token: string): string {
  const words = token.replace(/^.*:/, "").split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  return words.map((word) => (word === word.toUpperCase() ? word : word.toLowerCase())).join(" ");
}

const files = fs
  .readdirSync(path.join(checkout, proofs), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .sort();
const texts = new Map(files.map((file) => [file, fs.readFileSync(path.join(checkout, proofs, file), "utf8")]));

/** The file with the rule's cases, of the type itself where it has one. A rule without cases has no proof, and no page can be written. */
function proofOf(id: string, token: string): string {
  const words = shortName(token).replace("virtual machine ", "");
  const name = words.toLowerCase().replace(/ /g, "-");
  const proving = files.filter((file) => texts.get(file)?.includes(`"${id}"`));
  const file =
    proving.find((candidate) => candidate.includes(`/${name}`)) ??
    proving.find((candidate) => texts.get(candidate)?.includes(` ${words}"`)) ??
    proving[0];
  if (!file) {
    throw new Error(`no file in ${proofs} has cases for rule ${id}`);
  }
  return `${proofs}/${file}`;
}
