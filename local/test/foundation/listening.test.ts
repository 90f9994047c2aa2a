import * as net from "node:net";
import { listening } from "../../region/foundation/listening";

describe("a server that listens", () => {
  it("logs every error that it meets, and listens on", async () => {
    const log: string[] = [];
    const server = net.createServer();
    await listening(server, { port: 0, host: "127.0.0.1" }, "listening to commands", (text) => log.push(text));
    const error = Object.assign(new Error("accept EMFILE"), { code: "EMFILE" });
    server.emit("error", error);
    server.emit("error", error);
    expect(log).toHaveLength(2);
    expect(log[0]).toContain("listening to commands failed: Error: accept EMFILE");
    expect(server.listening).toBe(true);
    await new Promise((resolve) => server.close(resolve));
  });

  it("says where it cannot", async () => {
    await expect(listening(net.createServer(), { path: "/nowhere/control.sock" }, "listening")).rejects.toThrow("/nowhere/control.sock");
  });
});
