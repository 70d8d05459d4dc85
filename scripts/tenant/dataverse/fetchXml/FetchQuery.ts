/** A FetchXML query as written, before any name in it is looked up. */
export interface FetchQuery {
  entity: FetchEntity;
  isAggregate: boolean;
  isDistinct: boolean;
  wantsTotalCount: boolean;
  /** Sort choices by value, not by label. */
  useRawOrderBy: boolean;
  top?: number;
  /** Rows an aggregate may look at, where the query wants fewer than the platform allows. */
  aggregateLimit?: number;
  /** Rows a page. */
  count?: number;
  page: number;
  pagingCookie?: string;
}

export interface FetchEntity {
  name: string;
  alias?: string;
  hasAllAttributes: boolean;
  attributes: FetchAttribute[];
  filters: FetchFilter[];
  links: FetchLink[];
  orders: FetchOrder[];
}

export type LinkType = "inner" | "outer" | "exists" | "in" | FilterLinkType;

/**
 * Links inside a filter. There are related rows that pass the link's filters (`any`, and by its odd name `not all`), or there
 * are none (`not any`), or there are related rows and none of them passes (`all`).
 */
export type FilterLinkType = "any" | "not any" | "all" | "not all";

export interface FetchLink extends FetchEntity {
  /** Column of the linked table. */
  from: string;
  /** Column of the table around. */
  to: string;
  linkType: LinkType;
}

export type AggregateFunction = "count" | "countcolumn" | "sum" | "avg" | "min" | "max";

export type DateGrouping = "day" | "week" | "month" | "quarter" | "year";

export interface FetchAttribute {
  name: string;
  alias?: string;
  aggregate?: AggregateFunction;
  isGroup: boolean;
  isDistinct: boolean;
  dateGrouping?: DateGrouping;
}

export interface FetchOrder {
  attribute?: string;
  /** Alias of an aggregate or group. */
  alias?: string;
  /** Alias of a linked table. */
  entityName?: string;
  isDescending: boolean;
}

export interface FetchFilter {
  type: "and" | "or";
  conditions: FetchCondition[];
  filters: FetchFilter[];
  /** Tests on related rows: links of a `FilterLinkType`. */
  links: FetchLink[];
}

export interface FetchCondition {
  attribute: string;
  operator: string;
  values: string[];
  /** Alias of a linked table the column belongs to. */
  entityName?: string;
  /** Column to compare with, in place of a value. */
  comparedColumn?: string;
}
