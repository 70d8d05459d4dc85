import type { FetchFilter } from "../FetchQuery";
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
    ...filter.links.map((link) => {
      if (link.linkType !== "any" && link.linkType !== "not any") throw fetchRefusals.linkTypeInvalid(link.linkType);
      return wrapSql(link.linkType === "any" ? "" : "NOT ", compileExists(scope, around, link));
    }),
  ];
  if (parts.length === 0) return sql("1");
  return wrapSql("(", joinSql(parts, filter.type === "and" ? " AND " : " OR "), ")");
}

/** All filters of an entity or link, joined by `and`. */
export const compileFilters = (scope: QueryScope, around: QuerySource, filters: readonly FetchFilter[]): SqlFragment =>
  compileFilter(scope, around, { type: "and", conditions: [], links: [], filters: [...filters] });
