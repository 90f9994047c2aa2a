/**
 * How Pulumi starts the program, and `make` every other one that is written in TypeScript: ts-node takes each file's JavaScript from here
 * (typestrong.org/ts-node/docs/transpilers). Much of a preview's time went into three things, and all are saved here:
 *
 * - Every file was transpiled again at every run. The results are kept, each under the hash of all that it depends on, so an old one is
 *   never taken for a new one, and the folder can be deleted at any time.
 * - The SDK takes a stack trace for every property of every resource, for its search for promises that never end, and ts-node maps
 *   each back to the sources. Those traces carry no message; errors do, and only they are mapped. Most of the others nobody reads, and they
 *   are written out for somebody who does.
 * - The SDK loads packages that only other programs use; see late-packages.js.
 */
const { createHash, randomUUID } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const ts = require("typescript");
const { loadLate } = require("./late-packages");

const folder = path.join(__dirname, "../../node_modules/.cache/transpiled");

loadLate();

/** Called by ts-node, several times, with the compiler options that Pulumi and the tsconfig agreed on. */
exports.create = ({ service }) => {
  const compilerOptions = service.config.options;
  const common = `${ts.version} ${JSON.stringify(compilerOptions)}`;
  return {
    transpile(source, { fileName }) {
      mapErrorsOnly();
      const hash = createHash("sha256").update(`${common}\n${fileName}\n${source}`).digest("hex");
      const file = path.join(folder, `${hash}.json`);
      return read(file) ?? write(file, transpile(source, fileName, compilerOptions));
    },
  };
};

function transpile(source, fileName, compilerOptions) {
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(source, { fileName, compilerOptions, reportDiagnostics: true });
  return { outputText, sourceMapText, diagnostics };
}

function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Two runs may write the same file at a time; neither may see half of it. Where nothing can be written, the program runs all the same. */
function write(file, result) {
  if (result.diagnostics.length === 0) {
    const { outputText, sourceMapText } = result;
    const temporary = `${file}.${randomUUID()}`;
    try {
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(temporary, JSON.stringify({ outputText, sourceMapText }));
      fs.renameSync(temporary, file);
    } catch {
      return result;
    }
  }
  return result;
}

/** ts-node sets its mapping of stack traces before it asks for the first file. */
function mapErrorsOnly() {
  const map = Error.prepareStackTrace;
  if (map && !map.errorsOnly) {
    const mapErrors = (error, frames) => (error.message === "" ? unmapped(error, frames) : map(error, frames));
    Error.prepareStackTrace = Object.assign(mapErrors, { errorsOnly: true });
  }
}

/** The SDK notes one for each of its promises, and reads those of promises that never ended. */
function unmapped(error, frames) {
  const trace = () => `${error}\n    at ${frames.join("\n    at ")}`;
  return frames[0]?.getFunctionName() === "debuggablePromise" ? { toString: trace } : trace();
}
