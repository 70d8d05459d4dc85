import type { Failure } from "../../domain/failure/Failure";
import type { Conflict } from "../../domain/merge/Conflict";
import type { SyncRecord } from "../../domain/opportunity/SyncRecord";
import type { ConflictStore } from "../../ports/ConflictStore";

export interface KeepConflicts {
  /** Stores what is new among the conflicts of a run so far; null, or why that failed. */
  (conflicts: readonly Conflict[]): Promise<Failure | null>;
  /** Of these, what is not stored. */
  missing: (conflicts: readonly Conflict[]) => readonly Conflict[];
}

/** Values that lost are stored before anything is written over them, so nothing is lost by a run that is stopped. */
export const createConflictKeeper = (store: ConflictStore, record: SyncRecord, linkId: string): KeepConflicts => {
  const kept = new Set<Conflict>();
  const missing: KeepConflicts["missing"] = (conflicts) => conflicts.filter((conflict) => !kept.has(conflict));
  const keep = async (conflicts: readonly Conflict[]): Promise<Failure | null> => {
    const fresh = missing(conflicts);
    if (fresh.length === 0) return null;
    const refusal = await store.note(record, linkId, fresh);
    if (refusal === null) fresh.forEach((conflict) => kept.add(conflict));
    return refusal;
  };
  return Object.assign(keep, { missing });
};
