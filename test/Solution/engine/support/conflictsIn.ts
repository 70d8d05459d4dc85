import { done } from "../../../../Solution/engine/domain/failure/Outcome";
import type { Failure } from "../../../../Solution/engine/domain/failure/Failure";
import type { Conflict } from "../../../../Solution/engine/domain/merge/Conflict";
import type { SyncRecord } from "../../../../Solution/engine/domain/opportunity/SyncRecord";
import type { ConflictStore, DecidedConflict } from "../../../../Solution/engine/ports/ConflictStore";

/** Conflicts by their keys, beside the deal that they are of. */
interface ConflictRows {
  record: SyncRecord;
  conflicts: Record<string, Conflict>;
}

/** Conflict rows in memory, for one run. */
export const conflictsIn = ({
  write,
  seen,
}: {
  write: (operation: string, change: (rows: ConflictRows) => void) => Promise<Failure | null>;
  seen: () => ConflictRows;
}): ConflictStore => {
  const fresh = new Set<string>();
  const decided = (isIt: (conflict: Conflict) => boolean): DecidedConflict | null => {
    const { conflicts, record } = seen();
    const conflict = Object.values(conflicts).find((one) => one.decision !== null && isIt(one));
    const { table, id: recordId } = record;
    return conflict ? { table, recordId, path: conflict.path, linkId: "link-1", conflict, isWhole: true } : null;
  };
  return {
    note: (_record, _linkId, conflicts) => {
      conflicts.forEach(({ isNew, path }) => isNew && fresh.add(path));
      return write("note conflicts", (rows) => {
        for (const conflict of conflicts) rows.conflicts[conflict.key] = conflict;
      });
    },
    forget: (_linkId, kept) =>
      write("forget conflicts", (rows) => {
        const isLeft = ([key, { decision }]: [string, Conflict]): boolean => decision !== null || kept.includes(key);
        rows.conflicts = Object.fromEntries(Object.entries(rows.conflicts).filter(isLeft));
      }),
    decideProposals: () => Promise.resolve(null),
    overtakenProposals: () => Promise.resolve(done([])),
    reopenProposals: () => Promise.resolve(null),
    fresh: () => fresh,
    findDecided: (key) => Promise.resolve(done(decided(({ key: one }) => one === key))),
    decidedWith: ({ conflict: { on } }, path) =>
      Promise.resolve(done(decided((one) => one.path === path && one.on === on))),
    find: (key) => {
      const { conflicts, record } = seen();
      const conflict = conflicts[key];
      const isOpen = conflict?.decision === null;
      const { table, id: recordId } = record;
      return Promise.resolve(done(isOpen ? { table, recordId, path: conflict.path, linkId: "link-1" } : null));
    },
  };
};
