import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

/** The SHA-256 of each package's wheel, as PyPI has it. */
const wheelHashes: Readonly<Record<string, string>> = {
  "azure-mgmt-compute==34.1.0": "5de9c4ba12a79c69e2db3d880f93869a0a80e5c99d8232dbebf6c19b1ada3638",
  "azure-mgmt-compute==39.0.0": "6e59c5d37aafa4eaa97df765ac58bb8b97ac8f32dc9993a88bc167a136fb6d7c",
  "azure-mgmt-monitor==6.0.2": "fe4cf41e6680b74a228f81451dc5522656d599c6f343ecf702fc790fda9a357b",
  "azure-mgmt-network==28.1.0": "8ddb0e9ec8f10c9c152d60fc945908d113e4591f397ea3e40b92290ec2b01658",
  "azure-mgmt-network==33.1.0": "c768d065799db9751999bf041fa5130bff6ab7b2ac281207a2a3845c3c1cfe6f",
};

const cache = path.resolve(__dirname, "../../node_modules/.cache/microsoft-models");

/**
 * A file of a package of PyPI, which pip brings and nothing of which runs.
 *
 * @throws Error where there is no Python with pip, no way to PyPI, or where the package is another than the one that was read here.
 */
export function fileOfPackage(name: string, version: string, file: string): string {
  const folder = path.join(cache, `${name}-${version}`);
  if (!fs.existsSync(folder)) {
    const wheels = `${folder}.wheel`;
    const wanted = `${name}==${version}`;
    fs.mkdirSync(wheels, { recursive: true });
    const requirements = path.join(wheels, "requirements.txt");
    fs.writeFileSync(requirements, `${wanted} --hash=sha256:${wheelHashes[wanted]}\n`);
    const options = ["--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"];
    python("-m", "pip", "download", ...options, "--dest", wheels, "--requirement", requirements);
    fs.rmSync(requirements);
    const [wheel] = fs.readdirSync(wheels);
    python("-m", "zipfile", "--extract", path.join(wheels, wheel), folder);
    fs.rmSync(wheels, { recursive: true });
  }
  return fs.readFileSync(path.join(folder, file), "utf8");
}

function python(...args: string[]): void {
  execFileSync("python3", args, { stdio: ["ignore", "inherit", "inherit"] });
}
