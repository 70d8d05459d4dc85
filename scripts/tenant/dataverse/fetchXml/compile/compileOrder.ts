import { requireColumn } from "../../catalogue/requireTable";
import { isChoice, isLookup } from "../../columnKinds";
import { quoteName } from "../../database/SqlDatabase";
import { requireReadable } from "../../security/columnPermissions";
import { targetColumn } from "../../storage/storageColumns";
import type { FetchOrder } from "../FetchQuery";
import { fetchRefusals } from "../fetchRefusals";
import { comparable } from "../operators/toSqlValue";
import type { QueryColumn, QueryScope, QuerySource } from "./QueryScope";
import { joinSql, sql, wrapSql, type SqlFragment } from "./SqlFragment";

export interface CompiledOrder {
  column: QueryColumn;
  /** What is sorted by. */
  key: SqlFragment;
  isDescending: boolean;
  /** Whether sort keys are numbers in SQL. */
  isNumeric: boolean;
}

/** Lookups sort by the name of the row they point to. */
function lookupKey({ store, caller }: QueryScope, { source, column }: QueryColumn): SqlFragment {
  const id = `${source.sqlAlias}.${quoteName(column.logicalName)}`;
  const target = `${source.sqlAlias}.${quoteName(targetColumn(column.logicalName))}`;
  const names = (column.targets ?? []).flatMap((name) => {
    const table = store.catalogue.table(name);
    if (!table) return [];
    requireReadable(store, name, requireColumn(store.catalogue, name, table.primaryName), caller);
    const [primaryId, primaryName] = [quoteName(table.primaryId), quoteName(table.primaryName)];
    const lookUp = `(SELECT ${primaryName} FROM ${quoteName(name)} WHERE ${primaryId} = ${id})`;
    return [sql(` WHEN ? THEN ${lookUp}`, name)];
  });
  return names.length === 0 ? sql(id) : wrapSql(`(CASE ${target}`, joinSql(names, ""), " END) COLLATE NOCASE");
}

/** Choices sort by label, unless the query asks for values. */
function choiceKey({ column, text }: QueryColumn): SqlFragment {
  const labels = (column.options ?? []).map(({ value, label }) => sql(" WHEN ? THEN ?", value, label));
  return labels.length === 0 ? sql(text) : wrapSql(`(CASE ${text}`, joinSql(labels, ""), " END) COLLATE NOCASE");
}

const sortKey = (scope: QueryScope, column: QueryColumn): SqlFragment =>
  isLookup(column.column) ? lookupKey(scope, column) : sql(comparable(column.column, column.text));

const numeric = new Set(["bit", "int", "bigint", "decimal", "float", "money", "picklist", "state", "status"]);

export function compileOrder(
  scope: QueryScope,
  around: QuerySource,
  order: FetchOrder,
  useRawOrderBy: boolean,
): CompiledOrder {
  if (order.alias !== undefined) throw fetchRefusals.orderAliasNotAllowed();
  if (order.attribute === undefined) throw fetchRefusals.orderAttributeMissing();
  const source = order.entityName === undefined ? around : scope.source(order.entityName);
  const column = scope.deciding(source, order.attribute);
  const byLabel = isChoice(column.column) && !useRawOrderBy;
  const key = byLabel ? choiceKey(column) : sortKey(scope, column);
  return { column, key, isDescending: order.isDescending, isNumeric: !byLabel && numeric.has(column.column.type) };
}
