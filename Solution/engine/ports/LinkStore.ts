import type { Failure } from "../domain/failure/Failure";
import type { Instant } from "../domain/values/instant";
import type { Link, LinkMemory, LinkState } from "../domain/link/Link";
import type { SyncRecord } from "../domain/opportunity/SyncRecord";
import type { Outcome } from "../domain/failure/Outcome";

/** Who takes the lease of an opportunity's link, and until when. */
export interface LeaseClaim {
  record: SyncRecord;
  /** Null: the link is made by this claim. A link that is still a lead's becomes the record's with the lease. */
  link: Pick<Link, "id" | "rowVersion" | "leadId"> | null;
  /** What the link is to remember if this run comes to no end; a link that is made by the claim remembers nothing yet. */
  memory: LinkMemory;
  leaseOwner: string;
  leaseExpiresOn: Instant;
}

export type LeaseAnswer = { kind: "claimed"; linkId: string } | { kind: "taken" };

/** Links in Dataverse. */
export interface LinkStore {
  /**
   * What both sides of an opportunity agree on, where nothing is open between them and no run is at its link; null otherwise, and
   * where it cannot be read. One request.
   */
  agreed(opportunityId: string): Promise<LinkMemory["values"] | null>;
  /**
   * Takes the lease: of all runs that claim the link of one opportunity at once, one gets it. Waits for a run whose
   * transaction has not ended. Only a link with the given row version, or none at all, is claimed.
   */
  claim(claim: LeaseClaim): Promise<Outcome<LeaseAnswer>>;
  /**
   * One request: stores the state and gives the lease back. With `unfinishedOn`, when the run began, the lease stays behind as
   * one that has run out: what Dynamics 365 refused is made up for by the next run, and maintenance finds the link.
   */
  save(linkId: string, state: LinkState, unfinishedOn: Instant | null): Promise<Failure | null>;
}
