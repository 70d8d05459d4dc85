import type { FetchFilter, FetchLink, FetchQuery } from "./FetchQuery";
import { fetchRefusals } from "./fetchRefusals";

/** Source: "Join tables using FetchXml" in Microsoft's Dataverse documentation, "Limitations"; the Web API's `$expand` has the same. */
export const maxLinks = 15;

/** Conditions and links together. Source: "Filter rows using FetchXml", "Condition limits". */
const maxConditions = 500;

/** Refuses a query that is larger than Dataverse takes. */
export function checkLimits({ entity }: FetchQuery): void {
  const links = [...linksBelow(entity)];
  if (links.length > maxLinks) throw fetchRefusals.tooManyLinks();
  const filters = [...entity.filters, ...links.flatMap((link) => link.filters)].flatMap(filtersIn);
  const conditions = filters.reduce((sum, filter) => sum + filter.conditions.length, 0);
  if (conditions + links.length > maxConditions) throw fetchRefusals.tooManyConditions();
}

const filtersIn = (filter: FetchFilter): FetchFilter[] => [filter, ...filter.filters.flatMap(filtersIn)];

function linksBelow({ links, filters }: Pick<FetchLink, "links" | "filters">): FetchLink[] {
  const direct = [...links, ...filters.flatMap(filtersIn).flatMap((filter) => filter.links)];
  return direct.flatMap((link) => [link, ...linksBelow(link)]);
}
