import type { Failure } from "../domain/failure/Failure";
import type { Outcome } from "../domain/failure/Outcome";
import type { Link } from "../domain/link/Link";
import type { SyncRecord } from "../domain/opportunity/SyncRecord";
import type { Opportunity } from "../domain/opportunity/Opportunity";
import type { OpportunityChanges } from "../domain/opportunity/toOpportunityChanges";
import type { JsonObject } from "../domain/values/Json";
import type { SyncSettings } from "../domain/sync/SyncSettings";

/** A deal with everything a sync depends on; a lead's values come in the shape of an opportunity's. */
export interface LoadedRecord {
  opportunity: Opportunity;
  record: SyncRecord;
  /** Null while nothing was ever recorded about it. */
  link: Link | null;
  /** Columns that settings name and that do not exist, as `columnsOfSettings` gives them: what they should hold is not known. */
  missingColumns?: readonly string[];
}

/** How a deal ended in Partner Center, to be told to Dynamics 365: Win or Lose, of a lead its qualification or disqualification. */
export interface DealClosing {
  outcome: "won" | "lost";
  /** In words; empty where nothing was said. */
  reason: string;
  /** What the closing is called where Partner Center did not close it. */
  subject?: string;
}

/** What a run changes of a deal; what is absent stays as it is. */
export interface DealChanges extends OpportunityChanges {
  /** Mapped values taken from Partner Center; solutions are the whole set that should be there. */
  values?: Partial<Opportunity>;
  /** The referral that values come from, for the Customize API; empty where none was read. */
  referral?: JsonObject;
  close?: DealClosing;
}

/** Opportunities, or leads, in Dataverse. */
export interface RecordStore {
  /** Whether the user of this request may see the deal. */
  isVisibleToUser(id: string): Promise<Outcome<boolean>>;
  /** What `SyncRecord.rowVersion` would be now; null where it cannot be read. */
  readVersion(id: string): Promise<string | null>;
  /**
   * One query, with the rights of the system: what a sync sees does not depend on who edits. Null when there is none. Owner and
   * currency cost a request more where nobody remembers them; `ifSynced` leaves them out where sync is off. A link of the lead
   * that an opportunity was made from counts as the opportunity's.
   */
  load(
    id: string,
    settings: SyncSettings,
    ownerAndCurrency: "ifSynced" | "always",
  ): Promise<Outcome<LoadedRecord | null>>;
  /**
   * Safe to repeat. The Customize API sees values first, and where it fails nothing is written. With `values` or `close` only the
   * row as it was loaded is changed: `dataverse.changedMeanwhile` says that somebody was faster. One request, and one
   * more for each of: the Customize API, solutions, a contact, the closing.
   */
  save(record: SyncRecord, changes: DealChanges, settings: SyncSettings): Promise<Failure | null>;
}
