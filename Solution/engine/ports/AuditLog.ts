import type { AuditEntry } from "../domain/audit/AuditEntry";
import type { Failure } from "../domain/failure/Failure";
import type { Outcome } from "../domain/failure/Outcome";
import type { StoredEntry } from "../domain/audit/StoredEntry";
import type { Instant } from "../domain/values/instant";
import type { SyncRecord } from "../domain/opportunity/SyncRecord";

/** Where a trail ends. */
export type TrailEnd = Pick<AuditEntry, "sequence" | "hash"> & {
  /** The own referral, as the entries behind the one that was asked about tell that it was made or found; null where none does. */
  referralId: string | null;
  /** Microsoft's referral, likewise. */
  microsoftReferralId: string | null;
};

/** A link with what its trail should be, and what its record shows of it. */
export interface AuditedLink {
  id: string;
  createdOn: Instant;
  /** Null where the record was deleted. */
  record: (Pick<SyncRecord, "table" | "id" | "name"> & { audit: string }) | null;
  end: Pick<TrailEnd, "sequence" | "hash">;
  /** A run is at it, or was stopped: the record may show more or less than the link knows. */
  isLeased: boolean;
}

/** Entries of some links, in the order of their numbers, by link. */
export interface Trails {
  entries: readonly StoredEntry[];
  /** False: there are more than one query answers with. */
  isWhole: boolean;
}

/** The hash-chained trail in Dataverse. */
export interface AuditLog {
  /** One request for all entries, which are stored together or not at all. */
  append(record: SyncRecord, linkId: string, entries: readonly AuditEntry[]): Promise<Failure | null>;
  /** The newest entry behind this one; one request. Null where the trail ends there. */
  lastAfter(linkId: string, sequence: number): Promise<Outcome<TrailEnd | null>>;
  /** Links created after then, oldest first; one request. */
  linksAfter(after: Instant, limit: number): Promise<Outcome<readonly AuditedLink[]>>;
  /** Links that were written last, newest first; one request. */
  latestLinks(limit: number): Promise<Outcome<readonly AuditedLink[]>>;
  /** One request. */
  trailsOf(linkIds: readonly string[]): Promise<Outcome<Trails>>;
  /** Entries that belong to no link, which no run ever writes; one request. */
  strayEntries(limit: number): Promise<Outcome<readonly StoredEntry[]>>;
}
