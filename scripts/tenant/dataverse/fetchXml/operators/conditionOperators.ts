import { choiceOperators } from "./choiceOperators";
import { comparisons } from "./comparisons";
import type { ConditionOperator } from "./ConditionOperator";
import { dateOperators } from "./dateOperators";
import { textOperators } from "./textOperators";
import { userOperators } from "./userOperators";

/** Every condition operator the tenant knows, by its name in FetchXML. */
export const conditionOperators: ReadonlyMap<string, ConditionOperator> = new Map(
  Object.entries({ ...comparisons, ...textOperators, ...dateOperators, ...userOperators, ...choiceOperators }),
);
