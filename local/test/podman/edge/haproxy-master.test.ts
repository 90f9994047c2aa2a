import * as net from "node:net";
import * as path from "node:path";
import { HaproxyMaster } from "../../../region/podman/edge/haproxy-master";
import { temporaryFolder } from "../../support/temporary-folder";

const running = "description: 5f0c3a9e11d2b8c4\n\n1\n# be_id be_name srv_id srv_name srv_admin_state\n2 loadBalancingRule:site 1 web_0 0\n";

const folder = temporaryFolder();
const silent: net.Socket[] = [];
let server: net.Server;

afterEach(() => {
  silent.splice(0).forEach((connection) => connection.destroy());
  server.close();
});

/** A master that leaves its first connections unanswered. */
function master(unanswered: number): Promise<HaproxyMaster> {
  const socket = path.join(folder.path, "master.sock");
  let left = unanswered;
  server = net.createServer({ allowHalfOpen: true }, (connection) => {
    if (left-- > 0) {
      silent.push(connection);
    } else {
      connection.resume().on("end", () => connection.end(running));
    }
  });
  return new Promise((resolve) => server.listen(socket, () => resolve(new HaproxyMaster(socket))));
}

it("An HAProxy that leaves a reload and questions after it unanswered is asked again, and runs with what it took", async () => {
  const reloaded = await master(3);
  await reloaded.reload();
  const taken = await reloaded.until(({ fingerprint }) => fingerprint === "5f0c3a9e11d2b8c4", 20_000);
  expect(taken?.getsNewConnections.get("loadBalancingRule:site/web_0")).toBe(true);
});

it("Whatever a silent HAProxy is told, it is told again", async () => {
  const silentOnce = await master(1);
  await silentOnce.set([{ section: "loadBalancingRule:site", server: "web_0", getsNewConnections: true }]);
  expect(silent).toHaveLength(1);
});

it("A question that is never answered is an error, as an HAProxy that hangs is not one that is gone", async () => {
  await expect((await master(Infinity)).running()).rejects.toThrow("unanswered");
});
