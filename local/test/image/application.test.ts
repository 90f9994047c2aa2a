import * as fs from "node:fs";
import * as http from "node:http";
import * as net from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import { MetadataService } from "./support/metadata-service";
import { Program, until } from "./support/program";

jest.setTimeout(30_000);

interface Application {
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
async function start(files: Record<string, string> = {}, metadataAddress = "127.0.0.1:9"): Promise<Application> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "application-"));
  roots.push(root);
  for (const [file, text] of Object.entries(files)) write(root, file, text);
  const program = new Program("application/main.js", { PORT: "0", ROOT_FOLDER: root, INSTANCE_METADATA_ADDRESS: metadataAddress });
  programs.push(program);
  return { program, root, port: Number((await program.said(/Listening on port (\d+)/))[1]) };
}

function write(root: string, file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

async function metadata(): Promise<MetadataService> {
  const service = await new MetadataService().listen();
  services.push(service);
  return service;
}

function ask({ port }: Application, target: string, options: RequestInit = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${target}`, options);
}

const post = { method: "POST" };
const fromVisitor = { method: "POST", headers: { "X-Forwarded-For": "192.0.2.7" } };

async function answersOfHealthPaths(application: Application): Promise<{ healthz: number; readyz: number }> {
  const [healthz, readyz] = await Promise.all(["/healthz", "/readyz"].map((target) => ask(application, target)));
  return { healthz: healthz.status, readyz: readyz.status };
}

describe("the page", () => {
  test.concurrent("shows the instance, its zone, its size and the version of its image", async () => {
    const application = await start(
      { "etc/os-release": 'ID=debian\nIMAGE_ID=web-tier\nIMAGE_VERSION="3.1.4"\n' },
      (await metadata()).address,
    );
    const page = await (await ask(application, "/")).text();
    for (const [place, text] of [
      ["name", "web_1"],
      ["zone", "2"],
      ["vmSize", "Standard_B1s"],
      ["imageVersion", "3.1.4"],
      ["hostName", os.hostname()],
    ]) {
      expect(page).toContain(`id="${place}">${text}<`);
    }
    expect(page).not.toContain("{{");
  });

  test.concurrent("shows the host name where there is no instance metadata", async () => {
    expect(await (await ask(await start(), "/")).text()).toContain(`<title>${os.hostname()}</title>`);
  });

  test.concurrent("shows no text as HTML", async () => {
    const service = await metadata();
    service.compute.zone = `<script>"&'`;
    const page = await (await ask(await start({}, service.address), "/")).text();
    expect(page).toContain('id="zone">&#60;script&#62;&#34;&#38;&#39;<');
  });

  test.concurrent("asks the instance metadata once for many requests, since the service limits them", async () => {
    const service = await metadata();
    const application = await start({}, service.address);
    await Promise.all(Array.from({ length: 20 }, () => ask(application, "/instance")));
    expect(service.questions).toBe(1);
  });
});

describe("the health paths", () => {
  test.concurrent("both answer 200 where cloud-init is off", async () => {
    expect(await answersOfHealthPaths(await start())).toEqual({ healthz: 200, readyz: 200 });
  });

  test.concurrent("answer in the form of the health extension's rich states as well", async () => {
    const application = await start();
    expect(await (await ask(application, "/healthz")).json()).toMatchObject({ ApplicationHealthState: "Healthy" });
    await ask(application, "/unhealthy", post);
    expect(await (await ask(application, "/healthz")).json()).toMatchObject({ ApplicationHealthState: "Unhealthy" });
  });

  test.concurrent("both answer 503 until cloud-init has run the user data, and 200 from then on", async () => {
    const application = await start({ "run/cloud-init/enabled": "" });
    expect(await answersOfHealthPaths(application)).toEqual({ healthz: 503, readyz: 503 });
    write(application.root, "run/cloud-init/result.json", '{"v1": {"datasource": "Azure", "errors": []}}');
    expect(await answersOfHealthPaths(application)).toEqual({ healthz: 200, readyz: 200 });
  });

  test.concurrent("both answer 503 when the user data failed, with where to read why", async () => {
    const error = "('scripts_user', RuntimeError('Runparts: 1 failures (part-001) in 1 attempted commands'))";
    const application = await start({
      "run/cloud-init/enabled": "",
      "run/cloud-init/result.json": JSON.stringify({ v1: { errors: [error] } }),
    });
    expect(await answersOfHealthPaths(application)).toEqual({ healthz: 503, readyz: 503 });
    expect(await (await ask(application, "/readyz")).text()).toContain("/var/log/cloud-init-output.log");
  });

  test.concurrent("do not go by trouble in another part of cloud-init", async () => {
    const application = await start({
      "run/cloud-init/enabled": "",
      "run/cloud-init/result.json": JSON.stringify({ v1: { errors: ["('locale', ProcessExecutionError('update-locale'))"] } }),
    });
    expect(await answersOfHealthPaths(application)).toEqual({ healthz: 200, readyz: 200 });
  });

  test.concurrent("a draining instance is alive, but not ready, until the mark is gone", async () => {
    const application = await start({ "run/drain/draining": "" });
    expect(await answersOfHealthPaths(application)).toEqual({ healthz: 200, readyz: 503 });
    fs.rmSync(path.join(application.root, "run/drain/draining"));
    expect(await answersOfHealthPaths(application)).toEqual({ healthz: 200, readyz: 200 });
  });

  test.concurrent("an instance that was declared unhealthy fails both until it is declared healthy", async () => {
    const application = await start();
    await ask(application, "/unhealthy", post);
    expect(await answersOfHealthPaths(application)).toEqual({ healthz: 503, readyz: 503 });
    await ask(application, "/healthy", post);
    expect(await answersOfHealthPaths(application)).toEqual({ healthz: 200, readyz: 200 });
  });
});

describe("burning", () => {
  test.concurrent("uses processor time and leaves requests answered", async () => {
    const application = await start();
    const before = processorTicks(application.program.id);
    expect(await (await ask(application, "/burn?seconds=20", post)).text()).toBe("Burning for 20 s.\n");
    await until(() => processorTicks(application.program.id) > before + 20);
    expect(await answersOfHealthPaths(application)).toEqual({ healthz: 200, readyz: 200 });
    await application.program.remove();
  });

  test.concurrent("ends by itself", async () => {
    const application = await start();
    await ask(application, "/burn?seconds=1", post);
    await until(async () => (await describeInstance(application)).secondsToBurn === 0);
    await until(() => threadsOf(application.program.id).every(({ niceness }) => niceness !== 19));
  });

  test.concurrent("a second request takes the place of the first", async () => {
    const application = await start();
    await ask(application, "/burn?seconds=3600", post);
    await ask(application, "/burn?seconds=1", post);
    await until(async () => (await describeInstance(application)).secondsToBurn === 0);
    await until(() => threadsOf(application.program.id).every(({ niceness }) => niceness !== 19));
  });

  test.concurrent.each(["0", "3601", "-1", "1.5", "1e3", "", "ten"])("%p seconds are refused, with what is allowed", async (seconds) => {
    const application = await start();
    const response = await ask(application, `/burn?seconds=${seconds}`, post);
    expect([response.status, await response.text()]).toEqual([
      400,
      `seconds is "${seconds}". Give a whole number from 1 to 3600, as in /burn?seconds=30.\n`,
    ]);
    expect(await describeInstance(application)).toMatchObject({ secondsToBurn: 0 });
  });

  test.concurrent.each([
    ["1", "/burn?seconds=1"],
    ["3600", "/burn?seconds=3600"],
    ["30", "/burn"],
  ])("burns for %s seconds on %s", async (seconds, target) => {
    const application = await start();
    expect(await (await ask(application, target, post)).text()).toBe(`Burning for ${seconds} s.\n`);
    await application.program.remove();
  });
});

describe("the controls", () => {
  const paths = ["/burn?seconds=1", "/unhealthy", "/healthy"];

  test.concurrent.each(paths)("%s is refused to a visitor, who learns what would open it", async (target) => {
    const application = await start();
    const response = await ask(application, target, fromVisitor);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("/etc/web-tier/demonstration");
    expect(await describeInstance(application)).toMatchObject({ state: "ready", secondsToBurn: 0 });
  });

  test.concurrent.each(paths)("%s serves a visitor where the demonstration is on", async (target) => {
    expect((await ask(await start({ "etc/web-tier/demonstration": "" }), target, fromVisitor)).status).toBe(200);
  });

  test.concurrent("are on the page only where visitors may use them", async () => {
    const application = await start();
    expect(await (await ask(application, "/")).text()).toContain("<section hidden>\n        <h2>Try it out");
    write(application.root, "etc/web-tier/demonstration", "");
    expect(await (await ask(application, "/")).text()).toContain("<section >\n        <h2>Try it out");
  });

  test.concurrent.each(paths)("%s changes nothing on GET", async (target) => {
    const response = await ask(await start(), target);
    expect([response.status, await response.text()]).toEqual([405, `${target.split("?")[0]} takes POST, not GET.\n`]);
  });
});

describe("other requests", () => {
  test.concurrent("HEAD is answered as GET, without a body", async () => {
    const response = await ask(await start(), "/", { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(1000);
  });

  test.concurrent("a path that is not there is a 404, and one that cannot be read a 400", async () => {
    const application = await start();
    expect((await ask(application, "/nothing")).status).toBe(404);
    expect(await statusOfRawTarget(application.port, "//")).toBe(400);
  });
});

describe("a stop by SIGTERM", () => {
  test.concurrent("takes no new connections, finishes the open request, and ends with 0", async () => {
    const service = await metadata();
    let release = () => {};
    service.held = new Promise((resolve) => (release = resolve));
    const application = await start({}, service.address);
    const open = ask(application, "/instance");
    await until(() => service.questions === 1);

    application.program.signal("SIGTERM");
    await until(() => refusesConnections(application.port));
    release();

    expect(await (await open).json()).toMatchObject({ name: "web_1", reasons: [expect.stringContaining("stopping")] });
    expect(await application.program.ended).toBe(0);
  });

  test.concurrent("does not wait for a connection that is merely kept alive, nor for what burns", async () => {
    const application = await start();
    const agent = new http.Agent({ keepAlive: true });
    await new Promise((resolve) =>
      http.get({ port: application.port, host: "127.0.0.1", agent }, (response) => response.resume().on("end", resolve)),
    );
    await ask(application, "/burn?seconds=3600", post);
    application.program.signal("SIGTERM");
    expect(await application.program.ended).toBe(0);
    agent.destroy();
  });
});

async function describeInstance(application: Application): Promise<{ state: string; secondsToBurn: number }> {
  return (await (await ask(application, "/instance")).json()) as { state: string; secondsToBurn: number };
}

/** Ticks of processor time that the process has used. Source: proc(5), fields 14 and 15 of stat. */
function processorTicks(processId: number): number {
  const fields = fs.readFileSync(`/proc/${processId}/stat`, "utf8").split(") ")[1].split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

function threadsOf(processId: number): { niceness: number }[] {
  return fs.readdirSync(`/proc/${processId}/task`).map((thread) => {
    const fields = fs.readFileSync(`/proc/${processId}/task/${thread}/stat`, "utf8").split(") ")[1].split(" ");
    return { niceness: Number(fields[16]) };
  });
}

async function refusesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(false);
    });
    socket.once("error", () => resolve(true));
  });
}

/** Sends a target that no client library would send. */
async function statusOfRawTarget(port: number, target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1", () => socket.write(`GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`));
    let text = "";
    socket.setEncoding("utf8").on("data", (piece: string) => (text += piece));
    socket.once("error", reject);
    socket.once("end", () => resolve(Number(text.split(" ")[1])));
  });
}
