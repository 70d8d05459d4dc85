import { isJsonObject, type Json } from "../../dataverse/webApi/json/JsonObject";
import type { Evaluate } from "../expression/ExpressionScope";
import { expressionFunctions } from "../expression/expressionFunctions";
import type { DefinitionPart } from "./DefinitionPart";

const comparisons = ["equals", "greater", "greaterOrEquals", "less", "lessOrEquals", "contains", "startsWith"];

/** `{"and": [{"equals": ["@…", true]}]}`, or one expression. Throws `FlowProblem`. */
export function compileCondition(action: DefinitionPart, json: Json): Evaluate {
  if (!isJsonObject(json)) return action.compile(json);
  const [[name, operands] = ["", null], ...more] = Object.entries(json);
  if (more.length > 0) return action.fail("a condition has one operator");
  if (name === "not") {
    const operand = compileCondition(action, operands);
    return (scope) => operand(scope) !== true;
  }
  if (!Array.isArray(operands)) return action.fail(`the condition "${name}" has no list of operands`);
  if (name === "and" || name === "or") {
    const parts = operands.map((operand) => compileCondition(action, operand));
    return (scope) =>
      name === "and" ? parts.every((part) => part(scope) === true) : parts.some((part) => part(scope) === true);
  }
  const compare = comparisons.includes(name) ? expressionFunctions.get(name.toLowerCase()) : undefined;
  if (!compare) return action.fail(`the condition "${name}" is not run by the local tenant`);
  const values = operands.map((operand) => action.compile(operand));
  return (scope) =>
    compare.run(
      values.map((value) => value(scope)),
      scope,
    );
}
