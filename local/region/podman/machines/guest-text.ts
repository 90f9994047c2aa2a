/** What has a terminal change colours, move about, take a title or another character set (ECMA-48). No match runs past the next escape character. */
const terminalSequence = new RegExp(String.raw`\x1b(\[[0-9;?]*[A-Za-z]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][A-Z0-9])`, "g");

const controlCharacter = new RegExp(String.raw`[\x00-\x08\x0a-\x1f\x7f-\x9f]`, "g");

/**
 * A line of text from a machine as it can be shown: without what a terminal would take for an order. User data writes what it likes, and
 * people read it on their own terminals.
 */
export function showableLine(line: string): string {
  return line.replace(terminalSequence, "").replace(controlCharacter, "").trimEnd();
}
