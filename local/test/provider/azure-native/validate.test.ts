import { validate, validateChange, Verdict } from "../../../region/provider/azure-native/validate";
import { formatPath } from "../../../../azure/properties/path";
import { loadBalancerCases } from "../../../../azure/test/resources/load-balancer/rules/load-balancer.cases";
import { scaleSetCases } from "../../../../azure/test/resources/scale-set/rules/scale-set.cases";
import { actionGroupCases } from "../../../../azure/test/resources/monitor/rules/action-group.cases";
import { metricAlertCases } from "../../../../azure/test/resources/monitor/rules/metric-alert.cases";
import { edited, regionOf, TypeCases } from "../../../../azure/test/rules/cases";
import { Edit, edits, nothing, remove, set } from "../../../../azure/test/rules/edits";
import { dynamicCriteria } from "../../../../azure/test/rules/valid/metric-alert";

function verdictOn({ type, valid, surroundings }: TypeCases, change: Edit): Verdict {
  return validate(type, edited(valid, change), regionOf(surroundings));
}

const places = (problems: Verdict["problems"]) => problems.map(({ path, code }) => `${formatPath(path)}: ${code}`);

describe("the verdict on a resource", () => {
  it("is everything that is wrong, of the schema and of the rules", () => {
    const { problems } = verdictOn(loadBalancerCases, edits(set("colour", "red"), set("probes[0].port", 0), remove("probes[0].protocol")));
    expect(places(problems).sort()).toEqual([
      "colour: InvalidRequestFormat",
      "probes[0].port: PortValueIsOutOfRange",
      "probes[0].protocol: InvalidRequestFormat",
    ]);
  });

  it("has the code of who reads the place, ARM or Microsoft.Network", () => {
    const { problems } = verdictOn(loadBalancerCases, edits(set("sku", "Standard"), set("probes[0].protocol", "Udp")));
    expect(places(problems).sort()).toEqual(["probes[0].protocol: InvalidRequestFormat", "sku: InvalidRequestContent"]);
  });

  it("names where the properties of the type are described", () => {
    const [{ source }] = verdictOn(loadBalancerCases, set("colour", "red")).problems;
    expect(source).toBe("https://www.pulumi.com/registry/packages/azure-native/api-docs/network/loadbalancer/");
  });

  it("draws no conclusion from a value of a wrong type: zones that are no list are not no zones", () => {
    const balanced = set("zoneBalance", true);
    expect(places(verdictOn(scaleSetCases, edits(balanced, set("zones", "1"))).problems)).toEqual(["zones: InvalidRequestContent"]);
    expect(places(verdictOn(scaleSetCases, edits(balanced, remove("zones"))).problems)).toEqual(["zoneBalance: InvalidParameter"]);
  });

  it("takes a rule's words where the schema refuses a choice for the same reason", () => {
    const dynamic = set("criteria", { ...dynamicCriteria(), odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria" });
    const { problems } = verdictOn(metricAlertCases, edits(dynamic, set("evaluationFrequency", "PT5M")));
    expect(problems.map(({ allowed }) => allowed)).toEqual([expect.stringContaining("MultipleResourceMultipleMetricCriteria")]);
  });

  it("holds the limits of Microsoft's models, and names the model's address", () => {
    const { problems } = verdictOn(loadBalancerCases, set("probes[0].port", 80.5));
    expect(problems).toMatchObject([
      { allowed: "a whole number", code: "InvalidRequestFormat", source: expect.stringContaining("azure-mgmt-network_28.1.0") },
    ]);
  });

  it("takes a rule's words where a rule refuses what is outside such a limit", () => {
    const { problems } = verdictOn(actionGroupCases, set("groupShortName", "thirteen-long"));
    const [rule] = actionGroupCases.type.rules.filter(({ allowed }) => allowed === problems[0].allowed);
    expect(problems).toEqual([expect.objectContaining({ path: ["groupShortName"], code: rule.code, source: rule.source })]);
  });

  it("warns of a value that only a later version of the API has, which azure-native lets through", () => {
    const place = "virtualMachineProfile.securityProfile.securityType";
    const { problems, warnings } = verdictOn(scaleSetCases, set("virtualMachineProfile.securityProfile", { securityType: "Standard" }));
    expect(problems).toEqual([]);
    expect(warnings).toMatchObject([{ path: place.split("."), because: expect.stringContaining("2024-11-01") }]);
  });

  it("has no warning about a place that is refused", () => {
    const basic = verdictOn(loadBalancerCases, set("sku.name", "Basic"));
    expect([places(basic.problems), places(basic.warnings)]).toEqual([["sku.name: PublicIPAndLBSkuDoNotMatch"], []]);
  });
});

describe("the verdict on a change", () => {
  const verdict = (before: Edit, after: Edit) => {
    const { type, valid, surroundings } = scaleSetCases;
    return validateChange(type, edited(valid, before), edited(valid, after), regionOf(surroundings));
  };

  it("refuses what Azure refuses, with the way out", () => {
    const { problems, warnings } = verdict(nothing, set("zones", ["1", "2"]));
    expect(problems).toMatchObject([
      { path: ["zones"], code: "PropertyChangeNotAllowed", allowed: expect.stringMatching(/; fix: .*make a new scale set/) },
    ]);
    expect(warnings).toEqual([]);
  });

  it("only warns of what Azure carries out", () => {
    const { problems, warnings } = verdict(set("zones", ["1", "2"]), nothing);
    expect(problems).toEqual([]);
    expect(warnings).toMatchObject([{ path: ["zones"], allowed: expect.stringContaining("scale out and in again") }]);
  });
});
