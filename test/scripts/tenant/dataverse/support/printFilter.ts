import type { FilterExpression, Literal } from "../../../../../scripts/tenant/dataverse/webApi/odata/FilterExpression";

function printLiteral(literal: Literal): string {
  if (literal.kind === "null") return "null";
  if (literal.kind === "boolean") return String(literal.value);
  if (literal.kind === "enumeration") throw new Error("Rows have no enumerations.");
  return literal.kind === "string" ? `'${literal.text.replace(/'/g, "''")}'` : literal.text;
}

/** A filter as a client writes it, in parentheses wherever it may have them. */
export function printFilter(expression: FilterExpression): string {
  switch (expression.kind) {
    case "and":
    case "or":
      return `(${expression.operands.map(printFilter).join(` ${expression.kind} `)})`;
    case "not":
      return `not (${printFilter(expression.operand)})`;
    case "compare":
      return `${expression.path.join("/")} ${expression.operator} ${printLiteral(expression.value)}`;
    case "compareProperties":
      return `${expression.path.join("/")} ${expression.operator} ${expression.other.join("/")}`;
    case "in":
      return `${expression.path.join("/")} in (${expression.values.map(printLiteral).join(",")})`;
    case "text":
      return `${expression.function}(${expression.path.join("/")},${printLiteral(expression.value)})`;
    default:
      throw new Error(`${expression.kind} is not printed here.`);
  }
}
