import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { MetadataService } from "./metadata-service";
import { Program } from "./program";

export interface Application {
  readonly program: Program;
  readonly root: string;
  readonly port: number;
}

const programs: Program[] = [];
const services: MetadataService[] = [];
const roots: string[] = [];

afterAll(async () => {
  await Promise.all(programs.map((program) => program.remove()));
  services.forEach((service) => service.close());
  roots.forEach((root) => fs.rmSync(root, { recursive: true }));
});

/** The real application, on a root file system of its own with the given files. */
export async function start(files: Record<string, string> = {}, metadataAddress = "127.0.0.1:9"): Promise<Application> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "application-"));
  roots.push(root);
  for (const [file, text] of Object.entries(files)) write(root, file, text);
  const program = new Program("application/main.js", { PORT: "0", ROOT_FOLDER: root, INSTANCE_METADATA_ADDRESS: metadataAddress });
  programs.push(program);
  return { program, root, port: Number((await program.said(/Listening on port (\d+)/))[1]) };
}

export function write(root: string, file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

export async function metadata(): Promise<MetadataService> {
  const service = await new MetadataService().listen();
  services.push(service);
  return service;
}

export function ask({ port }: Application, target: string, options: RequestInit = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${target}`, options);
}

export const post = { method: "POST" };
export const fromVisitor = { method: "POST", headers: { "X-Forwarded-For": "192.0.2.7" } };

export async function answersOfHealthPaths(application: Application): Promise<{ healthz: number; readyz: number }> {
  const [healthz, readyz] = await Promise.all(["/healthz", "/readyz"].map((target) => ask(application, target)));
  return { healthz: healthz.status, readyz: readyz.status };
}

export async function describeInstance(application: Application): Promise<{ state: string; secondsToBurn: number }> {
  return (await (await ask(application, "/instance")).json()) as { state: string; secondsToBurn: number };
}
