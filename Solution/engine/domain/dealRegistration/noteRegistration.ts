import { auditFacts } from "../audit/auditFacts";
import type { FieldMap, FieldMapping } from "../mapping/fieldMap";
import type { Merge, MergeRules } from "../merge/Merge";
import { agree, noteConflict } from "../merge/mergeField";
import type { DealRecord } from "../opportunity/DealRecord";
import { sameJson } from "../values/sameJson";
import { isCorrectable, planRegistration } from "./planRegistration";
import { registrationRows } from "./registrationRows";
import { isBlank } from "./whyNotEligible";

/** Tells once why a won deal is not registered, or not corrected; values that can follow no more are kept in conflict rows. */
export const noteHeld = (
  merge: Merge,
  deal: Pick<DealRecord, "table" | "state">,
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
    ...kept,
    state: { ...merge.state, memory: { ...memory, registrationHeld: held } },
    facts: held.length === 0 ? merge.facts : [...merge.facts, auditFacts.registrationHeld(held, isRegistered)],
  };
};

/** Rows whose value somebody else brought into the registration since it was seen last. */
const findTyped = (before: Merge, { state, wanted }: Merge, fieldMap: FieldMap): FieldMapping[] => {
  const { registration } = state.memory;
  if (registration?.isRegistered !== true) return [];
  const { registration: known, values, inFlight } = before.state.memory;
  return registrationRows(fieldMap).filter(({ referral: path }) => {
    const there = registration.values[path] ?? null;
    const familiar = [known?.values ?? {}, values, wanted, ...inFlight];
    return !familiar.some((one) => sameJson(one[path] ?? null, there));
  });
};

/** Registrations go to Partner Center only: what was typed there is kept in conflict rows before it is written over. */
export const keepTyped = (before: Merge, after: Merge, { fieldMap, now }: MergeRules): Merge =>
  findTyped(before, after, fieldMap).reduce((kept, row) => {
    const { registration } = after.state.memory;
    const there = registration?.values[row.referral] ?? null;
    const isOverwritten =
      registration !== null && isCorrectable(row, registration) && !isBlank(kept.wanted[row.referral]);
    const decision = { kind: "keptTheValueOfDynamics365", by: "The field goes to Partner Center only" } as const;
    const noted = isOverwritten && !isBlank(there) ? noteConflict(kept, row, there, decision, now) : kept;
    return agree(noted, row.referral, there);
  }, after);
