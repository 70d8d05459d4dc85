import { toEntryDetail, toHashedText, type AuditEntry } from "../../domain/audit/AuditEntry";
import type { AuditFact } from "../../domain/audit/auditFacts";
import type { LinkState } from "../../domain/link/Link";
import type { Instant } from "../../domain/values/instant";
import type { Digest } from "../../ports/Digest";

/** Dataverse keeps moments to the second; what is hashed must be what it gives back. */
const toSecond = (instant: Instant): Instant => `${instant.slice(0, 19)}.000Z`;

/** Facts as the next entries of a link's trail. */
export const chainFacts = async (
  state: Pick<LinkState, "auditSequence" | "auditHash">,
  facts: readonly AuditFact[],
  now: Instant,
  digest: Digest,
): Promise<AuditEntry[]> => {
  const entries: AuditEntry[] = [];
  let previousHash = state.auditHash;
  for (const fact of facts) {
    const sequence = state.auditSequence + entries.length + 1;
    const entry = { sequence, fact, occurredOn: toSecond(now), detail: toEntryDetail(fact), previousHash };
    const hash = await digest.sha256(toHashedText(entry));
    entries.push({ ...entry, hash });
    previousHash = hash;
  }
  return entries;
};
