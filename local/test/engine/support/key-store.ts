import { once } from "node:events";
import * as http from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

/** What Pulumi asks of HashiCorp Vault, see developer.hashicorp.com/vault/api-docs/secret/transit: one of the two. */
interface Question {
  readonly plaintext?: string;
  readonly ciphertext?: string;
}

/** What Vault writes before what it has encrypted. */
const mark = "vault:v1:";

/**
 * Answers as HashiCorp Vault does when it is asked to encrypt or decrypt a stack's key, and leaves the key as it is. A key that comes from
 * a passphrase costs each operation a third of a second of a processor, more than the rest of it.
 */
export class KeyStore {
  /** For `pulumi stack init`. */
  static readonly secretsProvider = "hashivault://tests";

  private readonly server = http.createServer(async (request, response) => {
    const { plaintext, ciphertext } = (await json(request)) as Question;
    const data = ciphertext === undefined ? { ciphertext: `${mark}${plaintext}` } : { plaintext: ciphertext.slice(mark.length) };
    response.end(JSON.stringify({ data }));
  });

  /** @returns What tells Pulumi where it is. */
  async open(): Promise<NodeJS.ProcessEnv> {
    if (!this.server.listening) {
      await once(this.server.listen(0, "127.0.0.1"), "listening");
    }
    return { VAULT_SERVER_URL: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`, VAULT_SERVER_TOKEN: "tests" };
  }

  close(): void {
    this.server.close();
  }
}
