import type { Failure } from "../domain/failure/Failure";
import type { Outcome } from "../domain/failure/Outcome";
import type { Conflict } from "../domain/merge/Conflict";
import type { DealRecord, DealTable } from "../domain/opportunity/DealRecord";

/** Where an open conflict is. */
export interface OpenConflict {
  table: DealTable;
  recordId: string;
  /** Place in the referral. */
  path: string;
}

/** Conflict rows in Dataverse. */
export interface ConflictStore {
  /** One request for all, each made or changed under its key; when each was found is written once. */
  note(record: DealRecord, linkId: string, conflicts: readonly Conflict[]): Promise<Failure | null>;
  /**
   * Takes away the open conflicts of the link but those under these keys: a run that was stopped had noted them, and nothing was
   * written over. One request, and one more for each.
   */
  forget(linkId: string, kept: readonly string[]): Promise<Failure | null>;
  /** Fields of the link with a conflict that this request has found and stored. */
  fresh(linkId: string): ReadonlySet<string>;
  /** The conflict if the user of this request may see it; null when there is none, or it is decided. */
  find(conflictId: string): Promise<Outcome<OpenConflict | null>>;
}
