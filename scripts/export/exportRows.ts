import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../environment/connectEnvironment";
import { type ExportedTable, exportedTables } from "./exportedTables";
import { type ExportIndex, indexFile, type Row } from "./readExport";

export interface ExportOptions {
  folder: string;
  /** Moment of the export. */
  now: Date;
  say: (line: string) => void;
}

/** What people read and what comes back when rows are asked for: values, labels of choices, tables of lookups. */
const annotations = "OData.Community.Display.V1.FormattedValue,Microsoft.Dynamics.CRM.lookuplogicalname";

/**
 * Writes the rows of every table of ours, with the columns that the customer added, and what opportunities and leads hold in
 * columns of ours: a JSON file a table, and an index. What signs the connector in is left out.
 */
export async function exportRows(environment: Environment, { folder, now, say }: ExportOptions): Promise<ExportIndex> {
  mkdirSync(folder, { recursive: true });
  const tables: ExportIndex["tables"] = [];
  for (const table of exportedTables) {
    const rows = await readTable(environment, table);
    const file = `${table.collection}.json`;
    writeFileSync(join(folder, file), `${JSON.stringify(rows, undefined, 2)}\n`);
    tables.push({ collection: table.collection, file, rows: rows.length });
    say(`${file}: ${rows.length} rows`);
  }
  const index = { environment: environment.address, exportedOn: now.toISOString(), tables };
  writeFileSync(join(folder, indexFile), `${JSON.stringify(index, undefined, 2)}\n`);
  return index;
}

async function readTable(environment: Environment, table: ExportedTable): Promise<Row[]> {
  const { collection, select, filter, secrets = [] } = table;
  const { value } = await environment.ask((client) =>
    client.retrieveAll<Row>({
      collection,
      includeAnnotations: annotations,
      ...(select && { select: [...select] }),
      ...(filter !== undefined && { filter }),
    }),
  );
  return value.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !secrets.includes(name) && !isOfClient(name, row))),
  );
}

/** The client repeats each annotation under a shorter name. */
function isOfClient(name: string, row: Row): boolean {
  const [, column] = /^(.+)_(?:Formatted|LogicalName|NavigationProperty)$/.exec(name) ?? [];
  return column !== undefined && Object.keys(row).some((each) => each.startsWith(`${column}@`));
}
