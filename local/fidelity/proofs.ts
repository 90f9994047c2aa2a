import * as fs from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";

/** What tests say that they prove. */
export interface Proofs {
  /** The files, from the top of the repository, with a test that proves a behaviour, by its id. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** Calls of `proves` that count for nothing, each with its place and with how to fix it. */
  readonly misplaced: readonly string[];
}

/** Behaviours that no test proves, tests that prove what is no behaviour, and calls that count for nothing; each with how to fix it. */
export function problemsWith({ files, misplaced }: Proofs, behaviours: readonly string[]): string[] {
  const ids = new Set(behaviours);
  const unproved = [...ids].filter((id) => !files.has(id));
  const unknown = [...files].filter(([id]) => !ids.has(id));
  return [
    ...unproved.map((id) => `no test proves ${id}; fix: write one that says proves("${id}")`),
    ...unknown.map(([id, where]) => `${where.join(", ")}: proves ${id}, which is no behaviour; fix: correct the id, or list the behaviour`),
    ...misplaced,
  ];
}

/** Reads every call of `proves` in a folder's tests; nothing is run. */
export function proofsIn(checkout: string, folder: string): Proofs {
  const files = fs
    .readdirSync(path.join(checkout, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.posix.join(folder, file.split(path.sep).join("/")))
    .sort();
  return merged(files.map((file) => [file, proofsOf(file, fs.readFileSync(path.join(checkout, file), "utf8"))]));
}

function merged(found: readonly (readonly [file: string, proofs: { ids: string[]; misplaced: string[] }])[]): Proofs {
  const files = new Map<string, string[]>();
  for (const [file, { ids }] of found) {
    for (const id of new Set(ids)) {
      files.set(id, [...(files.get(id) ?? []), file]);
    }
  }
  return { files, misplaced: found.flatMap(([, { misplaced }]) => misplaced) };
}

/** The ids that one file's tests prove. */
export function proofsOf(file: string, text: string): { ids: string[]; misplaced: string[] } {
  const ids: string[] = [];
  const misplaced: string[] = [];
  // Most files prove nothing, and to parse them all would take a second.
  if (!/\bproves\b/.test(text)) {
    return { ids, misplaced };
  }
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === "proves" && !isDeclared(node)) {
      const problem = problemWith(node, file);
      if (problem === undefined) {
        ids.push(...argumentsOf(node).map(({ text: id }) => id));
      } else {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        misplaced.push(`${file}:${line + 1}: ${problem}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { ids, misplaced };
}

/** True for the name in an import, or of the function itself. */
function isDeclared({ parent }: ts.Identifier): boolean {
  return ts.isImportSpecifier(parent) || ts.isFunctionDeclaration(parent);
}

function problemWith(name: ts.Identifier, file: string): string | undefined {
  const call = name.parent;
  if (!ts.isCallExpression(call) || call.expression !== name || !ts.isExpressionStatement(call.parent)) {
    return "proves is only called, as a statement of its own";
  }
  if (call.arguments.length === 0 || !call.arguments.every(ts.isStringLiteral)) {
    return 'proves takes ids that are written out, such as proves("repairs-grace")';
  }
  if (!file.endsWith(".test.ts") || !isBodyOfTest(call.parent.parent)) {
    return "proves stands in the body of a test, which begins with it( or it.each(; move the call there";
  }
  return isSkipped(call) ? "a test that is skipped proves nothing; let it run" : undefined;
}

function argumentsOf(name: ts.Identifier): ts.StringLiteral[] {
  return ts.isCallExpression(name.parent) ? name.parent.arguments.filter(ts.isStringLiteral) : [];
}

/** True for the braces of `it("…", () => { … })` and `it.each(…)("…", () => { … })`. */
function isBodyOfTest(block: ts.Node): boolean {
  const body = block.parent;
  if (!ts.isBlock(block) || !(ts.isArrowFunction(body) || ts.isFunctionExpression(body))) {
    return false;
  }
  const call = body.parent;
  return ts.isCallExpression(call) && call.arguments[1] === body && /^(it|test)\b/.test(call.expression.getText());
}

function isSkipped(node: ts.Node): boolean {
  for (let around = node.parent; around !== undefined; around = around.parent) {
    if (ts.isCallExpression(around) && /^(it|test|describe)\.(skip|todo|failing)\b/.test(around.expression.getText())) {
      return true;
    }
  }
  return false;
}
