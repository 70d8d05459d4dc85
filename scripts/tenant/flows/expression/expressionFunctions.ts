import { isDeepStrictEqual } from "node:util";
import { isJsonObject, type Json } from "../../dataverse/webApi/json/JsonObject";
import { FlowProblem } from "../FlowProblem";
import type { ExpressionScope } from "./ExpressionScope";
import { selectProperty } from "./selectProperty";
import { toText } from "./toText";

interface ExpressionFunction {
  least: number;
  /** @default least */
  most?: number;
  run: (values: Json[], scope: ExpressionScope) => Json;
}

const exactly = (least: number, run: ExpressionFunction["run"]): ExpressionFunction => ({ least, run });
const atLeast = (least: number, run: ExpressionFunction["run"]): ExpressionFunction => ({ least, most: Infinity, run });

/** The same with values of the wanted type only. */
const ofText =
  (run: (first: string, second: string) => Json): ExpressionFunction["run"] =>
  ([first = null, second = ""]) => {
    if (typeof first !== "string" || typeof second !== "string")
      throw new FlowProblem(
        `A text is expected in place of ${JSON.stringify(typeof first === "string" ? second : first)}.`,
      );
    return run(first, second);
  };

const isTrue = (value: Json): boolean => {
  if (typeof value !== "boolean")
    throw new FlowProblem(`True or false is expected in place of ${JSON.stringify(value)}.`);
  return value;
};

function compare(first: Json = null, second: Json = null): number {
  if (typeof first !== typeof second || (typeof first !== "number" && typeof first !== "string"))
    throw new FlowProblem(`${JSON.stringify(first)} and ${JSON.stringify(second)} cannot be compared.`);
  const [a, b] = [first, second as typeof first];
  return a < b ? -1 : a > b ? 1 : 0;
}

function toNumber(value: Json = null): number {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isInteger(number))
    throw new FlowProblem(`${JSON.stringify(value)} is not a whole number.`);
  return number;
}

function toBoolean(value: Json = null): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (typeof value === "string" && /^(true|false|1|0)$/i.test(value)) return /^(true|1)$/i.test(value);
  throw new FlowProblem(`${JSON.stringify(value)} is neither true nor false.`);
}

function parseJson(value: Json = null): Json {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    throw new FlowProblem("json() got a text that is not JSON.");
  }
}

const sizeOf = (value: Json = null): number =>
  typeof value === "string" || Array.isArray(value)
    ? value.length
    : isJsonObject(value)
      ? Object.keys(value).length
      : 0;

function contains([of = null, item = null]: Json[]): boolean {
  if (typeof of === "string") return of.includes(toText(item));
  if (Array.isArray(of)) return of.some((each) => isDeepStrictEqual(each, item));
  return isJsonObject(of) && typeof item === "string" && item in of;
}

function outputsOf(name: Json | undefined, scope: ExpressionScope): Json {
  if (typeof name !== "string") throw new FlowProblem("Actions are named by text.");
  return scope.action(name)?.outputs ?? null;
}

const functions: Record<string, ExpressionFunction> = {
  triggerOutputs: exactly(0, (_, { triggerOutputs }) => triggerOutputs),
  triggerBody: exactly(0, (_, { triggerOutputs }) => selectProperty(triggerOutputs, "body", true)),
  outputs: exactly(1, ([name], scope) => outputsOf(name, scope)),
  body: exactly(1, ([name], scope) => selectProperty(outputsOf(name, scope), "body", true)),
  actions: exactly(1, ([name = ""], scope) => {
    const facts = scope.action(toText(name));
    return facts ? { name, ...facts } : null;
  }),
  parameters: exactly(1, ([name = ""], { parameters }) => selectProperty(parameters, name, false)),
  workflow: exactly(0, (_, { workflow }) => workflow),
  utcNow: exactly(0, (_, scope) => scope.now().toISOString()),
  guid: exactly(0, (_, scope) => scope.newId()),

  string: exactly(1, ([value = null]) => toText(value)),
  int: exactly(1, ([value]) => toNumber(value)),
  bool: exactly(1, ([value]) => toBoolean(value)),
  json: exactly(1, ([value]) => parseJson(value)),
  base64: exactly(
    1,
    ofText((text) => Buffer.from(text, "utf8").toString("base64")),
  ),
  base64ToString: exactly(
    1,
    ofText((text) => Buffer.from(text, "base64").toString("utf8")),
  ),
  concat: atLeast(1, (values) => values.map(toText).join("")),
  coalesce: atLeast(1, (values) => values.find((value) => value !== null) ?? null),
  toLower: exactly(
    1,
    ofText((text) => text.toLowerCase()),
  ),
  toUpper: exactly(
    1,
    ofText((text) => text.toUpperCase()),
  ),
  trim: exactly(
    1,
    ofText((text) => text.trim()),
  ),
  startsWith: exactly(
    2,
    ofText((text, start) => text.toLowerCase().startsWith(start.toLowerCase())),
  ),
  split: exactly(
    2,
    ofText((text, by) => text.split(by)),
  ),

  if: exactly(3, ([condition = null, then = null, otherwise = null]) => (isTrue(condition) ? then : otherwise)),
  equals: exactly(2, ([first = null, second = null]) => isDeepStrictEqual(first, second)),
  not: exactly(1, ([value = null]) => !isTrue(value)),
  and: atLeast(2, (values) => values.map(isTrue).every(Boolean)),
  or: atLeast(2, (values) => values.map(isTrue).some(Boolean)),
  greater: exactly(2, ([first, second]) => compare(first, second) > 0),
  greaterOrEquals: exactly(2, ([first, second]) => compare(first, second) >= 0),
  less: exactly(2, ([first, second]) => compare(first, second) < 0),
  lessOrEquals: exactly(2, ([first, second]) => compare(first, second) <= 0),
  contains: exactly(2, contains),
  empty: exactly(1, ([value]) => sizeOf(value) === 0),
  length: exactly(1, ([value]) => sizeOf(value)),
  first: exactly(1, ([value = null]) =>
    Array.isArray(value) || typeof value === "string" ? (value[0] ?? null) : null,
  ),
};

/** The functions of the workflow language that run here, by name in lower case: names mean the same in any case. */
export const expressionFunctions: ReadonlyMap<string, ExpressionFunction> = new Map(
  Object.entries(functions).map(([name, known]) => [name.toLowerCase(), known]),
);
