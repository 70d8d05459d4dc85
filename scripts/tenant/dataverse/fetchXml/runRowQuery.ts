import type { SqlRow, SqlValue } from "../database/SqlDatabase";
import type { QueryResult } from "../OrganizationService";
import { readRows } from "../reading/readRows";
import type { CompiledOrder } from "./compile/compileOrder";
import { compileRows, type CompiledRows } from "./compile/compileRows";
import type { QueryScope } from "./compile/QueryScope";
import { joinSql, sql, wrapSql, type SqlFragment } from "./compile/SqlFragment";
import type { FetchQuery } from "./FetchQuery";
import { fetchRefusals } from "./fetchRefusals";
import { afterPosition } from "./paging/afterPosition";
import { readPagingCookie, writePagingCookie } from "./paging/pagingCookie";

/** Rows a page or a `top` may hold. */
export const maxPageRows = 5000;

const keyName = (index: number): string => `$key${index}`;

/** Sort keys; the id makes the order total, unless the query is for distinct values. */
function totalOrder(scope: QueryScope, { root, orders }: CompiledRows, { isDistinct }: FetchQuery): CompiledOrder[] {
  if (isDistinct) return orders;
  const column = scope.column(root, root.table.primaryId);
  return [...orders, { column, key: sql(column.text), isDescending: false, isNumeric: false }];
}

interface Page {
  size: number;
  /** Condition that skips the pages before. */
  after: SqlFragment;
  offset: number;
}

function findPage({ top, count, page, pagingCookie, isDistinct }: FetchQuery, orders: readonly CompiledOrder[]): Page {
  if (top !== undefined && top > maxPageRows) throw fetchRefusals.pageTooLarge(maxPageRows);
  const size = Math.min(top ?? count ?? maxPageRows, maxPageRows);
  const byNumber = { size, after: sql("1"), offset: (page - 1) * size };
  if (pagingCookie === undefined || isDistinct) return byNumber;
  const position = readPagingCookie(pagingCookie, orders);
  return position.page === page - 1 ? { size, after: afterPosition(orders, position.last), offset: 0 } : byNumber;
}

function countRows({ store }: QueryScope, { body }: CompiledRows): number {
  const [row] = store.database.all(
    `SELECT COUNT(*) AS n FROM (SELECT 1 ${body.text} LIMIT ${maxPageRows})`,
    body.values,
  );
  return Number(row?.n ?? 0);
}

function selectPage(
  scope: QueryScope,
  { selected, body }: CompiledRows,
  { isDistinct }: FetchQuery,
  orders: readonly CompiledOrder[],
  { size, after, offset }: Page,
): SqlRow[] {
  const names = orders.map((_, index) => `"${keyName(index)}"`);
  const keys = isDistinct ? [] : orders.map(({ key }, index) => wrapSql("", key, ` AS ${names[index] ?? ""}`));
  const directions = orders.map(({ key, isDescending }, index) => {
    const direction = isDescending ? " DESC" : "";
    return isDistinct ? wrapSql("", key, direction) : sql(`${names[index] ?? ""}${direction}`);
  });
  const query = joinSql(
    [
      sql(`SELECT${isDistinct ? " DISTINCT" : ""}`),
      joinSql([...selected.map((text) => sql(text)), ...keys], ", "),
      wrapSql("", body, " AND"),
      after,
      ...(directions.length > 0 ? [wrapSql("ORDER BY ", joinSql(directions, ", "))] : []),
      sql("LIMIT ? OFFSET ?", size + 1, offset),
    ],
    " ",
  );
  return scope.store.database.all(query.text, query.values);
}

/** Runs a query for rows: one page, in a total order, with the cookie for the next. */
export function runRowQuery(scope: QueryScope, query: FetchQuery): QueryResult {
  const compiled = compileRows(scope, query);
  const orders = totalOrder(scope, compiled, query);
  const page = findPage(query, orders);
  const found = selectPage(scope, compiled, query, orders, page);
  const rows = found.slice(0, page.size);
  const moreRecords = found.length > page.size && query.top === undefined;
  const keysOf = (row: SqlRow | undefined): SqlValue[] => orders.map((_, index) => row?.[keyName(index)] ?? null);
  const cookie = () => writePagingCookie(query.page, orders, keysOf(rows[0]), keysOf(rows.at(-1)));
  return {
    rows: readRows(scope.store, query.entity.name, compiled.columns, rows, scope.caller),
    moreRecords,
    ...(moreRecords && !query.isDistinct && { pagingCookie: cookie() }),
    ...(query.wantsTotalCount && { totalCount: countRows(scope, compiled) }),
  };
}
