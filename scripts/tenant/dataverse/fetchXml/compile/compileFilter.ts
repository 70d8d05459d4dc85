import { readableRows } from "../../security/rowAccess";
import type { FetchFilter, FetchLink } from "../FetchQuery";
import { fetchRefusals } from "../fetchRefusals";
import { compileCondition } from "./compileCondition";
import { compileExists } from "./compileLinks";
import type { QueryScope, QuerySource } from "./QueryScope";
import { joinSql, sql, wrapSql, type SqlFragment } from "./SqlFragment";

/** A filter in parentheses; one with nothing in it lets everything through. */
export function compileFilter(scope: QueryScope, around: QuerySource, filter: FetchFilter): SqlFragment {
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
