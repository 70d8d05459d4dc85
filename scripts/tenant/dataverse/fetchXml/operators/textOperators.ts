import { isText } from "../../columnKinds";
import { sql, type SqlFragment } from "../compile/SqlFragment";
import { fetchRefusals } from "../fetchRefusals";
import { andNotNull, orNull, singleValue } from "./comparisons";
import type { ConditionArguments, ConditionOperator } from "./ConditionOperator";

/** Letters as SQLite's `lower` folds them: those of ASCII. */
const folded = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * A pattern of SQL Server's LIKE as one of SQLite's GLOB, which has sets and ranges too: `%` is any text, `_` any character,
 * `[a-f]` one of a set, `[^a-f]` one not of it, and a sign of these in brackets stands for itself. As there, a bracket that
 * nothing closes matches no text. Every text operator takes patterns, `begins-with` and the Web API's `contains` too.
 * Source: "Use wildcard characters in conditions for string values" in Microsoft's Dataverse documentation.
 */
function toGlob(condition: ConditionArguments, pattern: string): string {
  const refuse = (set: string) =>
    fetchRefusals.valueInvalid(condition.column.column.logicalName, pattern, `pattern (no '${set}' here)`);
  return folded(pattern).replace(/\[(\^?)([^\]]*)\]|\[.*$|[%_*?]/gs, (sign, negation?: string, set?: string) => {
    if (set === "") throw refuse(sign);
    if (set !== undefined) return `[${negation ?? ""}${set}]`;
    if (sign.startsWith("[")) return "[";
    if (sign === "%") return "*";
    return sign === "_" ? "?" : `[${sign}]`;
  });
}

function like(condition: ConditionArguments, operator: "GLOB" | "NOT GLOB", pattern: string): SqlFragment {
  const { column, text } = condition.column;
  if (!isText(column)) throw fetchRefusals.operatorUnfit(condition.operator, column.logicalName, column.type);
  return sql(`lower(${text}) ${operator} ?`, toGlob(condition, pattern));
}

type ToPattern = (condition: ConditionArguments) => string;

const written: ToPattern = (condition) => singleValue(condition);
const starting: ToPattern = (condition) => `${singleValue(condition)}%`;
const ending: ToPattern = (condition) => `%${singleValue(condition)}`;

const positive =
  (pattern: ToPattern): ConditionOperator =>
  (condition) =>
    andNotNull(condition.column.text, like(condition, "GLOB", pattern(condition)));

const negative =
  (pattern: ToPattern): ConditionOperator =>
  (condition) =>
    orNull(condition.column.text, like(condition, "NOT GLOB", pattern(condition)));

export const textOperators: Record<string, ConditionOperator> = {
  like: positive(written),
  "not-like": negative(written),
  "begins-with": positive(starting),
  "not-begin-with": negative(starting),
  "ends-with": positive(ending),
  "not-end-with": negative(ending),
};
