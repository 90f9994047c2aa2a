import * as fs from "node:fs";
import * as net from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import * as fc from "fast-check";
import { askOverHttp, askOverTcp, type GuestAnswer } from "../../../region/podman/machines/guest";
import { readHealthAnswer } from "../../../region/services/scale-set/health/health-answer";
import { ownSocket } from "./files";

/** So many machines at a time, a hundred times, give 10,000 answers. */
const atOnce = 100;

/** What is broken off at once anyway has time to go on, so that it is seen where it is not. */
const timeoutInMilliseconds = ({ protocol, ending }: Answer): number => (protocol === "tcp" && ending === "again and again" ? 500 : 25);

/** What the kernel and Node.js take of a connection in one go. */
const maximumBytesOfAWord = 1024 * 1024;

/** The longest body that is read, and one part more. */
const maximumBody = 2 * 64 * 1024;

const piece = fc.oneof(
  fc
    .constantFrom(
      "HTTP/1.1 200 OK\r\n",
      "HTTP/1.1 100 Continue\r\n\r\n",
      "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: any\r\n\r\n",
      "HTTP/9.9 -7 \r\n",
      "Content-Length: 99999999999999999\r\n",
      "Content-Length: -1\r\n",
      "Transfer-Encoding: chunked\r\n",
      `X-Long: ${"y".repeat(5000)}\r\n`,
      "\r\n",
      "fffffffffffffffff\r\n",
      `5;${"extension".repeat(500)}\r\nhello\r\n`,
      "7fffffff\r\n",
      "0\r\n",
      '{"ApplicationHealthState":"Healthy"}',
      '{"a":'.repeat(2000),
      "connected\n",
      "z".repeat(100_000),
    )
    .map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);

const answer = fc.record({
  protocol: fc.constantFrom("http" as const, "http" as const, "https" as const, "tcp" as const),
  /** Half begin as an answer over HTTP does. */
  beginning: fc.constantFrom("HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "", ""),
  pieces: fc.array(piece, { maxLength: 6 }),
  ending: fc.constantFrom("end", "reset", "silence", "again and again", "byte by byte"),
});

type Answer = typeof answer extends fc.Arbitrary<infer Value> ? Value : never;

function give(connection: net.Socket, { beginning, pieces, ending }: Answer): void {
  const bytes = Buffer.concat(pieces);
  connection.on("error", () => undefined).resume();
  connection.write(beginning);
  const write = (part: () => Buffer, next: (call: () => void) => void): void => {
    if (!connection.destroyed) {
      connection.write(part(), () => next(() => write(part, next)));
    }
  };
  let given = 0;
  switch (ending) {
    case "again and again":
      return write(() => (bytes.length === 0 ? Buffer.from("x") : bytes), setImmediate);
    case "byte by byte":
      return write(
        () => bytes.subarray(given++ % (bytes.length + 1)).subarray(0, 1),
        (call) => setTimeout(call, 1),
      );
    case "silence":
      return void connection.write(bytes);
    case "reset":
      return void connection.write(bytes, () => connection.destroy());
    case "end":
      return void connection.end(bytes);
  }
}

describe("a machine's answers", () => {
  let folder: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "guests-"));
  });

  afterEach(() => fs.rmSync(folder, { recursive: true }));

  /** Asks a machine that gives the answer. @returns What came of it, and how much of it the asker took. */
  async function ask(given: Answer, number: number): Promise<{ answer: GuestAnswer; takenBytes: number }> {
    const socket = ownSocket(path.join(folder, `${number}.sock`));
    const connections: net.Socket[] = [];
    const server = net.createServer((connection) => {
      connections.push(connection);
      give(connection, given);
    });
    await new Promise<void>((resolve) => server.listen(socket.path, resolve));
    const request = { path: "/", userAgent: "probe", timeoutInMilliseconds: timeoutInMilliseconds(given) };
    const taken =
      given.protocol === "tcp"
        ? await askOverTcp(socket, timeoutInMilliseconds(given))
        : await askOverHttp(socket, { ...request, protocol: given.protocol });
    // Ends by itself only once the asker has let go of every connection.
    await new Promise((resolve) => server.close(resolve));
    return { answer: taken, takenBytes: connections.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0) };
  }

  it("of whatever shape, length and pace come to something at once, and take no more than a little memory", async () => {
    const heldBefore = process.memoryUsage().rss;
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: atOnce, maxLength: atOnce }), async (answers) => {
        const asked = await Promise.all(answers.map(ask));
        for (const [index, { answer, takenBytes }] of asked.entries()) {
          expect(["response", "connected", "reset", "no answer"]).toContain(answer.kind);
          expect(answer.kind === "response" ? answer.body.length : 0).toBeLessThanOrEqual(maximumBody);
          expect(answers[index].protocol === "tcp" ? takenBytes : 0).toBeLessThan(maximumBytesOfAWord);
          expect(() => readHealthAnswer("rich", "http", answer)).not.toThrow();
        }
      }),
      { numRuns: 100 },
    );
    expect(process.memoryUsage().rss - heldBefore).toBeLessThan(300 * 1024 * 1024);
  }, 240_000);
});
