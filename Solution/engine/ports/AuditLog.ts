import type { AuditEntry } from "../domain/audit/AuditEntry";
import type { Failure } from "../domain/failure/Failure";
import type { DealRecord } from "../domain/opportunity/DealRecord";

/** The hash-chained trail in Dataverse. */
export interface AuditLog {
  /** One request for all entries, which are stored together or not at all. */
  append(record: DealRecord, linkId: string, entries: readonly AuditEntry[]): Promise<Failure | null>;
}
