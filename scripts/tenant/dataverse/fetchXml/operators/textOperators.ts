import { isText } from "../../columnKinds";
import { sql, type SqlFragment } from "../compile/SqlFragment";
import { fetchRefusals } from "../fetchRefusals";
import { andNotNull, orNull, singleValue } from "./comparisons";
import type { ConditionArguments, ConditionOperator } from "./ConditionOperator";

const escapeSql = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/**
 * A pattern of SQL Server as one of SQLite: there a single character in brackets stands for itself. Sets and ranges of
 * characters, which SQLite has not, are refused.
 */
function toLikePattern(condition: ConditionArguments, pattern: string): string {
  return pattern.replace(/\[([^\]]*)\]|\\/g, (bracket, inside: string | undefined) => {
    if (inside === undefined) return "\\\\";
    if (inside.length !== 1) {
      throw fetchRefusals.valueInvalid(condition.column.column.logicalName, pattern, `pattern (no '${bracket}' here)`);
    }
    return escapeSql(inside);
  });
}

function like(condition: ConditionArguments, operator: "LIKE" | "NOT LIKE", pattern: string): SqlFragment {
  const { column, text } = condition.column;
  if (!isText(column)) throw fetchRefusals.operatorUnfit(condition.operator, column.logicalName, column.type);
  return sql(`${text} ${operator} ? ESCAPE '\\'`, pattern);
}

type ToPattern = (condition: ConditionArguments) => string;

const written: ToPattern = (condition) => toLikePattern(condition, singleValue(condition));
const starting: ToPattern = (condition) => `${escapeSql(singleValue(condition))}%`;
const ending: ToPattern = (condition) => `%${escapeSql(singleValue(condition))}`;

const positive =
  (pattern: ToPattern): ConditionOperator =>
  (condition) =>
    andNotNull(condition.column.text, like(condition, "LIKE", pattern(condition)));

const negative =
  (pattern: ToPattern): ConditionOperator =>
  (condition) =>
    orNull(condition.column.text, like(condition, "NOT LIKE", pattern(condition)));

export const textOperators: Record<string, ConditionOperator> = {
  like: positive(written),
  "not-like": negative(written),
  "begins-with": positive(starting),
  "not-begin-with": negative(starting),
  "ends-with": positive(ending),
  "not-end-with": negative(ending),
};
