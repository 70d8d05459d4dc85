import type { AuditEntry } from "../domain/AuditEntry";
import type { Failure } from "../domain/Failure";
import type { OpportunityRecord } from "../domain/OpportunityRecord";

/** The hash-chained trail in Dataverse. */
export interface AuditLog {
  /** One request for all entries, which are stored together or not at all. */
  append(record: OpportunityRecord, linkId: string, entries: readonly AuditEntry[]): Promise<Failure | null>;
}
