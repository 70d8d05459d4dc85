import fc from "fast-check";
import type {
  ComparisonOperator,
  FilterExpression,
  Literal,
} from "../../../../../scripts/tenant/dataverse/webApi/odata/FilterExpression";
import { parseFilter } from "../../../../../scripts/tenant/dataverse/webApi/odata/parseFilter";
import { printFilter } from "../support/printFilter";
import { startWebApi, type TestWebApi } from "../support/startWebApi";

/*
 * Laws:
 * 1. A printed filter is read back as the same filter.
 * 2. The rows a filter finds are the rows that pass it one by one, with "does not equal" and every `not` true of rows
 *    without a value, and with the wildcards of LIKE in every text function, as in Dataverse.
 */

interface Row {
  name: string;
  closeprobability: number | null;
  discount: number | null;
  estimatedvalue: number | null;
  description: string | null;
  isshared: boolean;
  estimatedclosedate: string | null;
}

const rows: Row[] = [
  {
    name: "a%",
    closeprobability: 1,
    discount: 0.5,
    estimatedvalue: 10.1,
    description: null,
    isshared: true,
    estimatedclosedate: "2026-01-01",
  },
  {
    name: "A_b",
    closeprobability: 2,
    discount: -0.5,
    estimatedvalue: 0.3,
    description: "it's",
    isshared: false,
    estimatedclosedate: null,
  },
  {
    name: "b[x]",
    closeprobability: null,
    discount: null,
    estimatedvalue: null,
    description: "x",
    isshared: false,
    estimatedclosedate: "2026-06-30",
  },
  {
    name: "é \\ 1",
    closeprobability: 100,
    discount: 9.999,
    estimatedvalue: -5,
    description: "A",
    isshared: true,
    estimatedclosedate: "2026-01-02",
  },
  {
    name: "ab",
    closeprobability: 2,
    discount: 10,
    estimatedvalue: 999999999999,
    description: null,
    isshared: false,
    estimatedclosedate: null,
  },
];

type Column = keyof Row;

const text = (value: string): Literal => ({ kind: "string", text: value });
const number = (value: number): Literal => ({ kind: "number", text: String(value) });
const date = (value: string): Literal => ({ kind: "date", text: value });

const texts = fc.constantFrom(
  "a",
  "A",
  "b",
  "%",
  "_",
  "[",
  "it's",
  "x",
  "é",
  "\\",
  "ab",
  "a%",
  "[a-b]",
  "[^a]_",
  "[%]",
  "[[]",
  "*",
  "?",
  "[*",
);
const literals: Record<Column, fc.Arbitrary<Literal>> = {
  name: texts.map(text),
  description: texts.map(text),
  closeprobability: fc.constantFrom(1, 2, 50, 100).map(number),
  discount: fc.constantFrom(0.5, -0.5, 9.999, 10).map(number),
  estimatedvalue: fc.constantFrom(10.1, 0.3, -5, 999999999999, 0).map(number),
  isshared: fc.boolean().map((value): Literal => ({ kind: "boolean", value })),
  estimatedclosedate: fc.constantFrom("2026-01-01", "2026-01-02", "2026-03-01").map(date),
};
const columns = Object.keys(literals) as Column[];
const ordered: ComparisonOperator[] = ["eq", "ne", "gt", "ge", "lt", "le"];
const equalities: ComparisonOperator[] = ["eq", "ne"];

const onColumn = (column: Column): fc.Arbitrary<FilterExpression> => {
  const path = [column];
  const operators = column === "isshared" ? equalities : ordered;
  const compare = fc
    .tuple(fc.constantFrom(...operators), literals[column])
    .map(([operator, value]): FilterExpression => ({ kind: "compare", operator, path, value }));
  const isNull = fc
    .constantFrom(...equalities)
    .map((operator): FilterExpression => ({ kind: "compare", operator, path, value: { kind: "null" } }));
  const isIn = fc
    .array(literals[column], { minLength: 1, maxLength: 3 })
    .map((values): FilterExpression => ({ kind: "in", path, values }));
  return fc.oneof(compare, isNull, isIn);
};

const onText = fc
  .tuple(fc.constantFrom("contains", "startswith", "endswith"), fc.constantFrom("name", "description"), texts)
  .map(([name, column, value]): FilterExpression => ({
    kind: "text",
    function: name,
    path: [column],
    value: text(value),
  }));

const betweenColumns = fc.constantFrom(...ordered).map((operator): FilterExpression => ({
  kind: "compareProperties",
  operator,
  path: ["name"],
  other: ["description"],
}));

const { filter } = fc.letrec<{ filter: FilterExpression }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(fc.constantFrom(...columns).chain(onColumn), onText, betweenColumns),
    fc
      .tuple(fc.constantFrom("and", "or"), fc.array(tie("filter"), { minLength: 2, maxLength: 3 }))
      .map(([kind, operands]): FilterExpression => ({ kind, operands })),
    tie("filter").map((operand): FilterExpression => ({ kind: "not", operand })),
  ),
}));

const fold = (value: string | number | boolean) => (typeof value === "string" ? value.toLowerCase() : value);

function valueOf(literal: Literal): string | number | boolean {
  if (literal.kind === "boolean") return literal.value;
  if (literal.kind === "number") return Number(literal.text);
  return literal.kind === "null" ? "" : fold(literal.text);
}

function compare(
  left: string | number | boolean,
  operator: ComparisonOperator,
  right: string | number | boolean,
): boolean {
  const checks: Record<ComparisonOperator, boolean> = {
    eq: left === right,
    ne: left !== right,
    gt: left > right,
    ge: left >= right,
    lt: left < right,
    le: left <= right,
  };
  return checks[operator];
}

/** LIKE as SQL Server defines it, sign by sign. */
function isLike(text: string, pattern: string): boolean {
  const [sign = "", ...others] = pattern;
  const rest = others.join("");
  if (sign === "") return text === "";
  if (sign === "%") return isLike(text, rest) || (text !== "" && isLike(text.slice(1), pattern));
  if (text === "") return false;
  if (sign === "_") return isLike(text.slice(1), rest);
  if (sign !== "[") return text.startsWith(sign) && isLike(text.slice(1), rest);
  const end = rest.indexOf("]");
  if (end < 0) return false;
  const isDenied = rest.startsWith("^");
  const set = rest.slice(isDenied ? 1 : 0, end);
  const range = /^(.)-(.)$/.exec(set);
  const first = text.charAt(0);
  const isIn = range ? first >= (range[1] ?? "") && first <= (range[2] ?? "") : set.includes(first);
  return isIn !== isDenied && isLike(text.slice(1), rest.slice(end + 1));
}

function passes(row: Row, expression: FilterExpression): boolean {
  const read = (path: readonly string[]) => {
    const value = row[path[0] as Column];
    return value === null ? null : fold(value);
  };
  switch (expression.kind) {
    case "and":
      return expression.operands.every((operand) => passes(row, operand));
    case "or":
      return expression.operands.some((operand) => passes(row, operand));
    case "not":
      return !passes(row, expression.operand);
    case "compare": {
      const value = read(expression.path);
      const { operator } = expression;
      if (expression.value.kind === "null") return (value === null) === (operator === "eq");
      return value === null ? operator === "ne" : compare(value, operator, valueOf(expression.value));
    }
    case "compareProperties": {
      const [left, right] = [read(expression.path), read(expression.other)];
      return left !== null && right !== null && compare(left, expression.operator, right);
    }
    case "in": {
      const value = read(expression.path);
      return value !== null && expression.values.map(valueOf).includes(value);
    }
    case "text": {
      const value = read(expression.path);
      if (typeof value !== "string") return false;
      const part = String(valueOf(expression.value));
      const before = expression.function === "startswith" ? "" : "%";
      const behind = expression.function === "endswith" ? "" : "%";
      return isLike(value, before + part + behind);
    }
    default:
      throw new Error(`${expression.kind} is not tested here.`);
  }
}

let api: TestWebApi;
beforeAll(async () => {
  api = await startWebApi();
  for (const row of rows) await api.create("opportunities", { ...row });
});
afterAll(() => api.stop());

test("law 1: a printed filter is read back as the same filter", () => {
  const flat = (expression: FilterExpression): FilterExpression => {
    if (expression.kind === "not") return { kind: "not", operand: flat(expression.operand) };
    return expression.kind === "and" || expression.kind === "or"
      ? { kind: expression.kind, operands: expression.operands.map(flat) }
      : expression;
  };
  fc.assert(
    fc.property(filter, (expression) => {
      expect(parseFilter(printFilter(expression))).toEqual(flat(expression));
    }),
    { numRuns: 500 },
  );
});

test("law 2: a filter finds the rows that pass it one by one", async () => {
  await fc.assert(
    fc.asyncProperty(filter, async (expression) => {
      const query = `opportunities?$select=name&$filter=${encodeURIComponent(printFilter(expression))}`;
      const { json, text: body } = await api.get(query);
      if (!json.value) throw new Error(body);
      const found = (json.value as { name: string }[]).map(({ name }) => name).sort();
      expect(found).toEqual(
        rows
          .filter((row) => passes(row, expression))
          .map(({ name }) => name)
          .sort(),
      );
    }),
    { numRuns: 400 },
  );
});
