import { quoteName } from "../../database/SqlDatabase";
import type { FetchLink } from "../FetchQuery";
import { fetchRefusals } from "../fetchRefusals";
import { compileFilters } from "./compileFilter";
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
export function compileExists(scope: QueryScope, around: QuerySource, link: FetchLink): SqlFragment {
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
