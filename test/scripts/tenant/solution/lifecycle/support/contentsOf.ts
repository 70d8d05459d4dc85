import type { GivenTenant } from "../../../pipeline/support/givenTenant";

/** Kept for the record of what happened; they say nothing about what there is. */
const logs = new Set(["importjob", "msdyn_solutionhistory", "plugintracelog"]);

export interface TenantContents {
  /** Tables, columns, relationships and choices, as JSON. */
  metadata: string[];
  /** Ids of the rows of every table. */
  rows: Record<string, string[]>;
}

/** All that there is in a tenant, for comparison. */
export async function contentsOf({ catalogue, rows }: GivenTenant): Promise<TenantContents> {
  const found: Record<string, string[]> = {};
  for (const { logicalName, primaryId } of catalogue.tables()) {
    if (logs.has(logicalName)) continue;
    found[logicalName] = (await rows.read(logicalName, [primaryId])).map((row) => String(row[primaryId])).sort();
  }
  const metadata = [
    ...catalogue
      .tables()
      .flatMap(({ columns, ...table }) => [
        JSON.stringify(table),
        ...columns.map((column) => JSON.stringify({ table: table.logicalName, ...column })),
      ]),
    ...catalogue.relationships().map((relationship) => JSON.stringify(relationship)),
    ...catalogue.choices().map((choice) => JSON.stringify(choice)),
  ];
  return { metadata: metadata.sort(), rows: found };
}
