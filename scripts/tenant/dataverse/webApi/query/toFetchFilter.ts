import type { FetchFilter } from "../../fetchXml/FetchQuery";
import type { ComparisonOperator, FilterExpression } from "../odata/FilterExpression";
import { protocolRefusals } from "../protocolRefusals";
import { conditionOf, filterOf, type FilterBuilder, type ResolvedPath } from "./FilterBuilder";
import { literalText, plainText } from "./literalText";
import { queryFunctions } from "./queryFunctions";
import { requireProperty } from "./properties";

type Kind<K extends FilterExpression["kind"]> = Extract<FilterExpression, { kind: K }>;

const kindNames: Record<ComparisonOperator, string> = {
  eq: "Equal",
  ne: "NotEqual",
  gt: "GreaterThan",
  ge: "GreaterThanOrEqual",
  lt: "LessThan",
  le: "LessThanOrEqual",
};

const opposites: Record<ComparisonOperator, ComparisonOperator> = {
  eq: "ne",
  ne: "eq",
  gt: "le",
  le: "gt",
  ge: "lt",
  lt: "ge",
};

const single = (path: ResolvedPath, operator: string, values?: string[]): FetchFilter =>
  filterOf("and", { conditions: [conditionOf(path, operator, values)] });

/** What a comparison says no to includes rows without a value, except for `ne`, which Dataverse takes so by itself. */
const orEmpty = (filter: FetchFilter, ...paths: ResolvedPath[]): FetchFilter =>
  filterOf("or", { filters: [filter], conditions: paths.map((path) => conditionOf(path, "null")) });

function compare(builder: FilterBuilder, { path, operator, value }: Kind<"compare">, isDenied: boolean): FetchFilter {
  const resolved = builder.resolve(path);
  if (value.kind === "null") {
    if (operator !== "eq" && operator !== "ne") {
      throw protocolRefusals.typesIncompatible("Edm.Untyped", "null", kindNames[operator]);
    }
    return single(resolved, (operator === "eq") !== isDenied ? "null" : "not-null");
  }
  const text = literalText(resolved.column, value, kindNames[operator]);
  const filter = single(resolved, isDenied ? opposites[operator] : operator, [text]);
  return isDenied && operator !== "eq" && operator !== "ne" ? orEmpty(filter, resolved) : filter;
}

function compareProperties(
  builder: FilterBuilder,
  { path, other, operator }: Kind<"compareProperties">,
  isDenied: boolean,
): FetchFilter {
  const [left, right] = [builder.resolve(path), builder.resolve(other)];
  const alias = right.entityName === undefined ? "" : `${right.entityName}.`;
  const comparedColumn = alias + right.column.logicalName;
  const condition = { ...conditionOf(left, isDenied ? opposites[operator] : operator), comparedColumn };
  const filter = filterOf("and", { conditions: [condition] });
  return isDenied ? orEmpty(filter, left, right) : filter;
}

/** Wildcards in the text stay wildcards, as there. */
function matchText(builder: FilterBuilder, expression: Kind<"text">, isDenied: boolean): FetchFilter {
  const resolved = builder.resolve(expression.path);
  const text = literalText(resolved.column, expression.value, expression.function);
  switch (expression.function) {
    case "contains":
      return single(resolved, isDenied ? "not-like" : "like", [`%${text}%`]);
    case "startswith":
      return single(resolved, isDenied ? "not-begin-with" : "begins-with", [text]);
    case "endswith":
      return single(resolved, isDenied ? "not-end-with" : "ends-with", [text]);
  }
}

function isMember(builder: FilterBuilder, { path, values }: Kind<"in">, isDenied: boolean): FetchFilter {
  const resolved = builder.resolve(path);
  const texts = values.map((value) => literalText(resolved.column, value, "In"));
  return single(resolved, isDenied ? "not-in" : "in", texts);
}

/** Every row passes when none fails. */
function related(
  builder: FilterBuilder,
  { kind, path, condition }: Kind<"any" | "all">,
  isDenied: boolean,
): FetchFilter {
  const { link, builder: inner } = builder.related(path);
  const filters = condition ? [toFetchFilter(inner, condition, kind === "all")] : [];
  const linkType = (kind === "all") === isDenied ? "any" : "not any";
  return filterOf("and", { links: [{ ...link, linkType, filters, links: inner.links }] });
}

function callFunction(
  { catalogue, table }: FilterBuilder,
  { function: name, property, values }: Kind<"queryFunction">,
  isDenied: boolean,
): FetchFilter {
  const operator = queryFunctions.get(name);
  if (operator === undefined) throw protocolRefusals.functionUnknown(`Microsoft.Dynamics.CRM.${name}`);
  if (isDenied) throw protocolRefusals.functionDenied(`Microsoft.Dynamics.CRM.${name}`);
  const column = catalogue.column(table, property) ?? requireProperty(catalogue, table, property);
  return single({ column }, operator, values.map(plainText));
}

/** The filter as FetchXML has it. There is no `not` there, so what is denied is turned into its opposite on the way down. */
export function toFetchFilter(builder: FilterBuilder, expression: FilterExpression, isDenied = false): FetchFilter {
  switch (expression.kind) {
    case "and":
    case "or": {
      const filters = expression.operands.map((operand) => toFetchFilter(builder, operand, isDenied));
      return filterOf((expression.kind === "and") !== isDenied ? "and" : "or", { filters });
    }
    case "not":
      return toFetchFilter(builder, expression.operand, !isDenied);
    case "compare":
      return compare(builder, expression, isDenied);
    case "compareProperties":
      return compareProperties(builder, expression, isDenied);
    case "in":
      return isMember(builder, expression, isDenied);
    case "text":
      return matchText(builder, expression, isDenied);
    case "any":
    case "all":
      return related(builder, expression, isDenied);
    case "queryFunction":
      return callFunction(builder, expression, isDenied);
  }
}
