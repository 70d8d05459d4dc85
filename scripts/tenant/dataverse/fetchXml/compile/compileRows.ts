import { quoteName } from "../../database/SqlDatabase";
import type { ReadColumn } from "../../reading/ReadColumn";
import { mayRead } from "../../security/columnPermissions";
import { storageColumns, versionColumn } from "../../storage/storageColumns";
import type { FetchEntity, FetchQuery } from "../FetchQuery";
import { fetchRefusals } from "../fetchRefusals";
import { compileFilters, compileLinks, type JoinedLink } from "./compileLinks";
import { compileOrder, type CompiledOrder } from "./compileOrder";
import type { QueryScope, QuerySource } from "./QueryScope";
import { joinSql, sql, type SqlFragment } from "./SqlFragment";

export interface CompiledRows {
  root: QuerySource;
  columns: ReadColumn[];
  /** Columns between SELECT and FROM. */
  selected: string[];
  /** From FROM to the end of WHERE. */
  body: SqlFragment;
  orders: CompiledOrder[];
}

function readColumns(source: QuerySource, entity: FetchEntity, isRoot: boolean, scope: QueryScope): ReadColumn[] {
  const prefix = `${source.sqlAlias}.`;
  const { table } = source;
  const all = entity.hasAllAttributes
    ? table.columns.map((column) => ({ name: column.logicalName, alias: undefined }))
    : [];
  const asked = [...all, ...entity.attributes];
  return asked.flatMap(({ name, alias }) => {
    const { column } = scope.column(source, name);
    // Not even read: among distinct rows, hidden values would show by their number.
    if (!mayRead(scope.store, table.logicalName, column, scope.caller)) return [];
    const ownName = isRoot ? column.logicalName : `${source.name}.${column.logicalName}`;
    return [{ table, column, prefix, name: alias ?? ownName, isAliased: !isRoot || alias !== undefined }];
  });
}

/** What comes along unasked: the id, and the currency that amounts are written in. */
function unasked(root: QuerySource, columns: readonly ReadColumn[]): ReadColumn[] {
  const { table } = root;
  const has = (name: string) => columns.some((each) => each.name === name && !each.isAliased);
  const hasMoney = columns.some(({ column, isAliased }) => column.type === "money" && !isAliased);
  const names = [table.primaryId, ...(hasMoney ? ["transactioncurrencyid"] : [])];
  return table.columns
    .filter(({ logicalName }) => names.includes(logicalName) && !has(logicalName))
    .map((column) => ({ table, column, prefix: `${root.sqlAlias}.`, name: column.logicalName, isAliased: false }));
}

function storageNames({ column, prefix }: ReadColumn): string[] {
  const alias = prefix.slice(0, -1);
  return storageColumns(column).map(({ name }) => `${alias}.${quoteName(name)} AS ${quoteName(prefix + name)}`);
}

const linkColumns = (scope: QueryScope, joined: readonly JoinedLink[]): ReadColumn[] =>
  joined.flatMap(({ link, source }) => readColumns(source, link, false, scope));

function refuseSameNames(columns: readonly ReadColumn[]): void {
  const names = new Map<string, ReadColumn>();
  for (const column of columns) {
    const other = names.get(column.name);
    if (other && (other.prefix !== column.prefix || other.column !== column.column)) {
      throw fetchRefusals.aliasTaken(column.name);
    }
    names.set(column.name, column);
  }
}

/** Compiles a query for rows; aggregates are compiled by `compileAggregate`. */
export function compileRows(scope: QueryScope, query: FetchQuery): CompiledRows {
  const { entity, isDistinct, useRawOrderBy } = query;
  const root = scope.addSource(entity.name, undefined);
  const links = compileLinks(scope, root, entity.links);
  const where = joinSql([compileFilters(scope, root, entity.filters), ...links.tests], " AND ");
  const from = sql(`FROM ${quoteName(entity.name)} AS ${root.sqlAlias}`);
  const own = readColumns(root, entity, true, scope);
  const columns = [...own, ...(isDistinct ? [] : unasked(root, own)), ...linkColumns(scope, links.joined)];
  refuseSameNames(columns);
  const version = `${root.sqlAlias}.${quoteName(versionColumn)} AS ${quoteName(`${root.sqlAlias}.${versionColumn}`)}`;
  return {
    root,
    columns,
    selected: [...new Set([...columns.flatMap(storageNames), ...(isDistinct ? [] : [version])])],
    body: joinSql([from, links.joins, sql(" WHERE "), where], ""),
    orders: [
      ...entity.orders.map((order) => compileOrder(scope, root, order, useRawOrderBy)),
      ...links.joined.flatMap(({ link, source }) =>
        link.orders.map((order) => compileOrder(scope, source, order, useRawOrderBy)),
      ),
    ],
  };
}
