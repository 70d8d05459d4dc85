import type { FetchCondition } from "../FetchQuery";
import { fetchRefusals } from "../fetchRefusals";
import { conditionOperators } from "../operators/conditionOperators";
import { comparable } from "../operators/toSqlValue";
import type { QueryColumn, QueryScope, QuerySource } from "./QueryScope";
import { sql, type SqlFragment } from "./SqlFragment";

const columnOperators: Record<string, string> = { eq: "=", ne: "<>", neq: "<>", lt: "<", le: "<=", gt: ">", ge: ">=" };

/** Compares two columns of the same row, or of rows linked to each other. */
function compareColumns(left: QueryColumn, right: QueryColumn, operator: string): SqlFragment {
  const sign = columnOperators[operator];
  if (sign === undefined) throw fetchRefusals.operatorUnfit(operator, left.column.logicalName, "column comparison");
  const [one, other] = [comparable(left.column, left.text), comparable(right.column, right.text)];
  return sql(`(${left.text} IS NOT NULL AND ${right.text} IS NOT NULL AND ${one} ${sign} ${other})`);
}

/** `alias.column` names a column of a linked table; a bare name one of the table around. */
function otherColumn(scope: QueryScope, around: QuerySource, comparedColumn: string): QueryColumn {
  const [alias, name] = comparedColumn.split(".");
  return name === undefined ? scope.deciding(around, comparedColumn) : scope.deciding(scope.source(alias ?? ""), name);
}

export function compileCondition(scope: QueryScope, around: QuerySource, condition: FetchCondition): SqlFragment {
  const { attribute, entityName, operator, values, comparedColumn } = condition;
  const source = entityName === undefined ? around : scope.source(entityName);
  const column = scope.deciding(source, attribute);
  if (comparedColumn !== undefined) return compareColumns(column, otherColumn(scope, around, comparedColumn), operator);
  const compile = conditionOperators.get(operator);
  if (!compile) throw fetchRefusals.operatorUnknown(operator);
  return compile({ operator, column, values, scope });
}
