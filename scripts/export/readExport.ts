import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A row as the Web API writes it, with its annotations. */
export type Row = Record<string, unknown>;

/** What an export holds. */
export interface ExportIndex {
  /** Address of the environment. */
  environment: string;
  /** ISO 8601, UTC. */
  exportedOn: string;
  tables: { collection: string; file: string; rows: number }[];
}

export const indexFile = "export.json";

/** Reads an export back, by entity set; throws where a file is missing or holds other rows than the index says. */
export function readExport(folder: string): Map<string, Row[]> {
  const index = JSON.parse(readFileSync(join(folder, indexFile), "utf8")) as ExportIndex;
  return new Map(
    index.tables.map(({ collection, file, rows: count }) => {
      const path = join(folder, file);
      if (!existsSync(path)) throw new Error(`${path} is missing: make the export again.`);
      const rows = JSON.parse(readFileSync(path, "utf8")) as Row[];
      if (rows.length !== count)
        throw new Error(`${path} holds ${rows.length} rows in the place of ${count}: make the export again.`);
      return [collection, rows];
    }),
  );
}
