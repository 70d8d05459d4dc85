import type { MetadataCatalogue } from "../../catalogue/MetadataCatalogue";
import type { FetchFilter, FetchQuery } from "../../fetchXml/FetchQuery";
import { fetchRefusals } from "../../fetchXml/fetchRefusals";
import { maxPageRows } from "../../fetchXml/runRowQuery";
import type { QueryOptions } from "../odata/QueryOptions";
import { FilterBuilder } from "./FilterBuilder";
import { findNavigation } from "./navigation";
import { requireProperty } from "./properties";
import { toFetchFilter } from "./toFetchFilter";

export interface PageRequest {
  size?: number;
  number: number;
  cookie?: string;
}

export interface RowQuery {
  table: string;
  options: QueryOptions;
  page: PageRequest;
  /** Conditions besides the filter, such as that rows belong to a parent. */
  within?: FetchFilter;
}

/** Columns to read: those selected and the lookups that expansions follow. */
function attributesOf(catalogue: MetadataCatalogue, table: string, { select, expand = [] }: QueryOptions): string[] {
  const selected = select?.map((property) => requireProperty(catalogue, table, property).logicalName) ?? [];
  const followed = expand.flatMap(({ property }) => {
    const navigation = findNavigation(catalogue, table, property);
    return navigation?.kind === "single" ? [navigation.relationship.referencingColumn] : [];
  });
  return [...new Set([...selected, ...followed])];
}

/** FetchXML has no `top` beside a count of all rows: there a page stands for it. */
function limitOf(
  top: number | undefined,
  { size }: PageRequest,
  isCounted: boolean,
): Pick<FetchQuery, "top" | "count"> {
  if (size !== undefined) return { count: size };
  if (top === undefined) return {};
  if (top > maxPageRows) throw fetchRefusals.pageTooLarge(maxPageRows);
  return isCounted ? { count: top } : { top };
}

/** The query as FetchXML has it; expansions are queries of their own. */
export function toFetchQuery(catalogue: MetadataCatalogue, { table, options, page, within }: RowQuery): FetchQuery {
  let aliases = 0;
  const builder = new FilterBuilder(catalogue, table, () => `related${(aliases += 1)}`);
  const { filter, orderBy = [], top, select, isCounted = false } = options;
  const filters = [...(within ? [within] : []), ...(filter ? [toFetchFilter(builder, filter)] : [])];
  const orders = orderBy.map(({ path, isDescending }) => {
    const { column, entityName } = builder.resolve(path);
    return { attribute: column.logicalName, isDescending, ...(entityName !== undefined && { entityName }) };
  });
  return {
    entity: {
      name: table,
      hasAllAttributes: select === undefined,
      attributes: attributesOf(catalogue, table, options).map((name) => ({ name, isGroup: false, isDistinct: false })),
      filters,
      links: builder.links,
      orders,
    },
    isAggregate: false,
    isDistinct: false,
    wantsTotalCount: isCounted,
    // The Web API sorts choices by value, FetchXML by label.
    useRawOrderBy: true,
    page: page.number,
    ...limitOf(top, page, isCounted),
    ...(page.cookie !== undefined && { pagingCookie: page.cookie }),
  };
}
