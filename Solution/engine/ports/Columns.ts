import type { KnownColumns } from "../domain/columns/ColumnFacts";
import type { DealTable } from "../domain/opportunity/SyncRecord";
import type { SyncSettings } from "../domain/sync/SyncSettings";

/** What columns of Dataverse take. What the platform does not tell is absent; no operation ever fails. */
export interface Columns {
  /**
   * The columns that take the mapped values of a record, by place in the referral, and those of a contact by `contact.<column>`.
   * An hour old at most; one request for each column that nobody in this process has asked for.
   */
  ofMap(table: DealTable, settings: SyncSettings): Promise<KnownColumns>;
  /** Places in the referral whose values these columns take, `table.column` each; those of no place are left out. No request. */
  placesOf(names: readonly string[], table: DealTable, settings: SyncSettings): readonly string[];
}
