import type { ComparisonOperator, FilterExpression, Literal, PropertyPath } from "../odata/FilterExpression";
import { isJsonObject, type Json } from "../json/JsonObject";
import { protocolRefusals } from "../protocolRefusals";
import type { Described } from "./Described";

type Plain = string | number | boolean | null;

/**
 * Whether a definition passes a filter: comparisons of its properties with values, joined as usual. Functions and lambdas are
 * refused. Source: "Query table definitions using the Web API" in Microsoft's Dataverse documentation.
 */
export function passesFilter(described: Described, filter: FilterExpression): boolean {
  switch (filter.kind) {
    case "and":
      return filter.operands.every((operand) => passesFilter(described, operand));
    case "or":
      return filter.operands.some((operand) => passesFilter(described, operand));
    case "not":
      return !passesFilter(described, filter.operand);
    case "compare":
      return compare(valueAt(described, filter.path), filter.operator, plainOf(filter.value));
    case "in":
      return filter.values.map(plainOf).includes(valueAt(described, filter.path));
    case "text":
    case "queryFunction":
      throw protocolRefusals.functionUnknown(filter.function);
    default:
      throw protocolRefusals.optionNotHere(`$filter with '${filter.kind}'`, "definitions");
  }
}

/** `RequiredLevel/Value`: properties inside a property, down to a plain one. */
function valueAt({ type, properties }: Described, path: PropertyPath): Plain {
  let value: Json | undefined = properties;
  for (const name of path) value = isJsonObject(value) ? value[name] : undefined;
  if (value === undefined || (typeof value === "object" && value !== null)) {
    throw protocolRefusals.propertyUnknown(path.join("/"), type);
  }
  return value;
}

function plainOf(literal: Literal): Plain {
  if (literal.kind === "null") return null;
  if (literal.kind === "boolean") return literal.value;
  return literal.kind === "number" ? Number(literal.text) : literal.text;
}

function compare(left: Plain, operator: ComparisonOperator, right: Plain): boolean {
  if (operator === "eq") return left === right;
  if (operator === "ne") return left !== right;
  if (left === null || right === null) return false;
  if (operator === "gt") return left > right;
  if (operator === "ge") return left >= right;
  return operator === "lt" ? left < right : left <= right;
}
