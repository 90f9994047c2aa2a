import { ArmError } from "../../../../azure/arm/error";
import type { Bag } from "../../../../azure/properties/bag";
import type { Properties } from "../../../../azure/properties/value";
import type { CheckFailure, Run, Subject } from "../protocol/provider";
import type { ResourceType } from "../../../../azure/resources/resource-type";
import { idOf } from "./naming";
import { misplaced } from "./placement";
import type { Plan } from "./plan";
import { describe, type Problem, propertyOf } from "./problem";
import { secretWords } from "./secret-words";
import { validate, validateChange, type Verdict } from "./validate";
import { World } from "./world";

/** What Azure would say to the resources of one run of the engine, and how its author is told. */
export class Validator {
  constructor(
    private readonly plan: Plan,
    private readonly run: Run,
  ) {}

  /** @param former The id under which the engine has the resource now, which a change of its name replaces. */
  validate(type: ResourceType, inputs: Properties, former?: string): Verdict {
    // Under a name of its own the former one is deleted first; else both stand for a while.
    const replaced = former !== undefined && this.plan.find(former)?.autonamed === false ? former : undefined;
    const { problems, warnings } = validate(type, inputs, new World(this.plan, idOf(type, inputs), replaced));
    return { problems: [...misplaced(type, inputs, this.plan), ...problems], warnings };
  }

  validateChange(type: ResourceType, id: string, before: Properties, after: Properties): Verdict {
    return validateChange(type, before, after, new World(this.plan, id));
  }

  /** @throws ArmError where there is a problem; it names all of them. */
  refuse(problems: readonly Problem[], ...bags: readonly Bag[]): void {
    if (problems.length > 0) {
      const lines = this.explain(problems, ...bags).map(({ property, reason }) => `${property}: ${reason}`);
      throw new ArmError(problems[0].code, lines.join("\n"));
    }
  }

  warn({ urn }: Subject, warnings: readonly Problem[], ...bags: readonly Bag[]): void {
    for (const { property, reason } of this.explain(warnings, ...bags)) {
      this.run.warn(urn, `${property}: ${reason}`);
    }
  }

  /** The problems in words. Secrets stay out of them, those of the given properties and those of the resources that rules look at. */
  explain(problems: readonly Problem[], ...bags: readonly Bag[]): CheckFailure[] {
    if (problems.length === 0) {
      return [];
    }
    const others = this.plan.all().map(({ outputs, outputSecrets }) => ({ properties: outputs, secrets: outputSecrets }));
    const words = secretWords([...bags, ...others]);
    const secrets = bags.flatMap((bag) => bag.secrets);
    return problems.map((problem) => ({ property: propertyOf(problem, secrets), reason: describe(problem, secrets, words) }));
  }
}
