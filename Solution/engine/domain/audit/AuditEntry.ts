import type { AuditFact } from "./auditFacts";
import type { Instant } from "../values/instant";

/** A fact in its place in the trail of a link. */
export interface AuditEntry {
  sequence: number;
  fact: AuditFact;
  occurredOn: Instant;
  /** JSON of the fact's details and words. */
  detail: string;
  /** Empty for the first entry. */
  previousHash: string;
  hash: string;
}

/** Text that an entry's hash is made of: leaving out, changing or moving any entry breaks every later hash. */
export const toHashedText = ({ sequence, fact, occurredOn, detail, previousHash }: Omit<AuditEntry, "hash">): string =>
  [previousHash, String(sequence), occurredOn, fact.name, detail].join("\n");

export const toEntryDetail = ({ words, outcome, detail }: AuditFact): string =>
  JSON.stringify({ words, outcome, ...detail });
