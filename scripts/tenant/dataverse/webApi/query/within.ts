import { requireColumn, requireTable } from "../../catalogue/requireTable";
import type { MetadataCatalogue } from "../../catalogue/MetadataCatalogue";
import type { FetchFilter } from "../../fetchXml/FetchQuery";
import type { RelationshipMetadata, TableMetadata } from "../../metadata";
import { conditionOf, filterOf } from "./FilterBuilder";

/** The table of a collection, and the filter that lets through the rows that belong to one parent. */
export function within(
  catalogue: MetadataCatalogue,
  { referencingTable, referencingColumn }: RelationshipMetadata,
  parentId: string,
): { table: TableMetadata; filter: FetchFilter } {
  const table = requireTable(catalogue, referencingTable);
  const column = requireColumn(catalogue, referencingTable, referencingColumn);
  return { table, filter: filterOf("and", { conditions: [conditionOf({ column }, "eq", [parentId])] }) };
}
