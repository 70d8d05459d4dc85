import type { Failure } from "../domain/failure/Failure";
import type { Instant } from "../domain/values/instant";
import type { OpportunityRecord } from "../domain/opportunity/OpportunityRecord";

/** Work towards Partner Center that waits for its next attempt or, parked, for a person. */
export interface PostponedSync {
  record: OpportunityRecord;
  linkId: string;
  attempts: number;
  failure: Failure;
  /** Null: parked. */
  nextAttemptOn: Instant | null;
}

/** Sync messages in Dataverse: one at most per opportunity and direction, kept under its idempotency key. */
export interface MessageStore {
  /** Makes the opportunity's message or brings it up to date; one request. */
  postpone(work: PostponedSync): Promise<Failure | null>;
  /** Marks the opportunity's message as done; one request. */
  settle(record: OpportunityRecord): Promise<Failure | null>;
}
