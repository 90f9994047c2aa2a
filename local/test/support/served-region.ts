import { AzureNative } from "../../region/provider/azure-native/azure-native";
import { Endpoint, listen } from "../../region/provider/protocol/endpoint";
import { Store } from "../../region/store/store";
import { Client } from "./client";
import { temporaryFolder } from "./temporary-folder";

/** A region that is served over the wire in this process, anew for each test, and the clients that were connected to it. */
export class ServedRegion {
  private endpoint!: Endpoint;
  private clients: Client[] = [];
  /** What the daemon's log would have of this test. */
  readonly log: string[] = [];

  constructor() {
    const folder = temporaryFolder();
    beforeEach(async () => {
      this.endpoint = await listen(
        new AzureNative(new Store(folder.path)),
        folder.path,
        () => undefined,
        (text) => this.log.push(text),
      );
    });
    afterEach(() => {
      this.clients.forEach((client) => client.close());
      this.endpoint.close();
      this.clients = [];
      this.log.length = 0;
    });
  }

  connect(): Client {
    const client = new Client(this.endpoint.port);
    this.clients.push(client);
    return client;
  }
}
