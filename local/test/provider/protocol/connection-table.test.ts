import { connectionsTo } from "../../../region/provider/protocol/connection-table";

const port = 0xa1b2;
const established = "01";

/** One row as the kernel writes it (https://docs.kernel.org/networking/proc_net_tcp.html), as on a computer with Intel's order of bytes. */
function row(near: string, far: string, state: string, user: number, inode: number): string {
  const padded = `   0: ${near} ${far} ${state} 00000000:00000000 00:00000000 00000000 ${String(user).padStart(5)}        0 ${inode} 1 0000000000000000 20 4 30 10 -1`;
  return `${padded.padEnd(149)}\n`;
}

function table(...rows: string[]): string {
  const heading = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";
  return `${heading.padEnd(149)}\n${rows.join("")}`;
}

const listening = row("0100007F:A1B2", "00000000:0000", "0A", 1000, 70);
const served = row("0100007F:A1B2", "0100007F:C001", established, 1000, 71);

it("finds both ends of a connection, whichever comes first", () => {
  const client = row("0100007F:C001", "0100007F:A1B2", established, 1001, 72);
  const connection = { server: { user: "1000", inode: "71" }, client: { user: "1001", inode: "72" } };
  expect(connectionsTo(port, table(listening, served, client))).toEqual(new Map([[0xc001, connection]]));
  expect(connectionsTo(port, table(client, served, listening))).toEqual(new Map([[0xc001, connection]]));
});

it.each([
  ["waits for late packets, which is listed under root", "06"],
  ["was closed just now, which may be listed under root", "04"],
  ["is closed by the other end", "08"],
  ["only begins", "02"],
])("knows no user of an end that %s", (_, state) => {
  expect(connectionsTo(port, table(listening, served, row("0100007F:C001", "0100007F:A1B2", state, 0, 0)))).toEqual(new Map());
});

it("takes no end of another connection for it", () => {
  const others = [
    row("0200007F:C001", "0100007F:A1B2", established, 0, 72),
    row("0100007F:C001", "0200007F:A1B2", established, 0, 73),
    row("0100007F:C001", "0100007F:A1B3", established, 0, 74),
    row("0100007F:C002", "0100007F:A1B2", established, 0, 75),
  ];
  expect(connectionsTo(port, table(listening, served, ...others))).toEqual(new Map());
});
