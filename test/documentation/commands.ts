import * as fs from "node:fs";
import * as path from "node:path";

/** A command of a page, as words; "$(…)" stands where another command's output would. */
export interface Command {
  readonly page: string;
  readonly words: readonly string[];
}

export const root = path.join(__dirname, "../..");

/** The pages that a person copies commands from. */
export const pages = ["README.md", "CONTRIBUTING.md", "image/README.md", ...inFolder("docs")];

function inFolder(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);
}

/** The commands of all pages that begin with a program. */
export function commandsOf(program: string): Command[] {
  return pages.flatMap((page) =>
    shellBlocks(fs.readFileSync(path.join(root, page), "utf8"))
      .flatMap(commandsIn)
      .filter(([first]) => first === program)
      .map((words) => ({ page, words })),
  );
}

/** The code blocks of a page in Markdown, fenced as sh or indented. */
export function shellBlocks(page: string): string[] {
  const fenced = [...page.matchAll(/^( *)```sh\n(.*?)\n\1```$/gms)].map(([, , block]) => block);
  const unfenced = page.replace(/^( *)```.*?\n\1```$/gms, "");
  const indented = [...unfenced.matchAll(/(?<=\n\n)(?: {4}.+\n+)+/g)].map(([block]) => block.replace(/^ {4}/gm, ""));
  return [...fenced, ...indented];
}

/** The commands of a shell script in the order in which they end, those in $(…) included. It knows as much of sh as our pages use. */
export function commandsIn(script: string): string[][] {
  const found: string[][] = [];
  const rest = withoutHeredocs(script);
  let position = 0;

  /** Reads up to a closing parenthesis, or to the end. */
  const list = () => {
    let words: string[] = [];
    let word: string | undefined;
    const endWord = () => {
      if (word !== undefined && !(words.length === 0 && /^\w+=/.test(word))) {
        words.push(word);
      }
      word = undefined;
    };
    const endCommand = () => {
      endWord();
      if (words[0] !== "export") {
        found.push(words[0] === "do" ? words.slice(1) : words);
      }
      words = [];
    };
    while (position < rest.length) {
      const character = rest[position++];
      if (character === ")") {
        break;
      } else if (character === "\\") {
        position += 1;
      } else if (character === " ") {
        endWord();
      } else if ("\n;|&".includes(character)) {
        endCommand();
      } else if (character === "#" && word === undefined) {
        position = (rest.indexOf("\n", position) + 1 || rest.length + 1) - 1;
      } else if (character === "'") {
        const end = rest.indexOf("'", position);
        word = (word ?? "") + rest.slice(position, end);
        position = end + 1;
      } else if (character === '"') {
        word = (word ?? "") + quoted();
      } else if (character === "$" && rest[position] === "(") {
        word = (word ?? "") + substitution();
      } else {
        word = (word ?? "") + character;
      }
    }
    endCommand();
  };

  const substitution = () => {
    position += 1;
    list();
    return "$(…)";
  };

  const quoted = () => {
    let text = "";
    while (rest[position] !== '"') {
      if (rest.startsWith("$(", position)) {
        position += 1;
        text += substitution();
      } else {
        text += rest[position++];
      }
    }
    position += 1;
    return text;
  };

  list();
  return found.filter((words) => words.length > 0);
}

/** Of a here document only the commands in it are kept, each on a line of its own. */
function withoutHeredocs(script: string): string {
  return script.replace(/ <<(\w+)\n(.*?)\n\1$/gms, (_, __, text: string) =>
    [...text.matchAll(/\$\((.*?)\)/g)].map(([, command]) => `\n${command}`).join(""),
  );
}
