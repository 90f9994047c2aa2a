import { viewOf } from "../../../region/properties/view";
import { scaleSetChanges } from "../../../region/rules/scale-set/scale-set";
import { unknown } from "../edits";
import { fakeRegion } from "../fake-region";
import { describeChanges } from "../harness";
import { conditionalChangeCases } from "./changes.cases";
import { fixedPropertyCases } from "./fixed-properties.cases";
import { scaleSetId, scaleSetNeighbours, validScaleSet } from "../valid/scale-set";

const cases = [...fixedPropertyCases, ...conditionalChangeCases];

describeChanges("azure-native:compute:VirtualMachineScaleSet", scaleSetChanges, validScaleSet, cases, {
  self: scaleSetId,
  others: scaleSetNeighbours,
});

describe("a refused change of a scale set", () => {
  const refused = cases.flatMap(({ rule, refused }) => refused.map((test) => [rule, test.name, test] as const));

  it.each(refused)("%s, %s, is not refused while the new value is not known yet", (id, _, test) => {
    const [before, after] = [validScaleSet(), validScaleSet()];
    test.before?.(before);
    test.change(after);
    unknown(test.at)(after);
    const region = fakeRegion(scaleSetId, [...scaleSetNeighbours(), ...(test.others ?? [])]);
    const rule = scaleSetChanges.find((candidate) => candidate.id === id);
    expect([...(rule?.check(viewOf(before), viewOf(after), region) ?? [])]).toEqual([]);
  });
});
