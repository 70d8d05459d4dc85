import type { FetchCondition } from "../../fetchXml/FetchQuery";
import { printFetchXml } from "../../fetchXml/printFetchXml";
import { filterOf } from "./FilterBuilder";

/** FetchXML for the one row that meets all conditions: with all its columns, or with its id alone. */
export const printRowQuery = (table: string, conditions: readonly FetchCondition[], columns: "all" | "id"): string =>
  printFetchXml({
    entity: {
      name: table,
      hasAllAttributes: columns === "all",
      attributes: [],
      filters: [filterOf("and", { conditions: [...conditions] })],
      links: [],
      orders: [],
    },
    isAggregate: false,
    isDistinct: false,
    wantsTotalCount: false,
    useRawOrderBy: false,
    page: 1,
    top: 1,
  });
