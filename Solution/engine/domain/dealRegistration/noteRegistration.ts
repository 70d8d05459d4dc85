import { auditFacts } from "../audit/auditFacts";
import type { LinkMemory } from "../link/Link";
import type { FieldMap, FieldMapping } from "../mapping/fieldMap";
import { withMemory, type Merge, type MergeRules } from "../merge/Merge";
import { agree, noteConflict } from "../merge/mergeField";
import type { SyncRecord } from "../opportunity/SyncRecord";
import { isBlank } from "../values/isBlank";
import { sameJson } from "../values/sameJson";
import { isCorrectable, planRegistration } from "./planRegistration";
import { registrationRows } from "./registrationRows";

/** Tells once why a won deal is not registered, or not corrected; values that can follow no more are kept in conflict rows. */
export const noteHeld = (
  merge: Merge,
  deal: Pick<SyncRecord, "table" | "state">,
  { fieldMap, now }: MergeRules,
): Merge => {
  const { held, left } = planRegistration({ ...merge, deal, fieldMap });
  const { memory } = merge.state;
  if (sameJson(held, memory.registrationHeld)) return merge;
  const decision = { kind: "theDealWasClosed", by: "The deal is registered" } as const;
  const kept = left.reduce((noted, row) => {
    const there = memory.registration?.values[row.referral] ?? null;
    return noteConflict(noted, row, there, decision, now);
  }, merge);
  const isRegistered = memory.registration?.isRegistered === true;
  return {
    ...withMemory(kept, { registrationHeld: held }),
    facts: held.length === 0 ? merge.facts : [...merge.facts, auditFacts.registrationHeld(held, isRegistered)],
  };
};

/** Rows whose value in the registration is another one than was seen last. */
const findChanged = (before: LinkMemory, { registration }: LinkMemory, fieldMap: FieldMap): FieldMapping[] => {
  const known = before.registration?.values ?? {};
  const values = registration?.isRegistered === true ? registration.values : known;
  return registrationRows(fieldMap).filter(({ referral }) => !sameJson(known[referral], values[referral]));
};

/**
 * Notes what the registration holds by now. It goes to Partner Center only: what somebody else typed there is kept in conflict
 * rows before it is written over.
 */
export const noteRegistered = (before: Merge, after: Merge, { fieldMap, now }: MergeRules): Merge => {
  const { values, inFlight } = before.state.memory;
  const { registration } = after.state.memory;
  return findChanged(before.state.memory, after.state.memory, fieldMap).reduce((noted, row) => {
    const path = row.referral;
    const there = registration?.values[path] ?? null;
    const isOurs = [values, noted.wanted, ...inFlight].some((one) => sameJson(one[path], there));
    const isOverwritten = registration !== null && isCorrectable(row, registration) && !isBlank(noted.wanted[path]);
    const isLost = !isOurs && !isBlank(there) && isOverwritten;
    const decision = { kind: "keptTheValueOfDynamics365", by: "The field goes to Partner Center only" } as const;
    return agree(isLost ? noteConflict(noted, row, there, decision, now) : noted, path, there);
  }, after);
};
