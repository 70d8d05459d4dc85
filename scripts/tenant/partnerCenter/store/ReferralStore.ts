import type { KeyedStore } from "../../identity/KeyedStore";
import type { StoredReferral } from "../referrals/Referral";

/** Referrals by id, with the two questions every call asks answered without a walk through all of them. */
export interface ReferralStore extends KeyedStore<StoredReferral> {
  /** All sides of one deal, in the order they joined it. */
  ofEngagement(engagementId: string): StoredReferral[];
  /** Those that wait for an answer. */
  unanswered(): StoredReferral[];
}

/** Wraps rows nobody else writes to. An engagement's members never leave it, so its index only grows. */
export function indexReferrals(rows: KeyedStore<StoredReferral>): ReferralStore {
  const engagements = new Map<string, Set<string>>();
  const unanswered = new Set<string>();

  function index(key: string, row: StoredReferral): void {
    const members = engagements.get(row.engagementId) ?? new Set<string>();
    engagements.set(row.engagementId, members.add(key));
    if (row.content.status === "New") unanswered.add(key);
    else unanswered.delete(key);
  }
  function forget(key: string): void {
    engagements.get(rows.get(key)?.engagementId ?? "")?.delete(key);
    unanswered.delete(key);
  }
  const read = (keys: Iterable<string>): StoredReferral[] =>
    [...keys].map((key) => rows.get(key)).filter((row) => row !== undefined);

  for (const row of rows.values()) index(row.id, row);
  return {
    get: (key) => rows.get(key),
    values: () => rows.values(),
    set(key, row) {
      rows.set(key, row);
      index(key, row);
    },
    delete(key) {
      forget(key);
      return rows.delete(key);
    },
    clear() {
      rows.clear();
      engagements.clear();
      unanswered.clear();
    },
    ofEngagement: (engagementId) => read(engagements.get(engagementId) ?? []),
    unanswered: () => read(unanswered),
  };
}
