import { apiVersions } from "../../../../region/services/scale-set/metadata/api-versions";
import { ask, document, error, instance, metadata, terminateEvent } from "./instance";
import { proves } from "../../../support/proves";

const newest = "api-version=2025-04-07";
const path = `/metadata/instance?${newest}`;

function select(place: string, query = `${newest}&format=text`): string {
  const answer = ask(`/metadata/instance/${place}?${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

describe("the instance metadata service", () => {
  it("A request without the header Metadata: true, or with X-Forwarded-For, is refused", () => {
    proves("metadata-header");
    expect(ask(path, { headers: {} })).toMatchObject({
      status: 400,
      body: expect.stringContaining("Required metadata header not specified"),
    });
    expect(ask(path, { headers: { metadata: "false" } }).status).toBe(400);
    expect(ask("/metadata/versions", { headers: {} }).status).toBe(400);
    expect(ask(path, { headers: { metadata: "true", "x-forwarded-for": "10.0.0.1" } }).status).toBe(400);
    expect(ask(path, { headers: { metadata: "True" } }).status).toBe(200);
  });

  it("A request without a known api-version is refused with the newest ones", () => {
    proves("metadata-version");
    const refusal = {
      error: "Bad request. api-version is invalid or was not specified in the request. For more information refer to aka.ms/azureimds",
      "newest-versions": ["2025-04-07", "2024-07-17", "2024-03-15"],
    };
    for (const target of [
      "/metadata/instance",
      "/metadata/instance?api-version=2017-07-01",
      "/metadata/loadbalancer?api-version=2020-09-01",
    ]) {
      const answer = ask(target);
      expect([answer.status, JSON.parse(answer.body)]).toEqual([400, refusal]);
    }
    expect(ask("/metadata/instance?api-version=2017-04-02").status).toBe(200);
    expect(ask("/metadata/loadbalancer?api-version=2020-10-01").status).toBe(200);
  });

  it("The versions are told without a version", () => {
    proves("metadata-versions");
    expect(document(ask("/metadata/versions"))).toEqual({ apiVersions });
    expect(document(ask("/metadata/versions/"))).toEqual({ apiVersions });
  });

  it("A query that repeats a parameter is refused", () => {
    proves("metadata-repeated-parameter");
    const answer = ask(`${path}&${newest}`);
    expect(answer.status).toBe(400);
    expect(error(answer)).toContain("api-version");
  });

  it("A path leads into the document by keys and indexes, and to 404 where there is nothing", () => {
    proves("metadata-path");
    expect(document(ask(`/metadata/instance/network/interface/0/ipv4?${newest}`))).toEqual({
      ipAddress: [{ privateIpAddress: "10.0.1.4", publicIpAddress: "" }],
      subnet: [{ address: "10.0.1.0", prefix: "24" }],
    });
    expect(select("network/interface/0/macAddress")).toBe("000D3A000104");
    for (const place of ["compute/nothing", "network/interface/1", "network/interface/length", "compute/name/0", "compute/toString"]) {
      expect(ask(`/metadata/instance/${place}?${newest}&format=text`).status).toBe(404);
    }
    expect(ask(`/metadata?${newest}`).status).toBe(404);
    expect(ask(`/other/instance?${newest}`).status).toBe(404);
  });

  it("A single value is told with format=text alone", () => {
    proves("metadata-leaf");
    expect(ask(`/metadata/instance/compute/userData?${newest}&format=text`)).toEqual({
      status: 200,
      contentType: "text/plain; charset=utf-8",
      body: instance.userData,
    });
    expect(ask(`/metadata/instance/compute/userData?${newest}`).status).toBe(400);
    expect(ask(`/metadata/instance/compute/userData?${newest}&format=json`).status).toBe(400);
    expect(ask(`/metadata/instance/compute?${newest}&format=xml`).status).toBe(400);
  });

  it("As text, anything but a single value is the list of what is below it", () => {
    proves("metadata-text-list");
    expect(ask(`${path}&format=text`).body).toBe("compute/\nnetwork/");
    expect(select("compute/osProfile")).toBe("adminUsername\ncomputerName\ndisablePasswordAuthentication");
    expect(select("network/interface")).toBe("0/");
  });

  it("A field is told from the version on that brought it", () => {
    proves("metadata-field-versions");
    expect(ask("/metadata/instance/compute/userData?api-version=2020-12-01&format=text").status).toBe(404);
    expect(select("compute/userData", "api-version=2021-01-01&format=text")).toBe(instance.userData);
    const oldest = document(ask("/metadata/instance?api-version=2017-04-02")) as { compute: object };
    expect(Object.keys(oldest.compute).sort()).toEqual(
      "location name offer osType platformFaultDomain platformUpdateDomain publisher sku version vmId vmSize".split(" "),
    );
    expect(select("compute/osProfile", "api-version=2020-07-15&format=text")).toBe("adminUsername\ncomputerName");
  });

  it("Every value of the instance's document is text, and what is missing is empty text", () => {
    proves("metadata-texts");
    const leaves: unknown[] = [];
    const collect = (value: unknown): unknown =>
      typeof value === "object" && value !== null ? Object.values(value).forEach(collect) : leaves.push(value);
    const told = document(ask(path)) as { compute: Record<string, unknown> };
    collect(told);
    expect(leaves.filter((leaf) => typeof leaf !== "string")).toEqual([]);
    expect(told.compute).toMatchObject({
      name: "web_3",
      vmScaleSetName: "web",
      zone: "2",
      location: "westeurope",
      vmSize: "Standard_B2s",
      tags: "owner:me;stage:test",
      tagsList: [
        { name: "owner", value: "me" },
        { name: "stage", value: "test" },
      ],
      storageProfile: { osDisk: { diskSizeGB: "30" }, imageReference: { id: instance.imageReference.id, publisher: "" } },
      securityProfile: { secureBootEnabled: "true", virtualTpmEnabled: "false", securityType: "TrustedLaunch" },
      virtualMachineScaleSet: { id: "" },
      physicalZone: "",
    });
  });

  it("tells an instance of a flexible scale set the set's id, and one without a zone an empty zone", () => {
    const flexible = {
      ...metadata,
      instance: { ...instance, zone: undefined, scaleSet: { ...instance.scaleSet, orchestrationMode: "Flexible" as const } },
    };
    const told = document(ask(path, {}, flexible)) as { compute: object };
    expect(told.compute).toMatchObject({ zone: "", virtualMachineScaleSet: { id: instance.scaleSet.id } });
  });

  it("A method that an endpoint does not have is refused with 405", () => {
    proves("metadata-method");
    expect(ask(path, { method: "POST" }).status).toBe(405);
    expect(ask("/metadata/versions", { method: "PUT" }).status).toBe(405);
    expect(ask(`/metadata/scheduledevents?${newest}`, { method: "DELETE" }).status).toBe(405);
  });

  it("The load balancer's metadata has numbers, and is not found where there is no load balancer", () => {
    proves("metadata-load-balancer");
    const target = `/metadata/loadbalancer?${newest}`;
    expect(document(ask(target))).toEqual({ loadbalancer: metadata.loadBalancer });
    const answer = ask(target, {}, { ...metadata, loadBalancer: undefined });
    expect(answer.status).toBe(404);
    expect(error(answer)).toContain("No load balancer metadata is found");
  });

  it("Older versions of scheduled events have fewer kinds of events and fewer fields", () => {
    proves("metadata-event-versions");
    const events = (version: string) => document(ask(`/metadata/scheduledevents?api-version=${version}`));
    const { Description, EventSource, DurationInSeconds, ...oldest } = terminateEvent;
    expect(events("2025-04-07")).toEqual({ DocumentIncarnation: 2, Events: [terminateEvent] });
    expect(events("2020-07-01")).toEqual({ DocumentIncarnation: 2, Events: [{ ...oldest, Description, EventSource, DurationInSeconds }] });
    expect(events("2019-08-01")).toEqual({ DocumentIncarnation: 2, Events: [{ ...oldest, Description, EventSource }] });
    expect(events("2019-04-01")).toEqual({ DocumentIncarnation: 2, Events: [{ ...oldest, Description }] });
    expect(events("2019-01-01")).toEqual({ DocumentIncarnation: 2, Events: [oldest] });
    expect(events("2017-11-01")).toEqual({ DocumentIncarnation: 2, Events: [] });
    // These versions are scheduled events' own.
    expect(ask("/metadata/instance?api-version=2020-07-01").status).toBe(400);
  });

  it("An event that there is can be approved any number of times, and a malformed approval is refused", () => {
    proves("metadata-approval");
    const approve = (body: string) => ask("/metadata/scheduledevents?api-version=2020-07-01", { method: "POST", body });
    const valid = JSON.stringify({ StartRequests: [{ EventId: terminateEvent.EventId }] });
    expect(approve(valid)).toMatchObject({ status: 200, approves: [terminateEvent.EventId] });
    expect(approve(valid).status).toBe(200);
    for (const body of [
      "",
      "{}",
      '{"StartRequests":[{}]}',
      '{"StartRequests":[{"EventId":1}]}',
      '{"StartRequests":[{"EventId":"other"}]}',
    ]) {
      const answer = approve(body);
      expect(answer.status).toBe(400);
      expect(answer.approves).toBeUndefined();
    }
  });

  it("says so when an instance asks for scheduled events, which turns them on", () => {
    expect(ask("/metadata/scheduledevents?api-version=2020-07-01").asksForEvents).toBe(true);
    expect(ask("/metadata/scheduledevents").asksForEvents).toBeUndefined();
    expect(ask(path).asksForEvents).toBeUndefined();
  });

  it("Managed identities and attested data are not found", () => {
    proves("metadata-absent");
    expect(ask(`/metadata/identity/oauth2/token?${newest}`).status).toBe(404);
    expect(ask(`/metadata/attested/document?${newest}`).status).toBe(404);
  });
});
