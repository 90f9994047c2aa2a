import * as fs from "node:fs";
import * as path from "node:path";

const folder = "azure/test/resources";

/**
 * The file that has the cases of a rule, from the top of the repository. A resource type's cases are in the file that imports the type,
 * and in those `*.cases.ts` that this file takes them from. That each case is refused by its rule, and that every rule has cases, is
 * what `azure/test/rules/` proves.
 */
export class RuleCases {
  private readonly files: readonly string[];

  constructor(private readonly checkout: string) {
    this.files = fs
      .readdirSync(path.join(checkout, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".cases.ts"))
      .map((file) => path.join(folder, file))
      .sort();
  }

  /** @throws Error where the type has no cases for the rule, and so no page can be written. */
  fileOf(rule: string, token: string): string {
    const main = this.files.find((file) => this.importsOf(file).some((imported) => this.declares(imported, token)));
    const file = main && this.reachedFrom(main).find((candidate) => this.read(candidate).includes(`"${rule}"`));
    if (!file) {
      throw new Error(`no file in ${folder} has cases for rule ${rule} of ${token}; fix: add them to those of the type`);
    }
    return file;
  }

  private reachedFrom(main: string): string[] {
    return [main, ...this.importsOf(main).filter((imported) => imported.endsWith(".cases.ts"))];
  }

  private declares(file: string, token: string): boolean {
    return /^azure\/resources\/([^/]+\/)?[^/]+\.ts$/.test(file) && this.read(file).includes(`token: "${token}"`);
  }

  private importsOf(file: string): string[] {
    const specifiers = [...this.read(file).matchAll(/ from "(\.[^"]+)"/g)].map(([, specifier]) => specifier);
    return specifiers.map((specifier) => path.join(path.dirname(file), `${specifier}.ts`));
  }

  private read(file: string): string {
    return fs.readFileSync(path.join(this.checkout, file), "utf8");
  }
}
