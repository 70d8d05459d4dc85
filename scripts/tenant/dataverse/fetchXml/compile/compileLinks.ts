import { quoteName } from "../../database/SqlDatabase";
import { readableRows } from "../../security/rowAccess";
import type { FetchFilter, FetchLink } from "../FetchQuery";
import { fetchRefusals } from "../fetchRefusals";
import { compileCondition } from "./compileCondition";
import type { QueryScope, QuerySource } from "./QueryScope";
import { joinSql, sql, wrapSql, type SqlFragment } from "./SqlFragment";

/** A linked table whose columns can be asked for. */
export interface JoinedLink {
  link: FetchLink;
  source: QuerySource;
}

export interface CompiledLinks {
  joins: SqlFragment;
  /** Conditions on the row around, from links that only test. */
  tests: SqlFragment[];
  joined: JoinedLink[];
}

function joinCondition(scope: QueryScope, around: QuerySource, source: QuerySource, link: FetchLink): SqlFragment {
  const equality = sql(`${scope.deciding(source, link.from).text} = ${scope.deciding(around, link.to).text}`);
  return joinSql([equality, compileFilters(scope, source, link.filters)], " AND ");
}

const sqlTable = ({ table, sqlAlias }: QuerySource): string => `${quoteName(table.logicalName)} AS ${sqlAlias}`;

/** `EXISTS (…)` for a link that only tests whether there is a related row. */
function compileExists(scope: QueryScope, around: QuerySource, link: FetchLink): SqlFragment {
  const source = scope.addSource(link.name, link.alias);
  const inner = compileLinks(scope, source, link.links);
  const where = joinSql([joinCondition(scope, around, source, link), ...inner.tests], " AND ");
  return joinSql([sql(`EXISTS (SELECT 1 FROM ${sqlTable(source)}`), inner.joins, wrapSql(" WHERE ", where, ")")], "");
}

/** Links inside an outer link decide together with it whether there is a related row, hence the parentheses. */
function joinOf(type: "inner" | "outer", table: string, inner: SqlFragment, on: SqlFragment): SqlFragment {
  if (type === "inner") return joinSql([wrapSql(` JOIN ${table} ON `, on), inner], "");
  const isAlone = inner.text === "";
  const tables = isAlone ? sql(table) : wrapSql(`(${table}`, inner, ")");
  return joinSql([wrapSql(" LEFT JOIN ", tables), wrapSql(" ON ", on)], "");
}

/** Joins of the links of an entity, nested ones included. */
export function compileLinks(scope: QueryScope, around: QuerySource, links: readonly FetchLink[]): CompiledLinks {
  const compiled: CompiledLinks = { joins: sql(""), tests: [], joined: [] };
  for (const link of links) {
    if (link.linkType === "exists" || link.linkType === "in") {
      compiled.tests.push(compileExists(scope, around, link));
      continue;
    }
    if (link.linkType !== "inner" && link.linkType !== "outer") throw fetchRefusals.linkTypeInvalid(link.linkType);
    const source = scope.addSource(link.name, link.alias);
    const inner = compileLinks(scope, source, link.links);
    const on = joinSql([joinCondition(scope, around, source, link), ...inner.tests], " AND ");
    compiled.joins = joinSql([compiled.joins, joinOf(link.linkType, sqlTable(source), inner.joins, on)], "");
    compiled.joined.push({ link, source }, ...inner.joined);
  }
  return compiled;
}

/** A filter in parentheses; one with nothing in it lets everything through. */
function compileFilter(scope: QueryScope, around: QuerySource, filter: FetchFilter): SqlFragment {
  const parts = [
    ...filter.conditions.map((condition) => compileCondition(scope, around, condition)),
    ...filter.filters.map((inner) => compileFilter(scope, around, inner)),
    ...filter.links.map((link) => compileFilterLink(scope, around, link)),
  ];
  if (parts.length === 0) return sql("1");
  return wrapSql("(", joinSql(parts, filter.type === "and" ? " AND " : " OR "), ")");
}

const unfiltered = ({ alias: _, ...link }: FetchLink): FetchLink => ({ ...link, filters: [], links: [] });

function compileFilterLink(scope: QueryScope, around: QuerySource, link: FetchLink): SqlFragment {
  switch (link.linkType) {
    case "any":
    case "not all":
      return compileExists(scope, around, link);
    case "not any":
      return wrapSql("NOT ", compileExists(scope, around, link));
    case "all": {
      const isThere = compileExists(scope, around, unfiltered(link));
      return joinSql([isThere, wrapSql("NOT ", compileExists(scope, around, link))], " AND ");
    }
    default:
      throw fetchRefusals.linkTypeInvalid(link.linkType);
  }
}

/** All filters of an entity or link, joined by `and`, over the rows that the caller sees. */
export function compileFilters(scope: QueryScope, around: QuerySource, filters: readonly FetchFilter[]): SqlFragment {
  const asked = compileFilter(scope, around, { type: "and", conditions: [], links: [], filters: [...filters] });
  const readable = readableRows(scope.store, scope.caller, around.table, around.sqlAlias);
  return readable ? joinSql([readable, asked], " AND ") : asked;
}
