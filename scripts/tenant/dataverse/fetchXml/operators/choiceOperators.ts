import { joinSql, sql, wrapSql, type SqlFragment } from "../compile/SqlFragment";
import { fetchRefusals } from "../fetchRefusals";
import { andNotNull, orNull } from "./comparisons";
import type { ConditionArguments, ConditionOperator } from "./ConditionOperator";
import { toSqlValue } from "./toSqlValue";

/** Choices are stored as `,1,2,`; any of the values is enough. */
function containsAny({ column: { column, text }, values, operator }: ConditionArguments): SqlFragment {
  if (column.type !== "multiselectpicklist") {
    throw fetchRefusals.operatorUnfit(operator, column.logicalName, column.type);
  }
  const tests = values.map((value) => sql(`instr(${text}, ?) > 0`, `,${String(toSqlValue(column, value))},`));
  if (tests.length === 0) throw fetchRefusals.argumentCount(operator, column.logicalName, 0);
  return wrapSql("(", joinSql(tests, " OR "), ")");
}

export const choiceOperators: Record<string, ConditionOperator> = {
  "contain-values": (condition) => andNotNull(condition.column.text, containsAny(condition)),
  "not-contain-values": (condition) => orNull(condition.column.text, wrapSql("NOT ", containsAny(condition))),
};
