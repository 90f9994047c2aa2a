import { shownAddress, Webhooks } from "../../../../region/services/alerts/notifications/webhook";
import { WebhookReceiver } from "./receivers";
import { proves } from "../../../support/proves";

/** A region that does not stop. */
const running = new AbortController().signal;
/** No pauses, so that six attempts are made at once. */
const pauses = [0, 0, 0, 0, 0];

async function post(receiver: WebhookReceiver, path = "/hook", user = "", webhooks = new Webhooks(running, pauses)) {
  try {
    return await webhooks.post(`http://${user}${await receiver.listen()}${path}`, { hello: "world" });
  } finally {
    await receiver.close();
  }
}

describe("a webhook", () => {
  it("is not called again by a region that stops", async () => {
    const busy = new WebhookReceiver([503, 200]);
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), 50);
    expect(await post(busy, "/hook", "", new Webhooks(stopping.signal, [60_000]))).toBe("it answers with status 503, and the region stops");
    expect(busy.calls).toHaveLength(1);
  });

  it("is called with the payload as JSON, at the whole of its address", async () => {
    const receiver = new WebhookReceiver();
    expect(await post(receiver, "/hook?token=abc")).toBeUndefined();
    expect(receiver.calls).toEqual([{ method: "POST", path: "/hook?token=abc", authorization: undefined, body: { hello: "world" } }]);
  });

  it("A webhook that is too busy, or not there, is called up to six times, and one that refuses is called once", async () => {
    proves("webhook-retries");
    const busy = new WebhookReceiver([408, 429, 503, 504, 503, 200]);
    expect(await post(busy)).toBeUndefined();
    expect(busy.calls).toHaveLength(6);

    const overloaded = new WebhookReceiver([503]);
    expect(await post(overloaded)).toBe("it answers with status 503, after 6 attempts");
    expect(overloaded.calls).toHaveLength(6);

    for (const status of [400, 401, 404, 500, 302]) {
      const refusing = new WebhookReceiver([status]);
      expect(await post(refusing)).toBe(`it answers with status ${status}`);
      expect(refusing.calls).toHaveLength(1);
    }

    const gone = new WebhookReceiver();
    const address = await gone.listen();
    await gone.close();
    expect(await new Webhooks(running, pauses).post(`http://${address}/secret`, {})).toBe(
      "it cannot be reached (ECONNREFUSED), after 6 attempts",
    );
  });

  it("A webhook whose attempts have all failed is not called for a while", async () => {
    proves("webhook-rest");
    const receiver = new WebhookReceiver([503, 503, 200]);
    const address = `http://${await receiver.listen()}/`;
    const webhooks = new Webhooks(running, [0]);
    expect(await webhooks.post(address, {})).toContain("after 2 attempts");
    expect(await webhooks.post(address, {})).toBe("it is not called for 15 min after a call that failed");
    expect(await webhooks.post(`${address}other`, {})).toBeUndefined();
    await receiver.close();
  });

  it("The user and password of a webhook's address are sent as basic authentication", async () => {
    proves("webhook-basic-authentication");
    const receiver = new WebhookReceiver();
    await post(receiver, "/", "me:p%40ss@");
    expect(receiver.calls[0].authorization).toBe(`Basic ${Buffer.from("me:p@ss").toString("base64")}`);
  });

  it("is called with a user whose percent sign begins no byte as it stands, and with bytes that are no text", async () => {
    for (const [user, expected] of [
      ["us%er:p@", "us%er:p"],
      ["m%C3%A4:100%@", "mä:100%"],
      ["%ff:%zz@", "\ufffd:%zz"],
    ]) {
      const receiver = new WebhookReceiver();
      expect(await post(receiver, "/", user)).toBeUndefined();
      expect(receiver.calls[0].authorization).toBe(`Basic ${Buffer.from(expected).toString("base64")}`);
    }
  });

  it.each(["ftp://example.com/", "file:///etc/passwd", "example.com/hook", ""])("is not called at %p", async (address) => {
    expect(await new Webhooks(running).post(address, {})).toBe("its address is none; give an http or https address");
  });

  it("is shown without user, path and query, which are secrets", () => {
    expect(shownAddress("https://me:secret@hooks.example.com:8443/services/secret?code=secret")).toBe("https://hooks.example.com:8443");
    expect(shownAddress("mailto:secret")).toBe("an address that is none");
  });
});
