import type { AuditEntry } from "../domain/audit/AuditEntry";
import type { Failure } from "../domain/failure/Failure";
import type { Outcome } from "../domain/failure/Outcome";
import type { IdentifiedReferral } from "../domain/match/identifyRecord";
import type { MatchCandidate } from "../domain/match/MatchCandidate";
import type { Link, LinkMemory } from "../domain/link/Link";
import type { SyncSettings } from "../domain/sync/SyncSettings";
import type { LoadedRecord } from "./RecordStore";

/** Records that a referral may be about, with the rights of the system. */
export interface MatchStore {
  /** Records of the table, open and closed, that hold one of the identifiers. One query. */
  findByIdentifier(
    table: MatchCandidate["table"],
    referral: Pick<IdentifiedReferral, "referralIdentifier" | "microsoftCrmIdentifier">,
    settings: SyncSettings,
  ): Promise<Outcome<readonly MatchCandidate[]>>;
  /** Ids of the account's open opportunities whose link has no referral, if they have one, those changed last first; at most ten. One query. */
  findOfCustomer(accountId: string): Promise<Outcome<readonly string[]>>;
  /** Whether the user of this request may write the record; its trail is written as it was read, unless it changed since. One request. */
  mayUserWrite(
    record: Pick<LoadedRecord["record"], "table" | "id" | "audit" | "rowVersion">,
  ): Promise<Outcome<boolean>>;
  /**
   * Switches sync off for a record that its referral leaves, so that it is never shared again by itself, and writes its trail. One
   * request.
   */
  switchOff(record: Pick<LoadedRecord["record"], "table" | "id" | "audit">): Promise<Failure | null>;
  /**
   * Gives the link to another record, with what both sides hold, where the trail ends, and the lease back: all in one request, so
   * that nothing is ever merged with what another record had agreed.
   */
  moveLink(
    linkId: string,
    record: Pick<LoadedRecord["record"], "table" | "id" | "ownerId" | "ownerTable">,
    memory: LinkMemory,
    last: Pick<AuditEntry, "sequence" | "hash">,
  ): Promise<Failure | null>;
  /** Takes a link that has no referral off its record, unless a run wrote it since it was read. One request. */
  leaveRecord(link: Pick<Link, "id" | "rowVersion">): Promise<Failure | null>;
  /** Opens a record again that was closed; one request. */
  reopen(record: Pick<LoadedRecord["record"], "table" | "id">): Promise<Failure | null>;
  /** Takes the link off its record for good, with what it remembers, where the trail ends, and the lease back; one request. */
  takeOff(linkId: string, memory: LinkMemory, last: Pick<AuditEntry, "sequence" | "hash">): Promise<Failure | null>;
}
