import { auditFacts } from "../audit/auditFacts";
import type { Conflict } from "../merge/Conflict";
import { withMemory, type Merge } from "../merge/Merge";
import type { SyncRecord } from "../opportunity/SyncRecord";
import type { Instant } from "../values/instant";
import { isClosed } from "./stepsOf";

/** How a deal that is closed in Partner Center ended there, and what Dynamics 365 still has to be told. */
export interface DealOutcome {
  merge: Merge;
  /** To be told; null where Dynamics 365 knows, or says otherwise. */
  closing: { outcome: "won" | "lost"; reason: string } | null;
}

const statePath = "/substatus";

const toConflict = (here: string, there: string, now: Instant): Conflict => ({
  key: `${statePath}@${now}`,
  path: statePath,
  label: "Outcome",
  here,
  there,
  agreed: null,
  decision: { kind: "theDealWasClosed", by: "A closed deal is final in Partner Center" },
  isNew: true,
  on: now,
});

/**
 * Compares how the deal ended on both sides. The referral is final, so a different ending, or a deal opened again, is told and
 * overwrites nothing.
 */
export const noteOutcome = (
  merge: Merge,
  { table, state }: Pick<SyncRecord, "table" | "state">,
  now: Instant,
): DealOutcome => {
  const { own, outcomeHere } = merge.state.memory;
  if (own === null || !isClosed(merge.state)) return { merge, closing: null };
  const there = own.substatus === "Won" ? "won" : "lost";
  if (state === "open" && outcomeHere === null)
    return { merge, closing: { outcome: there, reason: own.reason || own.substatus } };
  if (state === "open") {
    // A lead that went well is qualified, and goes on as an opportunity.
    if (outcomeHere === "reopened" || table === "lead") return { merge, closing: null };
    const fact = auditFacts.reopenedHere(own.substatus);
    return {
      merge: { ...withMemory(merge, { outcomeHere: "reopened" }), facts: [...merge.facts, fact] },
      closing: null,
    };
  }
  if (outcomeHere === state) return { merge, closing: null };
  const noted = withMemory(merge, { outcomeHere: state });
  if (state === there) return { merge: noted, closing: null };
  return {
    merge: {
      ...noted,
      conflicts: [...noted.conflicts, toConflict(state, own.substatus, now)],
      facts: [...noted.facts, auditFacts.closedDifferently(state, own.substatus)],
    },
    closing: null,
  };
};
