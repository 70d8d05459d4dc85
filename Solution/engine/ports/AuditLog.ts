import type { AuditEntry } from "../domain/audit/AuditEntry";
import type { Failure } from "../domain/failure/Failure";
import type { Outcome } from "../domain/failure/Outcome";
import type { DealRecord } from "../domain/opportunity/DealRecord";

/** Where a trail ends. */
export type TrailEnd = Pick<AuditEntry, "sequence" | "hash"> & {
  /** Microsoft's referral, as the entries behind the one that was asked about tell of it; null where none does. */
  microsoftReferralId: string | null;
};

/** The hash-chained trail in Dataverse. */
export interface AuditLog {
  /** One request for all entries, which are stored together or not at all. */
  append(record: DealRecord, linkId: string, entries: readonly AuditEntry[]): Promise<Failure | null>;
  /** The newest entry behind this one; one request. Null where the trail ends there. */
  lastAfter(linkId: string, sequence: number): Promise<Outcome<TrailEnd | null>>;
}
