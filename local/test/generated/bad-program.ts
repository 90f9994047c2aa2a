import * as fc from "fast-check";
import type { Bag } from "../../../azure/properties/bag";
import { startsWith } from "../../../azure/properties/path";
import type { Properties } from "../../../azure/properties/value";
import { viewOf } from "../../../azure/properties/view";
import type { RegionView } from "../../../azure/rules/region-view";
import type { Rule } from "../../../azure/rules/rule";
import { bag } from "../../../azure/test/support/bags";
import { everyType } from "../../../azure/test/rules/every-type";
import { corrupted, withSecrets } from "./corruption";
import { ExampleResource, exampleRegion } from "./example-region";
import { misfitsOf, withMisfit } from "./misfit";

/** A resource that the region must not accept. */
export interface BadProgram {
  readonly token: string;
  readonly inputs: Bag;
}

/** Programs that differ from the example region in one resource, which is wrong in one way or in many. */
export function badPrograms(): fc.Arbitrary<BadProgram> {
  return fc.oneof(...exampleRegion().map((example) => fc.oneof(misfitting(example), mangled(example), ...refused(example))));
}

/** One property is not as the schema has it; any others are secret. */
function misfitting({ token, properties }: ExampleResource): fc.Arbitrary<BadProgram> {
  // The protobuf library loses a property of this name on its way.
  const misfits = misfitsOf(token, properties).filter(({ path }) => path[path.length - 1] !== "__proto__");
  return misfits.chain((misfit) =>
    withSecrets(properties).map(({ properties: secret, secrets }) => {
      const apart = secrets.filter((path) => !startsWith(path, misfit.path) && !startsWith(misfit.path, path));
      const kept = apart.length === secrets.length ? secret : properties;
      return { token, inputs: { properties: withMisfit(kept, misfit), secrets: apart } };
    }),
  );
}

/** Anything at all, with one property that no type has. */
function mangled({ token, properties }: ExampleResource): fc.Arbitrary<BadProgram> {
  return corrupted(properties)
    .chain(withSecrets)
    .map(({ properties: mangled, secrets }) => ({ token, inputs: { properties: { ...mangled, "größe 🦀": 1 }, secrets } }));
}

/** One thing is wrong that a rule refuses, whatever else is in the region. */
function refused({ token, properties }: ExampleResource): fc.Arbitrary<BadProgram>[] {
  const tested = everyType.find(({ type }) => type.token === token);
  const programs = (tested?.rules ?? []).flatMap(({ rule: id, refused }) => {
    const rule = tested?.type.rules.find((candidate) => candidate.id === id && candidate.severity === "error");
    const resources = refused.map(({ change }) => {
      const resource = structuredClone(properties);
      change(resource);
      return resource;
    });
    return rule === undefined
      ? []
      : resources.filter((resource) => refusesByItself(rule, resource)).map((resource) => ({ token, inputs: bag(resource) }));
  });
  return programs.length === 0 ? [] : [fc.constantFrom(...programs)];
}

/** True where a rule refuses a resource without a look at any other. */
function refusesByItself(rule: Rule, resource: Properties): boolean {
  try {
    return [...rule.check(viewOf(resource), nobodyElse)].length > 0;
  } catch (error) {
    if (error === looked) {
      return false;
    }
    throw error;
  }
}

const looked = new Error("the rule looks at other resources");

function look(): never {
  throw looked;
}

const nobodyElse: RegionView = { self: undefined, find: look, exists: look, all: look };
