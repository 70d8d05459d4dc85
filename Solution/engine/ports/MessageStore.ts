import type { Failure } from "../domain/failure/Failure";
import type { FailureCode } from "../domain/failure/failureKinds";
import type { Direction, Message, MessageSubject } from "../domain/maintenance/Message";
import type { Instant } from "../domain/values/instant";
import type { JsonObject } from "../domain/values/Json";
import type { Outcome } from "../domain/failure/Outcome";

/**
 * Work that waits for its next attempt or, parked, for a person. A deal's work goes towards Partner Center, a referral's
 * towards Dynamics 365.
 */
export interface PostponedWork {
  record: MessageSubject;
  /** Null while the work belongs to no link. */
  linkId: string | null;
  attempts: number;
  failure: Failure;
  /** Null: parked. */
  nextAttemptOn: Instant | null;
  /** What the next attempt needs to know beyond its subject; left out, nothing that an earlier one knew. */
  payload?: JsonObject;
}

/** Sync messages in Dataverse: one at most per subject, kept under its idempotency key. Only work that waits has one. */
export interface MessageStore {
  /** Makes the subject's message or brings it up to date; one request. */
  postpone(work: PostponedWork): Promise<Failure | null>;
  /**
   * Leaves the subject's work to a system job of its own, which begins when the transaction of this run is committed; one
   * request. The message, made or found, waits `until` then for anybody else. Only its own columns are written, so that nothing
   * of the record can keep Dataverse from taking it.
   */
  leaveToJob(
    record: Pick<MessageSubject, "table" | "id" | "name">,
    until: Instant,
    payload?: JsonObject,
  ): Promise<Failure | null>;
  /** Marks the subject's message as done; one request. */
  settle(record: Pick<MessageSubject, "table" | "id" | "name">): Promise<Failure | null>;
  /**
   * Waiting messages of this direction whose time has come, or that failed with one of the codes of `early`, the longest due
   * first; one request.
   */
  due(
    now: Instant,
    direction: Direction,
    limit: number,
    early: readonly FailureCode[],
  ): Promise<Outcome<readonly Message[]>>;
  /** One request; null where there is none. */
  byId(messageId: string): Promise<Outcome<Message | null>>;
  /** Waiting messages of these referrals whose last attempt met a run of their deal; one request. */
  thatMetRun(referralIds: readonly string[]): Promise<Outcome<readonly Message[]>>;
  /** Waiting and parked messages that were changed in this time, both ends included, oldest first; one request. */
  inWindow(from: Instant, until: Instant, limit: number): Promise<Outcome<readonly Message[]>>;
  /** Messages that were parked before then with one of these failures, oldest first; one request. */
  parkedBefore(before: Instant, codes: readonly FailureCode[], limit: number): Promise<Outcome<readonly Message[]>>;
  /**
   * Takes a message for this run until then: of runs that saw the same version of it, one gets it. One request; false when
   * somebody else was faster. `payload` takes the place of the one before.
   */
  lease(message: Message, until: Instant, payload?: JsonObject): Promise<Outcome<boolean>>;
}
