import { fetchRefusals } from "../fetchRefusals";
import { sql, type SqlFragment } from "../compile/SqlFragment";
import type { ConditionArguments, ConditionOperator } from "./ConditionOperator";
import { comparable, toSqlValue } from "./toSqlValue";

/** The one value of a condition, or a refusal. */
export function singleValue({ operator, column, values }: ConditionArguments): string {
  const [value] = values;
  if (value === undefined || values.length > 1) {
    throw fetchRefusals.argumentCount(operator, column.column.logicalName, values.length);
  }
  return value;
}

/** A row without a value passes what is denied, as in Dataverse: "does not equal" finds empty ones too. */
export const orNull = (text: string, { text: condition, values }: SqlFragment): SqlFragment => ({
  text: `(${text} IS NULL OR ${condition})`,
  values,
});

/** Without a value the comparison is false, not null, so that what is around it stays two-valued. */
export const andNotNull = (text: string, { text: condition, values }: SqlFragment): SqlFragment => ({
  text: `(${text} IS NOT NULL AND ${condition})`,
  values,
});

function compare(condition: ConditionArguments, operator: string): SqlFragment {
  const { column, text } = condition.column;
  return sql(`${comparable(column, text)} ${operator} ?`, toSqlValue(column, singleValue(condition)));
}

const ordering =
  (operator: "<" | "<=" | ">" | ">="): ConditionOperator =>
  (condition) =>
    andNotNull(condition.column.text, compare(condition, operator));

const equal: ConditionOperator = (condition) => andNotNull(condition.column.text, compare(condition, "="));
const notEqual: ConditionOperator = (condition) => orNull(condition.column.text, compare(condition, "<>"));

function memberOf({ column: { column, text }, values }: ConditionArguments, operator: "IN" | "NOT IN"): SqlFragment {
  const places = values.map(() => "?").join(", ");
  const members = values.map((value) => toSqlValue(column, value));
  return sql(`${comparable(column, text)} ${operator} (${places})`, ...members);
}

function between(condition: ConditionArguments, negation: "" | "NOT "): SqlFragment {
  const { column, values, operator } = condition;
  const [from, to] = values;
  if (from === undefined || to === undefined || values.length > 2) {
    throw fetchRefusals.argumentCount(operator, column.column.logicalName, values.length);
  }
  const bounds = [from, to].map((value) => toSqlValue(column.column, value));
  return sql(`${comparable(column.column, column.text)} ${negation}BETWEEN ? AND ?`, ...bounds);
}

function noValues({ operator, column, values }: ConditionArguments): void {
  if (values.length > 0) throw fetchRefusals.argumentCount(operator, column.column.logicalName, values.length);
}

export const comparisons: Record<string, ConditionOperator> = {
  eq: equal,
  ne: notEqual,
  neq: notEqual,
  lt: ordering("<"),
  le: ordering("<="),
  gt: ordering(">"),
  ge: ordering(">="),
  in: (condition) => andNotNull(condition.column.text, memberOf(condition, "IN")),
  "not-in": (condition) => orNull(condition.column.text, memberOf(condition, "NOT IN")),
  between: (condition) => andNotNull(condition.column.text, between(condition, "")),
  "not-between": (condition) => orNull(condition.column.text, between(condition, "NOT ")),
  null: (condition) => {
    noValues(condition);
    return sql(`${condition.column.text} IS NULL`);
  },
  "not-null": (condition) => {
    noValues(condition);
    return sql(`${condition.column.text} IS NOT NULL`);
  },
};
