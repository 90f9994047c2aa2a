import { givesAway, secretWords } from "../../../region/provider/azure-native/secret-words";
import { bag } from "../../../../azure/test/support/bags";

describe("a sentence", () => {
  const id = "/subscriptions/0/resourceGroups/web/providers/Microsoft.Network/loadBalancers/Hush-Hush";
  const words = secretWords([
    bag({ capacity: 7, pool: { id }, plain: "open" }, ["capacity"], ["pool"]),
    bag({ label: "quiet" }, ["label"]),
  ]);

  it.each(["at most 7", "the load balancer hush", "HUSH-HUSH", "beside quietly", `${id}/probes/x`])(
    "gives a secret away: %s",
    (sentence) => {
      expect(givesAway(words, sentence)).toBe(true);
    },
  );

  it.each(["at most 8", "the front", "open to all", ""])("gives none away: %s", (sentence) => {
    expect(givesAway(words, sentence)).toBe(false);
  });

  it("gives nothing away where nothing is secret, or the secret is empty", () => {
    expect(givesAway(secretWords([bag({ name: "web" })]), "web")).toBe(false);
    expect(givesAway(secretWords([bag({ name: "" }, ["name"])]), "web")).toBe(false);
  });
});
