import { maxLinks } from "../../fetchXml/checkLimits";
import { fetchRefusals } from "../../fetchXml/fetchRefusals";
import type { ExpandItem, QueryOptions } from "../odata/QueryOptions";
import { protocolRefusals } from "../protocolRefusals";

/** Whether an expansion has another in it, which makes pages of all of them. */
export const isNested = ({ expand = [] }: QueryOptions): boolean =>
  expand.some(({ options }) => options.expand !== undefined);

/**
 * Refuses more expansions than Dataverse takes, and order or number in any of them where they are nested.
 * Source: "Join tables using OData" in Microsoft's Dataverse documentation.
 */
export function checkExpansions(options: QueryOptions): void {
  const all = expansionsIn(options);
  if (all.length > maxLinks) throw fetchRefusals.tooManyLinks();
  const isOrdered = all.some((item) => item.options.orderBy !== undefined || item.options.top !== undefined);
  if (isNested(options) && isOrdered) throw protocolRefusals.nestedExpandOption();
}

const expansionsIn = ({ expand = [] }: QueryOptions): ExpandItem[] =>
  expand.flatMap((item) => [item, ...expansionsIn(item.options)]);
