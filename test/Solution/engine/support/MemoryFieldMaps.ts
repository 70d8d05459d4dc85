import type { FieldMappingRow } from "../../../../Solution/engine/domain/fieldMapping/FieldMappingRow";
import { done } from "../../../../Solution/engine/domain/failure/Outcome";
import type { FieldMaps } from "../../../../Solution/engine/ports/FieldMaps";

/** Rows of the field map in memory, by key. */
export class MemoryFieldMaps implements FieldMaps {
  readonly stored = new Map<string, FieldMappingRow>();
  /** Column paths that exist; without it all do. */
  columns: readonly string[] | null = null;

  rows = () => Promise.resolve(done([...this.stored.values()]));

  create = (rows: readonly FieldMappingRow[]) => {
    for (const row of rows) this.stored.set(row.key, row);
    return Promise.resolve(null);
  };

  put = this.create;

  unknownColumns = (paths: readonly string[]) => {
    const { columns } = this;
    return Promise.resolve(done(columns === null ? [] : paths.filter((path) => !columns.includes(path))));
  };
}
