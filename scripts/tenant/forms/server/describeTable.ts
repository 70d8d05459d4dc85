import type { FormCatalogue } from "../FormCatalogue";
import type { LookupTarget, TableDescription } from "../protocol";

/** Everything the browser needs to show and save rows of a table; null when there is no such table. */
export function describeTable(catalogue: FormCatalogue, logicalName: string): TableDescription | null {
  const tables = new Map(catalogue.tables().map((table) => [table.logicalName, table]));
  const table = tables.get(logicalName);
  if (!table) return null;
  const lookups: Record<string, LookupTarget[]> = {};
  for (const relationship of catalogue.relationships()) {
    const target = tables.get(relationship.referencedTable);
    if (relationship.referencingTable !== logicalName || !target) continue;
    const { logicalName: name, entitySetName, primaryId, primaryName, displayName } = target;
    const lookup: LookupTarget = {
      table: name,
      entitySetName,
      primaryId,
      primaryName,
      displayName,
      navigation: relationship.referencingNavigation,
    };
    lookups[relationship.referencingColumn] = [...(lookups[relationship.referencingColumn] ?? []), lookup];
  }
  return {
    table,
    lookups,
    children: catalogue.relationships().filter(({ referencedTable }) => referencedTable === logicalName),
  };
}
