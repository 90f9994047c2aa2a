import { differences } from "../../../properties/difference";
import { showValue } from "../../../properties/shown-value";
import { holdsUnknown, Value } from "../../../properties/value";
import type { View } from "../../../properties/view";
import type { ChangeRule } from "../../../rules/rule";
import { type FixedProperty, fixedProperties } from "./fixed-property";
import { networkInterfaces, orchestrationOf, primaryOf } from "./model";
import { azurermScaleSet, orchestrationPage, restApi } from "./sources";
import { sameText } from "../../../rules/lookups";

const profile = "virtualMachineProfile";

export const fixedPropertyChanges: ChangeRule[] = [
  {
    ...refusal("orchestrationMode"),
    id: "R37",
    title: "The orchestration mode of a scale set stays as it was created",
    grade: "documented",
    source: orchestrationPage,
    *check(before, after) {
      const [old, wanted] = [orchestrationOf(before), orchestrationOf(after)];
      if (old !== undefined && wanted !== undefined && !sameText(old, wanted)) {
        yield { at: after.at("orchestrationMode"), allowed: old };
      }
    },
  },
  ...fixedProperties.map(stays),
  {
    ...refusal(`${profile}.networkProfile.networkInterfaceConfigurations`),
    id: "C-network-interface-name",
    title: "The name of the primary network interface stays as it was created",
    grade: "source",
    source: azurermScaleSet,
    *check(before, after) {
      const [old, wanted] = [before, after].map((scaleSet) => primaryOf(networkInterfaces(scaleSet))?.at("name"));
      if (old?.text() !== undefined && wanted?.text() !== undefined && !sameText(old.text(), wanted.text())) {
        yield { at: wanted, allowed: showValue(old.value, "open") };
      }
    },
  },
  {
    ...refusal("singlePlacementGroup"),
    id: "C-single-placement-group",
    title: "A scale set of several placement groups does not become one of a single group",
    grade: "documented",
    source: restApi,
    *check(before, after) {
      if (before.flag("singlePlacementGroup") === false && after.flag("singlePlacementGroup") === true) {
        yield { at: after.at("singlePlacementGroup"), allowed: "false" };
      }
    },
  },
];

function refusal(path: string) {
  return {
    code: "PropertyChangeNotAllowed",
    codeIsAssumed: true,
    severity: "error",
    allowed: "the value that the scale set was created with",
    because: "Azure refuses to change it in place",
    fix: `the resource option replaceOnChanges: ["${path}"] makes a new scale set instead`,
  } as const;
}

function stays({ id, path, title, grade, source, preset }: FixedProperty): ChangeRule {
  return {
    ...refusal(path),
    // Only what somebody saw Azure refuse came with its code.
    codeIsAssumed: grade === "observed" ? undefined : true,
    id,
    title: `${title} stays as the scale set was created`,
    grade,
    source,
    *check(before, after) {
      const [old, wanted] = [before, after].map((scaleSet) =>
        valueOr(scaleSet.at(path), typeof preset === "function" ? preset(scaleSet) : preset),
      );
      if (old !== undefined && wanted !== undefined && !holdsUnknown(old) && !holdsUnknown(wanted) && !sameValue(old, wanted)) {
        yield typeof old === "object" ? after.at(path) : { at: after.at(path), allowed: showValue(old, "open") };
      }
    },
  };
}

function valueOr(place: View, preset: Value | undefined): Value | undefined {
  return place.given ? place.value : preset;
}

function sameValue(one: Value, other: Value): boolean {
  return typeof one === "string" && typeof other === "string" ? sameText(one, other) : differences(one, other).length === 0;
}
