import * as fs from "node:fs";
import * as http from "node:http";
import * as net from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import { start, write, metadata, ask, post, fromVisitor, answersOfHealthPaths, describeInstance } from "./support/application";
import { until } from "./support/program";

jest.setTimeout(30_000);

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

  test.concurrent.each([
    ["a page of another site", "https://elsewhere.example", "localhost:8080"],
    ["a page of another program on this computer", "http://localhost:3000", "localhost:8080"],
    ["a page that hides where it is from", "null", "localhost:8080"],
    ["a page whose name was made to lead here", "http://elsewhere.example:8080", "elsewhere.example:8080"],
    ["a page whose name only begins like localhost", "http://localhost.elsewhere.example", "localhost.elsewhere.example"],
  ])("are refused to %s", async (_, origin, host) => {
    const application = await start({ "etc/web-tier/demonstration": "" });
    for (const target of paths) {
      const response = await postFrom(application.port, target, { Origin: origin, Host: host, "X-Forwarded-For": "192.0.2.7" });
      expect(response.status).toBe(403);
      expect(response.text).toContain("this application's own page");
    }
    expect(await describeInstance(application)).toMatchObject({ state: "ready", secondsToBurn: 0 });
  });

  test.concurrent.each([
    ["localhost:8080", "http://localhost:8080"],
    ["127.0.0.1", "http://127.0.0.1"],
    ["shop-web.westeurope.cloudapp.azure.com", "https://shop-web.westeurope.cloudapp.azure.com"],
  ])("serve the application's own page, opened as %s", async (host, origin) => {
    const application = await start({ "etc/web-tier/demonstration": "" });
    const headers = { Origin: origin, Host: host, "X-Forwarded-For": "192.0.2.7" };
    expect(await postFrom(application.port, "/unhealthy", headers)).toMatchObject({ status: 200 });
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

/** A POST with any headers; fetch would put its own in the place of some. */
function postFrom(port: number, target: string, headers: Record<string, string>): Promise<{ status?: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port, path: target, method: "POST", headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (piece: string) => (text += piece));
      response.on("end", () => resolve({ status: response.statusCode, text }));
    });
    request.once("error", reject).end();
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
