import { hasArrived, hasWavered, isInFlight, confirmInFlight } from "../link/inFlight";
import { nobodys, applyOwnReferral } from "../link/acknowledge";
import type { LinkMemory } from "../link/Link";
import { fieldAt, isTwoWay, type FieldMap, type FieldMapping } from "../mapping/fieldMap";
import type { ReferralValues } from "../mapping/mapReferral";
import { readOwnValues } from "../referral/readOwnValues";
import type { Referral } from "../referral/Referral";
import { visibilityPath } from "../referral/referralPatch";
import { isEmptyJson } from "../values/isEmptyJson";
import type { Json } from "../values/Json";
import { sameJson } from "../values/sameJson";
import type { Merge, MergeRules, Taken } from "./Merge";
import {
  agree,
  bothEqual,
  changedToo,
  endDifference,
  isConflictAt,
  isHeldBack,
  mergeChange,
  noteConflict,
  noteLost,
  untake,
  type FieldThere,
} from "./mergeField";
import { moneyPaths } from "./moneyPaths";
import { isTorn } from "./isTorn";
import { cameTooLate, isMicrosofts, markTooLate } from "./noteTooLate";

/** A visible deal stays visible, whatever Dynamics 365 says. */
const ours = ({ wanted, state }: Merge, path: string): Json =>
  path === visibilityPath && state.memory.values[path] === true ? true : (wanted[path] ?? null);

/** A closed record takes no value, whoever typed it. */
const closedHere = { kind: "theDealWasClosed", by: "Closed in Dynamics 365 before the value came" } as const;

/** What was not sent, or not taken over, before the deal was closed can be no more: both values are kept. */
const closeOut = (merge: Merge, { row, value }: FieldThere, { now }: MergeRules): Merge => {
  const isTyped = !isMicrosofts(merge.state.memory, row.referral, ours(merge, row.referral));
  const isEdit = isTyped && row.sent === "always" && row.direction !== "toPartnerCenter";
  const decision = isConflictAt(merge, row.referral) ? cameTooLate : closedHere;
  const kept = isEdit ? markTooLate(noteConflict(merge, row, value, decision, now), row.referral) : merge;
  return agree(kept, row.referral, value);
};

/** A difference that was seen before and is there still: typed over, or to be decided as before. */
const mergeSeen = (merge: Merge, there: FieldThere, rules: MergeRules): Merge => {
  const path = there.row.referral;
  const seen = merge.state.memory.differences[path];
  const isTyped = seen?.side === "own" && sameJson(seen.there, there.value) && !sameJson(ours(merge, path), seen.here);
  if (!isTyped) return mergeChange(merge, there, rules);
  const decision = { kind: "typedAnotherValue", by: "The seller" } as const;
  return agree(endDifference(merge, there.row, decision, rules.now), path, there.value);
};

/**
 * This run has taken another value from Microsoft's referral, and nobody typed one here: of two values that were typed in Partner
 * Center the later one counts, and the other is kept.
 */
const mergeMet = (merge: Merge, taken: Taken, there: FieldThere, rules: MergeRules): Merge => {
  const { row, value, changedOn } = there;
  const isLater = (changedOn ?? "") >= (merge.state.memory.microsoft?.updatedOn ?? "");
  if (!isLater)
    return agree(noteLost(merge, row, value, "Changed later on Microsoft’s referral", rules.now), taken.path, value);
  const left = untake(merge, taken, rules.fieldMap);
  return mergeSeen(noteLost(left, row, taken.value, "Changed later on the own referral", rules.now), there, rules);
};

/** What this run takes from Microsoft's referral over a value that nobody has changed here. */
const takenOf = ({ taken }: Merge, path: string): Taken | undefined =>
  taken.find((one) => one.path === path && one.side === "microsoft" && sameJson(one.here, one.agreed));

const mergeField = (merge: Merge, there: FieldThere, rules: MergeRules): Merge => {
  const path = there.row.referral;
  const { values, differences, own } = merge.state.memory;
  const isOurs = sameJson(ours(merge, path), there.value);
  const isNew = !sameJson(values[path], there.value);
  // A half of Microsoft's amount waits for its other half: the own referral says nothing of it.
  if (isOurs && !isNew && differences[path]?.side === "microsoft") return merge;
  if (isOurs) return agree(endDifference(merge, there.row, bothEqual, rules.now), path, there.value);
  if (own?.status === "Closed") {
    const isTakenOver = rules.isClosedHere !== true || there.row.direction === "toDynamics365";
    const merged = isNew && isTakenOver ? mergeSeen(merge, there, rules) : merge;
    return sameJson(ours(merged, path), there.value) || isHeldBack(merged, path, rules)
      ? merged
      : closeOut(merged, there, rules);
  }
  const taken = takenOf(merge, path);
  if (isNew && taken !== undefined) return mergeMet(merge, taken, there, rules);
  if (isNew) return mergeSeen(merge, there, rules);
  if (differences[path]?.side !== "own") return merge;
  const decision = { kind: "keptTheValueOfDynamics365", by: "Changed back in Partner Center" } as const;
  return endDifference(merge, there.row, decision, rules.now);
};

/**
 * What was agreed is no base any more where the last attempts held another value: typed back here, it was typed nevertheless, and
 * typed back there it is nobody's echo. The same value on both sides is agreed anew.
 */
const isDoubtful = (
  merge: Merge,
  path: string,
  there: ReferralValues,
  isChanged: boolean,
  rules: MergeRules,
): boolean => {
  const { memory } = merge.state;
  const agreed = memory.values[path] ?? null;
  const value = there[path] ?? null;
  if (!hasWavered(memory, path)) return false;
  const isBackThere = sameJson(value, agreed);
  if (isBackThere) return isChanged && (rules.isUnanswered === true || hasArrived(memory, path, there));
  return sameJson(ours(merge, path), agreed) && !isInFlight(memory, path, value);
};

/** The row of an open conflict keeps what was agreed when it was found, whatever counts as the base since. */
const withFirstBase = (differences: LinkMemory["differences"], values: ReferralValues, base: ReferralValues) =>
  Object.fromEntries(
    Object.entries(differences).map(([path, difference]) => {
      const agreed = values[path] ?? null;
      const isMoved = difference.agreed === undefined && !sameJson(base[path], agreed);
      return [path, isMoved ? { ...difference, agreed } : difference];
    }),
  );

/** The merge with values in flight that arrived, and with nobody's base where there is doubt about it. */
const withBase = (merge: Merge, there: ReferralValues, isChanged: boolean, rules: MergeRules): LinkMemory => {
  const landed = confirmInFlight(merge.state.memory, there);
  const doubtful = rules.fieldMap
    .filter(isTwoWay)
    .map(({ referral: path }) => path)
    .filter((path) => isDoubtful(merge, path, there, isChanged, rules));
  const bases = doubtful.map((path) => [path, nobodys(ours(merge, path), there[path] ?? null)] as const);
  const values: ReferralValues = { ...landed.values, ...Object.fromEntries(bases) };
  return { ...landed, values, differences: withFirstBase(landed.differences, merge.state.memory.values, values) };
};

/**
 * What a run without an end may have sent, somebody may as well have typed there: where this side holds another value by now, both
 * are kept.
 */
const keepLanded = (merge: Merge, before: LinkMemory, { row, value }: FieldThere, now: MergeRules["now"]): Merge => {
  const { referral: path } = row;
  const isLanded = isInFlight(before, path, value) && !sameJson(before.values[path], value);
  const isSettled = before.differences[path] === undefined;
  return isLanded && isSettled && isTwoWay(row) && !sameJson(ours(merge, path), value)
    ? noteLost(merge, row, value, "Sent from here by a run that was stopped, or typed there", now)
    : merge;
};

/** Whether values of this side arrived that no run noted before it sent them: what it had noted was undone with its transaction. */
const isSentUnnoted = (
  { wanted }: Merge,
  before: LinkMemory,
  there: ReferralValues,
  { fieldMap }: MergeRules,
): boolean =>
  fieldMap.filter(isTwoWay).some(({ referral: path }) => {
    const value = there[path] ?? null;
    const isNew = !sameJson(before.values[path], value) && !isInFlight(before, path, value);
    return isNew && Object.hasOwn(wanted, path) && sameJson(wanted[path], value);
  });

/** Whether the referral was changed, and in nothing that can be seen: somebody typed a value again. */
const isUnexplained = ({ values, own }: LinkMemory, { state }: Referral, there: ReferralValues, fieldMap: FieldMap) =>
  own?.status === state.status &&
  own.substatus === state.substatus &&
  fieldMap.filter(isTwoWay).every(({ referral: path }) => sameJson(there[path], values[path]));

/**
 * A run may have sent this value, too, of which nothing was noted, or only an attempt that failed; then somebody typed again what
 * was agreed. It is kept, though it is written over.
 */
const keepTypedBack = (merge: Merge, before: LinkMemory, { row, value }: FieldThere, now: MergeRules["now"]): Merge => {
  const { referral: path } = row;
  // Where nobody's value is the base, a decision is asked for.
  const isBase = sameJson(merge.state.memory.values[path], value);
  const isBack = sameJson(before.values[path], value) && !sameJson(ours(merge, path), value);
  return isBack && isBase && before.differences[path] === undefined && isTwoWay(row)
    ? noteLost(merge, row, value, "Typed back there after a run that was stopped, or never changed", now)
    : merge;
};

/** What Partner Center alone fills goes on after the end, as the verdict about a registration does, and what was held back. */
const isShared = ({ direction, sent, referral }: FieldMapping, { own, differences }: LinkMemory): boolean =>
  own?.status === "Closed"
    ? direction === "toDynamics365" || differences[referral]?.side === "own"
    : direction !== "off" && (sent === "create" || sent === "always");

/** Half an amount of Microsoft's referral beside the other half of this one's is kept in a row. */
const endTorn = (merge: Merge, { fieldMap, now }: MergeRules): Merge => {
  const { differences, microsoftValues } = merge.state.memory;
  const takenAt = (path: string): Taken | undefined =>
    merge.taken.find((one) => one.path === path && one.side === "microsoft");
  const isMicrosofts = (path: string): boolean =>
    differences[path]?.side === "microsoft" || takenAt(path) !== undefined;
  const torn = moneyPaths.find((path) => isMicrosofts(path) && isTorn(merge, path, microsoftValues, true));
  const row = torn === undefined ? null : fieldAt(torn, fieldMap);
  if (row === null) return merge;
  const taken = takenAt(row.referral);
  return taken === undefined
    ? endDifference(merge, row, changedToo, now)
    : noteLost(untake(merge, taken, fieldMap), row, taken.value, "Changed later on the own referral", now);
};

/**
 * Merges what the own referral holds now into what was agreed, before anything is written over it. A value that is the same on
 * both sides is agreed; one that somebody changed there is taken over, kept out, or left to a decision.
 */
export const mergeOwn = (merge: Merge, referral: Referral, rules: MergeRules): Merge => {
  const known = applyOwnReferral(merge.state, referral, rules.fieldMap);
  const { memory } = merge.state;
  const { values, inFlight, own, unseen } = memory;
  const there = readOwnValues(referral.content, [merge.wanted, values, ...inFlight], rules.fieldMap);
  const isChanged = referral.eTag === null || referral.eTag !== merge.state.eTag;
  const base = withBase({ ...merge, state: known }, there, isChanged, rules);
  const start: Merge = { ...merge, state: { ...known, memory: { ...base, unseen: null } } };
  const isUnnoted = own !== null && isChanged && isSentUnnoted(merge, memory, there, rules);
  const isTypedAgain = isChanged && isUnexplained(memory, referral, there, rules.fieldMap);
  const mayBeBack = (path: string): boolean => (hasWavered(memory, path) ? isTypedAgain : isUnnoted);
  // Of a record that was just made, what is held otherwise is a rule's, or was typed before anybody looked: it is kept.
  const isFirst = own === null && unseen !== "movedFromLead";
  const merged = rules.fieldMap
    .filter((row) => isShared(row, memory) && Object.hasOwn(merge.wanted, row.referral))
    .reduce((before, row) => {
      const value = there[row.referral] ?? null;
      const isUnseen = isFirst && !isEmptyJson(before.wanted[row.referral] ?? null);
      const held: FieldThere = { row, value, side: "own", changedOn: referral.state.updatedOn, isUnseen };
      const kept = keepLanded(before, memory, held, rules.now);
      return mergeField(mayBeBack(row.referral) ? keepTypedBack(kept, memory, held, rules.now) : kept, held, rules);
    }, start);
  return endTorn(merged, rules);
};
