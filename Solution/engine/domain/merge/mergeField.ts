import type { Difference, LinkMemory } from "../link/Link";
import { fieldAt, type FieldMapping } from "../mapping/fieldMap";
import { visibilityPath } from "../referral/referralPatch";
import { filterEntries } from "../values/filterEntries";
import type { Instant } from "../values/instant";
import type { Json } from "../values/Json";
import { sameJson } from "../values/sameJson";
import { counterpart } from "./moneyPaths";
import { takeable, type Takeable } from "./canApply";
import type { Conflict, ConflictDecision } from "./Conflict";
import { decideField, type FieldDecision } from "./decideField";
import { toTakenValues, withMemory, type Merge, type MergeRules, type Taken } from "./Merge";

/** One value that one of Partner Center's referrals holds now. */
export interface FieldThere {
  row: FieldMapping;
  value: Json;
  side: Difference["side"];
  /** When that referral was changed last. */
  changedOn: Instant | null;
  /** Whoever changed it may not know the value that it would replace. */
  isUnseen?: boolean;
}

const withoutDifference = ({ differences }: LinkMemory, path: string): LinkMemory["differences"] =>
  filterEntries(differences, (place) => place !== path);

/** Both sides are known to hold the same, or the own referral this: the new base. */
export const agree = (merge: Merge, path: string, value: Json): Merge => {
  const { memory } = merge.state;
  return withMemory(merge, {
    values: { ...memory.values, [path]: value },
    differences: withoutDifference(memory, path),
  });
};

/** The difference is over; what the own referral is known to hold stays the base. */
export const drop = (merge: Merge, path: string): Merge =>
  withMemory(merge, { differences: withoutDifference(merge.state.memory, path) });

/** The sequence tells two conflicts of one field and one moment apart, and is the same when a stopped run is repeated. */
export const freshKey = ({ state, conflicts }: Merge, path: string, now: Instant): string =>
  `${path}@${now}#${state.auditSequence}.${conflicts.length}`;

/** The values at a place, as a conflict row keeps them. */
const conflictAt = (
  merge: Merge,
  { label, referral: path }: FieldMapping,
  there: Json,
  decision: Conflict["decision"],
  now: Instant,
): Conflict => {
  const { differences, values } = merge.state.memory;
  const known = differences[path];
  const key = known?.key ?? freshKey(merge, path, now);
  const here = merge.wanted[path] ?? null;
  const agreed = known?.agreed === undefined ? (values[path] ?? null) : known.agreed;
  // A difference that was no conflict has no row yet.
  const isNew = known === undefined || sameJson(known.here, agreed);
  return { key, path, label, here, there, agreed, decision, isNew, on: now };
};

/** Notes a conflict, or its end. */
export const noteConflict = (
  merge: Merge,
  row: FieldMapping,
  there: Json,
  decision: { kind: ConflictDecision; by: string } | null,
  now: Instant,
): Merge => ({ ...merge, conflicts: [...merge.conflicts, conflictAt(merge, row, there, decision, now)] });

/** Notes a value that lost beside a difference that stays open. */
export const noteLost = (merge: Merge, row: FieldMapping, there: Json, by: string, now: Instant): Merge => {
  const conflict = conflictAt(merge, row, there, { kind: "keptTheValueOfDynamics365", by }, now);
  return {
    ...merge,
    conflicts: [...merge.conflicts, { ...conflict, key: freshKey(merge, row.referral, now), isNew: true }],
  };
};

/** Of two values in Partner Center one waits for a decision, and this one is kept. */
export const changedToo = { kind: "keptTheValueOfDynamics365", by: "Changed on the other referral, too" } as const;

export const bothEqual = { kind: "bothSidesBecameEqual", by: "Both sides hold the same" } as const;

/** Ends a difference, for whatever reason. */
export const endDifference = (
  merge: Merge,
  row: FieldMapping,
  decision: { kind: ConflictDecision; by: string },
  now: Instant,
): Merge => {
  const difference = merge.state.memory.differences[row.referral];
  return difference === undefined
    ? merge
    : drop(noteConflict(merge, row, difference.there, decision, now), row.referral);
};

/** Takes a value over; only the own referral is known to hold it, and only if it comes from there. */
export const take = (
  merge: Merge,
  { row, value, side, isRule = false }: Omit<FieldThere, "changedOn"> & Pick<Taken, "isRule">,
  fieldMap: MergeRules["fieldMap"],
): Merge => {
  const path = row.referral;
  const earlier = merge.taken.find((taken) => taken.path === path);
  const { memory } = merge.state;
  const entry = {
    path,
    value,
    side,
    here: earlier ? earlier.here : (merge.wanted[path] ?? null),
    agreed: earlier ? earlier.agreed : (memory.values[path] ?? null),
    ...(isRule ? { isRule } : {}),
  };
  const taken = [...merge.taken.filter((one) => one !== earlier), entry];
  const next = {
    ...(side === "own" ? agree(merge, path, value) : drop(merge, path)),
    taken,
    wanted: { ...merge.wanted, [path]: value },
  };
  return { ...next, opportunity: toTakenValues([entry], merge.opportunity, fieldMap) };
};

const leave = (
  merge: Merge,
  { row, value, side }: FieldThere,
  { now, columns }: Pick<MergeRules, "now" | "columns">,
): Merge => {
  const path = row.referral;
  const { here, there, key } = conflictAt(merge, row, value, null, now);
  const known = merge.state.memory.differences[path];
  const isKnown = known !== undefined && sameJson(known.there, there) && sameJson(known.here, here);
  // What both referrals hold is the own one's: that is the base of what is sent.
  if (isKnown && (known.side === side || side === "microsoft")) return merge;
  const conflicting = isConflictAt(merge, path) ? noteConflict(merge, row, value, null, now) : merge;
  const { differences } = merge.state.memory;
  const held = takeable(row, value, merge.opportunity, columns);
  const misfit = held.kind === "whole" || held.misfit === null ? {} : { misfit: held.misfit };
  const first = known?.agreed === undefined ? {} : { agreed: known.agreed };
  const difference = { here, there, side, key, ...misfit, ...first };
  return withMemory(conflicting, { differences: { ...differences, [path]: difference } });
};

/** The merge as if this value, which is not stored yet, had not been taken over. */
export const untake = (merge: Merge, one: Taken, fieldMap: MergeRules["fieldMap"]): Merge => {
  const { path, here, agreed } = one;
  return {
    ...withMemory(merge, { values: { ...merge.state.memory.values, [path]: agreed } }),
    opportunity: toTakenValues([{ ...one, value: here }], merge.opportunity, fieldMap),
    wanted: { ...merge.wanted, [path]: here },
    taken: merge.taken.filter((other) => other !== one),
  };
};

/** Leaves what was to be taken over and is not stored yet: it is a difference again. */
export const leaveTaken = (merge: Merge, one: Taken, rules: MergeRules): Merge => {
  const { path, value, side } = one;
  const row = fieldAt(path, rules.fieldMap);
  return row === null ? merge : leave(untake(merge, one, rules.fieldMap), { row, value, side, changedOn: null }, rules);
};

/** Whether this side changed the value since it was agreed. */
export const isConflictAt = ({ wanted, state }: Merge, path: string): boolean =>
  !sameJson(wanted[path], state.memory.values[path]);

/** Dynamics 365 cannot hold what Partner Center does, or the amount of its currency: nobody's edit, and nothing to decide. */
export const isUnheld = (merge: Merge, path: string, unheld: MergeRules["unheld"] = []): boolean => {
  if (unheld.includes(path)) return true;
  const { differences } = merge.state.memory;
  const isPart = (place: string | null): boolean =>
    place !== null && differences[place]?.misfit !== undefined && !isConflictAt(merge, place);
  return isPart(path) || (isPart(counterpart(path)) && !isConflictAt(merge, path));
};

/** What a closed referral holds otherwise stays told: Dynamics 365 cannot hold it, or takes it over as soon as it may again. */
export const isHeldBack = (
  merge: Merge,
  path: string,
  { inboundEnabled, isClosedHere, unheld }: MergeRules,
): boolean => {
  const isPaused = !inboundEnabled && isClosedHere !== true && merge.state.memory.differences[path]?.side === "own";
  return isUnheld(merge, path, unheld) || (isPaused && !isConflictAt(merge, path));
};

const keepOurs = (merge: Merge, { row, value, side }: FieldThere, { by }: FieldDecision, now: Instant): Merge => {
  const lost = noteConflict(merge, row, value, { kind: "keptTheValueOfDynamics365", by }, now);
  return side === "own" ? agree(lost, row.referral, value) : drop(lost, row.referral);
};

const takeTheirs = (merge: Merge, there: FieldThere, { by }: FieldDecision, rules: MergeRules): Merge => {
  const { row, value, isUnseen = false } = there;
  const held = takeable(row, value, merge.opportunity, rules.columns);
  // Of Microsoft's referral nothing is taken in part: the own one would have to follow it with less than there was.
  const isPart = held.kind === "part" && there.side === "own";
  if (!rules.inboundEnabled || !(held.kind === "whole" || isPart)) return leave(merge, there, rules);
  const isLost = (isUnseen && !isPart) || isConflictAt(merge, row.referral);
  const kind = "tookTheValueOfPartnerCenter";
  const lost = isLost ? noteConflict(merge, row, value, { kind, by }, rules.now) : merge;
  return held.kind === "part" ? takePart(lost, there, held, rules) : take(lost, there, rules.fieldMap);
};

/**
 * Takes the beginning of a value that is too long for its column. That is agreed from then on, so it is never sent back; beside it
 * the difference tells of the whole one, until either side holds something else.
 */
export const takePart = (
  merge: Merge,
  { row, value: there, side }: Pick<FieldThere, "row" | "value" | "side">,
  { value: here, misfit }: Extract<Takeable, { kind: "part" }>,
  { fieldMap, now }: MergeRules,
): Merge => {
  const path = row.referral;
  const known = merge.state.memory.differences[path];
  const isHeld = sameJson(merge.wanted[path], here);
  const isTold = isHeld && known !== undefined && sameJson(known.there, there) && sameJson(known.here, here);
  if (isTold && known.misfit !== undefined) return merge;
  const key = freshKey(merge, path, now);
  const taken = isHeld ? agree(merge, path, here) : take(merge, { row, value: here, side }, fieldMap);
  const { differences } = taken.state.memory;
  return withMemory(taken, { differences: { ...differences, [path]: { here, there, side, key, misfit } } });
};

/** A field has one open difference: another value that the other referral held in it is kept beside. */
const keepOther = (merge: Merge, { row, side, value }: FieldThere, now: Instant): Merge => {
  const known = merge.state.memory.differences[row.referral];
  if (known === undefined || known.side === side || sameJson(known.there, value)) return merge;
  return noteLost(merge, row, known.there, changedToo.by, now);
};

/** Dynamics 365 was told that value, and keeps its own. */
export const isUntaken = ({ state, wanted }: Merge, path: string, value: Json): boolean => {
  const known = state.memory.differences[path];
  return known?.isUntaken === true && sameJson(known.there, value) && sameJson(known.here, wanted[path]);
};

/** Decides about a value that was changed in Partner Center, and carries the decision out. */
export const mergeChange = (before: Merge, there: FieldThere, rules: MergeRules): Merge => {
  if (isUntaken(before, there.row.referral, there.value)) return before;
  const merge = keepOther(before, there, rules.now);
  const { row, value, changedOn } = there;
  if (rules.waiting?.includes(row.referral) === true) {
    // A closed deal has no time to wait: what it holds is kept in a conflict row.
    const isKept = merge.state.memory.own?.status === "Closed" && !isUnheld(merge, row.referral, rules.unheld);
    return isKept ? merge : leave(merge, there, rules);
  }
  const isVisibility = row.referral === visibilityPath && value === true;
  const decision = decideField(row, !isVisibility && isConflictAt(merge, row.referral), rules, changedOn);
  switch (decision.winner) {
    case "there":
      return takeTheirs(merge, there, decision, rules);
    case "here":
      return keepOurs(merge, there, decision, rules.now);
    case "nobody":
      return leave(merge, there, rules);
  }
};
