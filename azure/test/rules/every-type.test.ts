import { everyType } from "./every-type";
import { describeChanges, describeRules } from "./harness";

for (const cases of everyType) {
  describeRules(cases);
  describeChanges(cases);
}
