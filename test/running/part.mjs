// What a part of the tests is: a command that either holds or does not, or a suite of Jest tests that are counted one by one.
import * as fs from "node:fs";
import * as path from "node:path";

/** A command that passes as one check when it ends well. One in a lane gives way to the other lanes. `fix` says how to get its program. */
export function holds(name, title, command, { needs = "packages", inCheck = false, lane, fix } = {}) {
  return {
    name,
    title,
    needs,
    inCheck,
    lane,
    fix,
    command: () => (lane ? givingWay(command) : command),
    count: (held) => ({ passed: held ? 1 : 0, failed: held ? 0 : 1 }),
  };
}

/**
 * The tests of a Jest configuration. A suite that breaks before its tests run counts as failed, and so does one without tests.
 *
 * A suite takes all processors and goes in turn with the others like it, but for those of engines and machines, which mostly wait. These are
 * in lanes that run side by side, and so many of their files at a time; what stands in a lane and says nothing of that has all processors, and
 * gives way to the other lanes. One that is alone has nothing beside it.
 */
export function suite(name, title, config, { needs = "packages", inCheck = false, lane, atATime, alone = false } = {}) {
  return {
    name,
    title,
    needs,
    inCheck,
    config,
    lane,
    alone,
    command: (reports, files = []) => {
      const options = [`--config=${config}`, "--json", `--outputFile=${report(reports, name)}`, `--maxWorkers=${atATime ?? "100%"}`];
      // Tests make many objects for a short time; with so little room for new ones as Node has, a tenth of the time would go into clearing it.
      const jest = ["node", "--max-semi-space-size=64", "node_modules/jest/bin/jest.js", ...options, ...files];
      // With --json jest also prints its report; what a person reads goes to standard error.
      return ["sh", "-c", '"$@" >/dev/null', "sh", ...(lane && !atATime ? givingWay(jest) : jest)];
    },
    count: (held, reports) => {
      const file = report(reports, name);
      const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = fs.existsSync(file)
        ? JSON.parse(fs.readFileSync(file, "utf8"))
        : { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1, numPendingTests: 0 };
      // A skipped test proves nothing, so it fails the run.
      const failures = numFailedTests + numRuntimeErrorTestSuites + numPendingTests;
      return { passed: numPassedTests, failed: failures > 0 || held ? failures : 1 };
    },
  };
}

function givingWay(command) {
  return ["nice", ...command];
}

function report(reports, name) {
  return path.join(reports, `${name}.json`);
}
