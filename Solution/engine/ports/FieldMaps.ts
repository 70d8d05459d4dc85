import type { Failure } from "../domain/failure/Failure";
import type { Outcome } from "../domain/failure/Outcome";
import type { FieldMappingRow } from "../domain/fieldMapping/FieldMappingRow";

/** The rows of the field map in Dataverse. */
export interface FieldMaps {
  /** All of them as they are now, by key; one query. */
  rows(): Promise<Outcome<readonly FieldMappingRow[]>>;
  /** Makes rows, all or none; those of the same keys in another run are as good. One request. */
  create(rows: readonly FieldMappingRow[]): Promise<Failure | null>;
  /** Makes rows or sets them by their keys, with the rights of the user; all or none. One request. */
  put(rows: readonly FieldMappingRow[]): Promise<Failure | null>;
  /** Which of these column paths do not exist. One query if all do, else one for each table and column. */
  unknownColumns(paths: readonly string[]): Promise<Outcome<readonly string[]>>;
}
