import { protocolRefusals } from "../protocolRefusals";
import type { ComparisonOperator, FilterExpression, PropertyPath, TextFunction } from "./FilterExpression";
import { expectLiteral, readLiterals, takeLiteral } from "./parseLiteral";
import { parseQueryFunction, queryFunctionPrefix } from "./parseQueryFunction";
import { TokenReader } from "./TokenReader";

const comparisons: readonly ComparisonOperator[] = ["eq", "ne", "gt", "ge", "lt", "le"];
const textFunctions: readonly TextFunction[] = ["contains", "startswith", "endswith"];

/** Names of rows inside `any` and `all`, as far as they reach. */
type Variables = readonly string[];

/** Reads a `$filter`. `not` binds closer than `and`, `and` closer than `or`. */
export function parseFilter(text: string): FilterExpression {
  const reader = new TokenReader(text);
  const expression = readFilter(reader);
  reader.expectEnd();
  return expression;
}

/** Reads a filter that stands inside something else, up to what cannot belong to it. */
export const readFilter = (reader: TokenReader): FilterExpression => readOr(reader, []);

function readOr(reader: TokenReader, variables: Variables): FilterExpression {
  const operands = [readAnd(reader, variables)];
  while (reader.takeOperator("or")) operands.push(readAnd(reader, variables));
  const [only] = operands;
  return only && operands.length === 1 ? only : { kind: "or", operands };
}

function readAnd(reader: TokenReader, variables: Variables): FilterExpression {
  const operands = [readTerm(reader, variables)];
  while (reader.takeOperator("and")) operands.push(readTerm(reader, variables));
  const [only] = operands;
  return only && operands.length === 1 ? only : { kind: "and", operands };
}

function readTerm(reader: TokenReader, variables: Variables): FilterExpression {
  reader.skipSpace();
  if (reader.takeSign("(")) {
    const inner = readOr(reader, variables);
    reader.expectSign(")");
    return inner;
  }
  const { kind, text } = reader.peek();
  const behind = reader.peek(1);
  if (text === "not" && kind === "name" && (behind.kind === "space" || behind.text === "(")) {
    reader.next();
    return { kind: "not", operand: readTerm(reader, variables) };
  }
  if (kind === "name" && behind.text === "(") return readCall(reader, variables);
  return readComparison(reader, variables);
}

function readCall(reader: TokenReader, variables: Variables): FilterExpression {
  const name = reader.expectName();
  if (name.startsWith(queryFunctionPrefix)) return parseQueryFunction(reader, name);
  const known = textFunctions.find((each) => each === name);
  if (!known) throw protocolRefusals.functionUnknown(name);
  reader.expectSign("(");
  const path = readPath(reader, variables);
  reader.expectSign(",");
  const value = expectLiteral(reader);
  reader.expectSign(")");
  return { kind: "text", function: known, path, value };
}

function readPath(reader: TokenReader, variables: Variables): string[] {
  const path = [reader.expectName()];
  while (reader.peek().text === "/" && reader.peek(1).kind === "name" && !isLambda(reader)) {
    reader.next();
    path.push(reader.expectName());
  }
  return variables.includes(path[0] ?? "") ? path.slice(1) : path;
}

const isLambda = (reader: TokenReader): boolean =>
  ["any", "all"].includes(reader.peek(1).text) && reader.peek(2).text === "(";

function readComparison(reader: TokenReader, variables: Variables): FilterExpression {
  const path = readPath(reader, variables);
  if (reader.peek().text === "/") return readLambda(reader, path, variables);
  if (reader.takeOperator("in")) {
    reader.expectSign("(");
    return { kind: "in", path, values: readLiterals(reader, ")") };
  }
  const operator = comparisons.find((each) => reader.takeOperator(each));
  // A yes/no property alone is a condition.
  if (!operator) return bare(reader, path);
  reader.skipSpace();
  const value = takeLiteral(reader);
  if (value) return { kind: "compare", operator, path, value };
  return { kind: "compareProperties", operator, path, other: readPath(reader, variables) };
}

function bare(reader: TokenReader, path: PropertyPath): FilterExpression {
  const behind = reader.peek().kind === "space" ? reader.peek(1) : reader.peek();
  const isOver = behind.kind === "end" || [")", ";", ",", "and", "or"].includes(behind.text);
  if (!isOver) {
    reader.skipSpace();
    throw reader.refusal("an operator (eq, ne, gt, ge, lt, le, in)");
  }
  return { kind: "compare", operator: "eq", path, value: { kind: "boolean", value: true } };
}

function readLambda(reader: TokenReader, path: PropertyPath, variables: Variables): FilterExpression {
  reader.expectSign("/");
  const kind = reader.expectName() === "any" ? "any" : "all";
  reader.expectSign("(");
  if (kind === "any" && reader.takeSign(")")) return { kind, path };
  const variable = reader.expectName();
  reader.expectSign(":");
  const condition = readOr(reader, [...variables, variable]);
  reader.expectSign(")");
  return { kind, path, condition };
}
