// What `make status`, `make tasks`, `make metrics`, `make logs`, `make kill`, `make protect` and their like run: asks the region daemon over its control socket and prints the answer.
import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { askForText } from "./ask.mjs";

const local = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const folder = process.env.LOCAL_REGION_FOLDER ?? path.join(local, ".region");
const [command, kind, name] = process.argv.slice(2);

/** What an operation on an instance has begun. */
const begun = {
  reimage: "Reimaging",
  restart: "Restarting",
  "update-instances": "Bringing the latest model to",
  "delete-instances": "Deleting",
};

try {
  switch (command) {
    case "status":
      showStatus(await ask("GET", "/status"));
      break;
    case "tasks":
      showTasks((await ask("GET", "/status")).tasks);
      break;
    case "logs":
      requireName(kind, "make logs INSTANCE=0");
      (await ask("GET", `/instances/${encodeURIComponent(kind)}/console`)).lines.forEach((line) => console.log(line));
      break;
    case "metrics":
      process.stdout.write(await askForText(folder, "GET", "/metrics"));
      break;
    case "port":
      requireName(kind, "make ssh INSTANCE=0");
      console.log(sshPort(await ask("GET", "/status"), kind));
      break;
    case "events":
      followEvents();
      break;
    case "protect": {
      requireName(kind, "make protect INSTANCE=0");
      const from = name || "scale-in";
      if (!["scale-in", "scale-set-actions"].includes(from)) {
        throw new Error(
          `FROM is ${from}, and an instance is protected from scale-in or scale-set-actions: make protect INSTANCE=0 FROM=scale-in`,
        );
      }
      const { instance } = await ask("POST", `/instances/${encodeURIComponent(kind)}/protect-from-${from}`);
      console.log(`Protected ${instance} from ${from === "scale-in" ? from : "scale set actions"}.`);
      break;
    }
    case "unprotect": {
      requireName(kind, "make unprotect INSTANCE=0");
      const { instance } = await ask("POST", `/instances/${encodeURIComponent(kind)}/unprotect`);
      console.log(`Took the protection off ${instance}.`);
      break;
    }
    case "reimage":
    case "restart":
    case "update-instances":
    case "delete-instances": {
      requireName(kind, `make ${command.replace(/instances$/, "instance")} INSTANCE=0`);
      const { instance, capacity } = await ask("POST", `/instances/${encodeURIComponent(kind)}/${command}`);
      console.log(
        `${begun[command]} ${instance}${capacity === undefined ? "" : `; the capacity is ${capacity} now`}. "make events" shows what comes of it.`,
      );
      break;
    }
    case "resume-repairs": {
      const { scaleSets } = await ask("POST", "/repairs/resume");
      console.log(scaleSets.length > 0 ? `Resumed the repairs of ${scaleSets.join(", ")}.` : "No scale set's repairs are suspended.");
      break;
    }
    case "kill":
    case "start": {
      requireName(name, `make ${command} INSTANCE=0, or make ${command} ZONE=1`);
      const { instance, instances } = await ask("POST", `/${kind}s/${encodeURIComponent(name)}/${command}`);
      console.log(`${command === "kill" ? "Killed" : "Started"} ${instance ?? (instances.join(", ") || "nothing: no instance is there")}.`);
      break;
    }
    default:
      throw new Error(`there is no command ${command}`);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function requireName(name, example) {
  if (!name) {
    throw new Error(`Say which one: ${example}. "make status" shows what there is.`);
  }
}

async function ask(method, target) {
  return JSON.parse(await askForText(folder, method, target));
}

function showStatus({ speedFactor, scaleSets, loadBalancers, events, tasks }) {
  console.log(`Region time runs ${speedFactor} times as fast as real time.`);
  for (const { name, capacity, instanceCount, upgrade, automaticRepairs, instances } of scaleSets) {
    console.log(
      `\n${name}: ${instanceCount} of ${capacity} instances; upgrades ${upgrade}; automatic repairs ${automaticRepairs}${automaticRepairs === "Suspended" ? ` (see "make events"; "make resume-repairs" resumes them)` : ""}`,
    );
    table(
      ["instance", "zone", "state", "health", "protected from", "model", "image", "address", "ssh port", "cpu", "memory"],
      instances.map((one) => [
        one.name,
        one.zone,
        one.provisioningState,
        one.health,
        one.protection,
        one.model,
        one.image,
        one.address,
        one.sshPort ?? "-",
        one.isOn ? (one.cpuPercent === undefined ? "-" : `${one.cpuPercent.toFixed(0)} %`) : "off",
        one.memoryBytes === undefined ? "-" : `${Math.round(one.memoryBytes / 1e6)} MB`,
      ]),
    );
  }
  for (const { name, rules } of loadBalancers) {
    console.log(`\n${name}`);
    rules.forEach((rule) =>
      console.log(inALine(`  ${rule.name}: new connections go to ${rule.newConnectionsTo.join(", ") || "nobody"} (${rule.reason})`)),
    );
  }
  const failing = tasks.filter(({ isFailing }) => isFailing);
  if (failing.length > 0) {
    console.log(`\nbackground tasks that fail; ${path.join(folder, "daemon.log")} has the stacks, make tasks shows all tasks`);
    showTasks(failing);
  }
  console.log("\nlast events");
  events.forEach(printEvent);
}

function showTasks(tasks) {
  const ago = ({ startedAt }) => `${lengthOf(Date.now() - startedAt)} ago`;
  table(
    ["task", "period", "state", "last run", "took", "last error", "what it does"],
    tasks.map(({ name, description, periodInMilliseconds, isFailing, nextRunAt, lastRun, lastError }) => [
      name,
      lengthOf(periodInMilliseconds),
      isFailing ? `fails${nextRunAt === undefined ? "" : `, again in ${lengthOf(Math.max(0, nextRunAt - Date.now()))}`}` : "works",
      lastRun ? ago(lastRun) : "-",
      lastRun ? `${lastRun.duration} ms` : "-",
      lastError ? `${lastError.message.split("\n")[0]} (${ago(lastError)})` : "-",
      description,
    ]),
  );
}

/** Real time, as tasks run in it. */
function lengthOf(milliseconds) {
  return `${Math.round(milliseconds / 100) / 10} s`;
}

function sshPort({ scaleSets }, instance) {
  const all = scaleSets.flatMap(({ instances }) => instances);
  const meant = all.filter(({ name }) => name === instance || name.endsWith(`_${instance}`));
  if (meant.length !== 1) {
    throw new Error(`There is no instance ${instance}; the instances are ${all.map(({ name }) => name).join(", ") || "none"}.`);
  }
  if (meant[0].sshPort === undefined) {
    throw new Error(
      `No port of this computer leads to SSH on ${meant[0].name}: the tier opens none, or something else had it first; make events says which.`,
    );
  }
  return meant[0].sshPort;
}

/** A text of several lines would look like more rows. */
function inALine(text) {
  return String(text).replaceAll("\n", " ");
}

function table(heads, rows) {
  const cells = rows.map((row) => row.map(inALine));
  const widths = heads.map((head, column) => Math.max(head.length, ...cells.map((row) => row[column].length)));
  for (const row of [heads, ...cells]) {
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column])).join("  ")}`.trimEnd());
  }
}

function printEvent({ time, subject, message }) {
  console.log(
    `  ${time === "" ? "--:--:--" : new Date(time).toTimeString().slice(0, 8)}  ${subject}  ${message.replaceAll("\n", "\n            ")}`,
  );
}

function followEvents() {
  const log = path.join(folder, "events.log");
  if (!fs.existsSync(log)) {
    throw new Error(`The local region is not up; fix: make up`);
  }
  const lines = fs.readFileSync(log, "utf8").trimEnd().split("\n");
  lines.forEach((line) => printEvent(parseEvent(line)));
}

/** A daemon that was killed may have left a part of a line. */
function parseEvent(line) {
  try {
    const { time, subject, message } = JSON.parse(line);
    return { time: new Date(time).toISOString(), subject, message };
  } catch {
    return { time: "", subject: "events.log", message: "a line here cannot be read" };
  }
}
