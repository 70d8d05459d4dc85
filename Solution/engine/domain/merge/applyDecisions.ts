import { fieldAt, type FieldMapping } from "../mapping/fieldMap";
import { toCrmValue, toReferralValue } from "../mapping/converters";
import type { Difference } from "../link/Link";
import type { Json } from "../values/Json";
import { sameJson } from "../values/sameJson";
import { counterpart } from "./moneyPaths";
import { takeable } from "./canApply";
import type { Decision } from "./Decision";
import type { Merge, MergeRules } from "./Merge";
import { agree, endDifference, take, takePart } from "./mergeField";
import { mayUndo, undoDecision } from "./undoDecision";

const kinds = {
  dynamics365: "keptTheValueOfDynamics365",
  partnerCenter: "tookTheValueOfPartnerCenter",
  value: "typedAnotherValue",
} as const;

/** A typed value in the form that the map makes of it; undefined where it makes nothing of it. */
const typed = (row: FieldMapping, value: Json): Json | undefined => {
  const here = toCrmValue(row, value);
  return here === undefined ? undefined : toReferralValue(row, here);
};

const chosen = ({ take: side, value }: Decision, { here, there }: Difference, row: FieldMapping): Json | undefined => {
  if (side === "value") return typed(row, value ?? null);
  return side === "dynamics365" ? here : there;
};

const apply = (merge: Merge, decision: Decision, row: FieldMapping, rules: MergeRules): Merge => {
  const { fieldMap, now, columns } = rules;
  const { path, by } = decision;
  const difference = merge.state.memory.differences[path];
  if (difference === undefined) return merge;
  const value = chosen(decision, difference, row);
  if (value === undefined) return merge;
  const isOurs = sameJson(value, merge.wanted[path]);
  const held = takeable(row, value, merge.opportunity, columns);
  const isPart = held.kind === "part" && decision.take === "partnerCenter" && difference.side === "own";
  // What Dynamics 365 has no place for stays undecided.
  if (!isOurs && held.kind !== "whole" && !isPart) return merge;
  const ended = endDifference(merge, row, { kind: kinds[decision.take], by }, now);
  if (!isOurs && isPart) return takePart(ended, { row, value, side: "own" }, held, rules);
  const decided = isOurs ? ended : take(ended, { row, value, side: "microsoft" }, fieldMap);
  return difference.side === "own" ? agree(decided, path, difference.there) : decided;
};

const applyAt = (merge: Merge, decision: Decision, rules: MergeRules): Merge => {
  const row = fieldAt(decision.path, rules.fieldMap);
  return row === null ? merge : apply(merge, decision, row, rules);
};

const isOpen = ({ state }: Merge, path: string): boolean => Object.hasOwn(state.memory.differences, path);

/** Who decides about a currency decides about the amount that waits beside it, unless it is decided for itself. */
const applyWhole = (merge: Merge, decision: Decision, decisions: readonly Decision[], rules: MergeRules): Merge => {
  const decided = applyAt(merge, decision, rules);
  const { path, by } = decision;
  const other = counterpart(path);
  const isEnded = isOpen(merge, path) && !isOpen(decided, path);
  if (other === null || !isEnded || decisions.some((one) => one.path === other)) return decided;
  const take = decision.take === "partnerCenter" ? "partnerCenter" : "dynamics365";
  return applyAt(decided, { path: other, take, by }, rules);
};

/**
 * Carries out what people decided about differences; a decision about one that is over by now changes nothing. What was decided together
 * is taken back together, or not at all.
 */
export const applyDecisions = (merge: Merge, decisions: readonly Decision[], rules: MergeRules): Merge => {
  const undone = decisions.filter(({ undoes }) => undoes !== undefined);
  const mayAll = undone.every((decision) => mayUndo(merge, decision, rules));
  const taken = undone.reduce((before, decision) => (mayAll ? undoDecision(before, decision, rules) : before), merge);
  return decisions
    .filter((decision) => !undone.includes(decision))
    .reduce((decided, decision) => applyWhole(decided, decision, decisions, rules), taken);
};
