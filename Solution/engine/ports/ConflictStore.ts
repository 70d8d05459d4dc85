import type { Failure } from "../domain/failure/Failure";
import type { Outcome } from "../domain/failure/Outcome";
import type { Conflict } from "../domain/merge/Conflict";
import type { ProposalDecision } from "../domain/match/Proposal";
import type { SyncRecord, DealTable } from "../domain/opportunity/SyncRecord";
import type { Instant } from "../domain/values/instant";

/** Where an open conflict is. */
export interface OpenConflict {
  table: DealTable;
  recordId: string;
  /** Place in the referral. */
  path: string;
  linkId: string;
}

/** A conflict with how it was decided, as far as its row holds the values: of lists it holds words, and of long texts the beginning. */
export interface DecidedConflict extends OpenConflict {
  conflict: Conflict;
  isWhole: boolean;
}

/** Whose conflicts are noted. */
export type ConflictHolder = Pick<SyncRecord, "table" | "id" | "name" | "ownerId" | "ownerTable">;

/** Conflict rows in Dataverse. */
export interface ConflictStore {
  /** One request for all, each made or changed under its key; when each was found is written once. */
  note(record: ConflictHolder, linkId: string, conflicts: readonly Conflict[]): Promise<Failure | null>;
  /**
   * Takes away the open conflicts of the link but those under these keys: a run that was stopped had noted them, and nothing was
   * written over. One request, and one more for each.
   */
  forget(linkId: string, kept: readonly string[]): Promise<Failure | null>;
  /** Fields of the link with a conflict that this request has found and stored. */
  fresh(linkId: string): ReadonlySet<string>;
  /**
   * Ends what is proposed for the link's referral: the rows of this path as decided, and where it is the same deal, those of all
   * other records as of another one. One request, and one more for each.
   */
  decideProposals(
    linkId: string,
    path: string,
    decision: { kind: ProposalDecision; by: string },
    on: Instant,
  ): Promise<Failure | null>;
  /** Open proposals of records that have got a referral of their own since; one request. */
  overtakenProposals(limit: number): Promise<Outcome<readonly Pick<OpenConflict, "linkId" | "path">[]>>;
  /** The rows of this path are open again, however they were decided. One request, and one more for each. */
  reopenProposals(linkId: string, path: string): Promise<Failure | null>;
  /** The conflict if the user of this request may see it; null when there is none, or it is decided. */
  find(conflictId: string): Promise<Outcome<OpenConflict | null>>;
  /** The same for one that is decided. */
  findDecided(conflictId: string): Promise<Outcome<DecidedConflict | null>>;
  /** What was decided about another place of the link in the same moment; null where nothing was. One request. */
  decidedWith(conflict: DecidedConflict, path: string): Promise<Outcome<DecidedConflict | null>>;
}
