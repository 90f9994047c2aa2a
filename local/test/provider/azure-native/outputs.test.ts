import { outputsOf } from "../../../region/provider/azure-native/outputs";
import { parseAddressPrefix } from "../../../../azure/facts/address-prefix";
import { Properties, UNKNOWN } from "../../../../azure/properties/value";
import { loadBalancer } from "../../../../azure/resources/load-balancer/load-balancer";
import { publicIpAddress } from "../../../../azure/resources/network/public-ip-address";
import { publicIpPrefix } from "../../../../azure/resources/network/public-ip-prefix";
import { scaleSet } from "../../../../azure/resources/scale-set/scale-set";
import type { ResourceType } from "../../../../azure/resources/resource-type";
import { balancer } from "../../support/programs";

const outputs = (type: ResourceType, inputs: Properties, others: { id?: string; before?: Properties; preview?: boolean } = {}) =>
  outputsOf({ type, apiVersion: "2026-01-01", id: others.id, inputs, before: others.before, preview: others.preview ?? false });

describe("the outputs of a load balancer", () => {
  const [rule] = outputs(loadBalancer, balancer("/ip", { loadBalancerName: "lb" }), { id: "/lb" }).loadBalancingRules as Properties[];

  it("give each part its own id", () => {
    const { probes, backendAddressPools } = outputs(loadBalancer, balancer("/ip"), { id: "/lb" });
    expect(probes).toMatchObject([{ name: "http", id: "/lb/probes/http" }]);
    expect(backendAddressPools).toEqual([{ name: "servers", id: "/lb/backendAddressPools/servers" }]);
  });

  it("resolve what begins with $self to the part's id, and nothing else", () => {
    expect(rule).toMatchObject({
      id: "/lb/loadBalancingRules/http",
      frontendIPConfiguration: { id: "/lb/frontendIPConfigurations/front" },
      backendAddressPool: { id: "/lb/backendAddressPools/servers" },
      probe: { id: "/lb/probes/http" },
    });
    const tagged = outputs(loadBalancer, { tags: { note: "see $self/probes", exact: "$selfish/x" } }, { id: "/lb" });
    expect(tagged.tags).toEqual({ note: "see $self/probes", exact: "$selfish/x" });
  });

  it("leave the parts' ids unknown as long as a name is", () => {
    const { probes } = outputs(loadBalancer, balancer("/ip"), { preview: true });
    expect(probes).toMatchObject([{ id: UNKNOWN }]);
    expect(outputs(loadBalancer, { probes: [{ name: UNKNOWN }, UNKNOWN] }, { id: "/lb" }).probes).toEqual([
      { name: UNKNOWN, id: UNKNOWN },
      UNKNOWN,
    ]);
    expect(outputs(loadBalancer, { probes: UNKNOWN }, { id: "/lb" }).probes).toBe(UNKNOWN);
  });

  it("keep the inputs as they are", () => {
    const inputs = balancer("/ip");
    outputs(loadBalancer, inputs, { id: "/lb" });
    expect(inputs).toEqual(balancer("/ip"));
  });
});

describe("the outputs of a public address", () => {
  it("have an address of this machine, and a host name where there is a label", () => {
    const labelled = outputs(publicIpAddress, { location: "westeurope", dnsSettings: { domainNameLabel: "shop" } });
    expect(labelled).toMatchObject({
      ipAddress: "127.0.0.1",
      dnsSettings: { domainNameLabel: "shop", fqdn: "shop.westeurope.cloudapp.localhost" },
    });
    expect(outputs(publicIpAddress, { location: "westeurope" })).not.toHaveProperty("dnsSettings");
  });

  it("do not know the host name before the label", () => {
    const { dnsSettings } = outputs(
      publicIpAddress,
      { location: "westeurope", dnsSettings: { domainNameLabel: UNKNOWN } },
      { preview: true },
    );
    expect(dnsSettings).toEqual({ domainNameLabel: UNKNOWN, fqdn: UNKNOWN });
  });
});

describe("the outputs of a public IP prefix", () => {
  const blockOf = (inputs: Properties, id = "/prefix") => outputs(publicIpPrefix, inputs, { id }).ipPrefix as string;

  it("have a block of the prefix's length, which stays, and which is another one for another prefix", () => {
    expect(blockOf({ prefixLength: 28 })).toMatch(/^127\.\d+\.\d+\.\d+\/28$/);
    expect(blockOf({ prefixLength: 28 }, "/PREFIX")).toBe(blockOf({ prefixLength: 28 }));
    expect(blockOf({ prefixLength: 28 }, "/other")).not.toBe(blockOf({ prefixLength: 28 }));
    expect(blockOf({ prefixLength: 126, publicIPAddressVersion: "IPv6" })).toMatch(/^2001:db8:[0-9a-f]+:[0-9a-f]+::\/126$/);
    expect(parseAddressPrefix(blockOf({ prefixLength: 22 }))?.hasHostBits).toBe(false);
  });

  it("do not know the block before name, length and version", () => {
    expect(outputs(publicIpPrefix, { prefixLength: 28 }, { preview: true }).ipPrefix).toBe(UNKNOWN);
    expect(blockOf({ prefixLength: UNKNOWN })).toBe(UNKNOWN);
    expect(blockOf({ prefixLength: 28, publicIPAddressVersion: UNKNOWN })).toBe(UNKNOWN);
  });
});

describe("the outputs of a scale set", () => {
  it("keep its unique id and the time of its creation over updates", () => {
    const created = outputs(scaleSet, { vmScaleSetName: "web" }, { id: "/web" });
    const updated = outputs(scaleSet, { vmScaleSetName: "web", tags: { a: "b" } }, { id: "/web", before: created });
    expect([updated.uniqueId, updated.timeCreated]).toEqual([created.uniqueId, created.timeCreated]);
    expect(new Date(String(created.timeCreated)).toISOString()).toBe(created.timeCreated);
  });
});
