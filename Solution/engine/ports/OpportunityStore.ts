import type { Failure } from "../domain/failure/Failure";
import type { Link } from "../domain/link/Link";
import type { Opportunity } from "../domain/opportunity/Opportunity";
import type { OpportunityChanges } from "../domain/opportunity/toOpportunityChanges";
import type { OpportunityRecord } from "../domain/opportunity/OpportunityRecord";
import type { Outcome } from "../domain/failure/Outcome";
import type { SyncSettings } from "../domain/sync/SyncSettings";

/** An opportunity with everything a sync depends on. */
export interface LoadedOpportunity {
  opportunity: Opportunity;
  record: OpportunityRecord;
  /** Null while nothing was ever recorded about it. */
  link: Link | null;
}

/** Opportunities in Dataverse. */
export interface OpportunityStore {
  /** Whether the user of this request may see the opportunity. */
  isVisibleToUser(opportunityId: string): Promise<Outcome<boolean>>;
  /**
   * One query, with the rights of the system: what a sync sees does not depend on who edits. Null when there is none. Owner and
   * currency cost a request more where nobody remembers them; `ifSynced` leaves them out where sync is off.
   */
  load(
    opportunityId: string,
    settings: SyncSettings,
    ownerAndCurrency: "ifSynced" | "always",
  ): Promise<Outcome<LoadedOpportunity | null>>;
  /** One request. Safe to repeat. */
  save(opportunityId: string, changes: OpportunityChanges): Promise<Failure | null>;
}
