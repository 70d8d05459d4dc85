import type { Failure } from "../domain/failure/Failure";
import type { Outcome } from "../domain/failure/Outcome";
import type { MaintenanceMemory } from "../domain/maintenance/MaintenanceMemory";
import type { DealTable } from "../domain/opportunity/SyncRecord";
import type { Instant } from "../domain/values/instant";

/** The record of Dynamics 365 that work is about. */
export interface DealReference {
  table: DealTable;
  recordId: string;
}

/** What a link knows of the versions of its referrals. */
export interface LinkVersion extends DealReference {
  linkId: string;
  referralId: string | null;
  eTag: string | null;
  microsoftReferralId: string | null;
  microsoftETag: string | null;
  engagementId: string | null;
}

/** Tables whose edits are followed; a solution row is an edit of the opportunity it belongs to. */
export type EditedTable = DealTable | "solution";

/** A deal that somebody edited, by the time of the edit. */
export interface EditedDeal extends DealReference {
  modifiedOn: Instant;
  /** Grows with every write of any table of the database; tells writes of the same second apart. */
  rowVersion: string;
  /** When its link was written last; null where it has none. */
  link: { modifiedOn: Instant; rowVersion: string } | null;
}

/** The right to do maintenance; of runs at the same time one has it. */
export interface MaintenanceLease {
  id: string;
}

/** What the connection remembers of maintenance. */
export interface MaintenanceRecord {
  memory: MaintenanceMemory;
  /** When Partner Center was connected for the first time. */
  connectedOn: Instant;
  /** When the stored sign-in ends unless it is used; null where nobody is signed in. */
  signInEndsOn: Instant | null;
}

/** What maintenance reads and writes in Dataverse. Every operation is one request, unless said. */
export interface MaintenanceStore {
  /** Null: another run has it. Waits for a run whose transaction has not ended. At most three requests. */
  lease(owner: string, now: Instant, until: Instant): Promise<Outcome<MaintenanceLease | null>>;
  release(lease: MaintenanceLease): Promise<Failure | null>;
  /** Null before anybody connected Partner Center. */
  read(): Promise<Outcome<MaintenanceRecord | null>>;
  /** Two requests. `sweptOn` and `passedOn` say when a sweep or a full pass ended, where one did. */
  save(
    memory: MaintenanceMemory,
    ended: { sweptOn: Instant | null; passedOn: Instant | null },
  ): Promise<Failure | null>;
  /** Links of these referrals, own or Microsoft's, or of these engagements. */
  linksOf(referralIds: readonly string[], engagementIds: readonly string[]): Promise<Outcome<readonly LinkVersion[]>>;
  /**
   * Links that stand still though something is to be done: a lease was left behind, or something waits to be sent and no
   * message says so. Only what nobody touched since `untouchedSince`, and what waited for the kill switch at once; created after
   * `after`, oldest first. `leasesOnly`: what waits to be sent stays where it is.
   */
  stuck(
    untouchedSince: Instant,
    after: Instant,
    limit: number,
    leasesOnly: boolean,
  ): Promise<Outcome<readonly (DealReference & { createdOn: Instant })[]>>;
  /**
   * Deals whose link shows changes of Partner Center that nobody has to decide about, or its end, which the record lacks; of
   * links that were written since then.
   */
  left(since: Instant, limit: number): Promise<Outcome<readonly DealReference[]>>;
  /** Deals with sync on, edited at this time or later, oldest edit first. */
  edited(table: EditedTable, since: Instant, limit: number): Promise<Outcome<readonly EditedDeal[]>>;
  /** Shared deals that are not closed, by link, created after `after`, oldest first. */
  shared(after: Instant, limit: number): Promise<Outcome<readonly (DealReference & { createdOn: Instant })[]>>;
  /** Open opportunities with sync on whose contact this is, or whose customer. */
  ofContact(contactId: string, limit: number): Promise<Outcome<readonly DealReference[]>>;
  /** Open deals that Microsoft was invited to, by link, created after `after`, oldest first. */
  withMicrosoft(after: Instant, limit: number): Promise<Outcome<readonly (DealReference & { createdOn: Instant })[]>>;
}
