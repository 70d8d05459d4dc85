import { currencyPath } from "../referral/referralPatch";
import { isBlank } from "../values/isBlank";
import { sameJson } from "../values/sameJson";
import type { Merge, MergeRules, Taken } from "./Merge";

/** An amount without its currency would be another amount: these two are taken over and decided together. */
export const amountHalves: readonly string[] = ["/details/dealValue", currencyPath];

/** The place that a value of this place makes no sense without; null for all others. */
export const otherHalf = (path: string): string | null => amountHalves[1 - amountHalves.indexOf(path)] ?? null;

/** Whether one of the referrals holds another other half than Dynamics 365 will. */
const isTorn = ({ wanted, state: { memory } }: Merge, { path, value }: Taken): boolean => {
  const other = otherHalf(path);
  if (other === null) return false;
  const isWithoutCurrency = other === currencyPath && value !== null && isBlank(wanted[other] ?? null);
  const isKeptOut = memory.own?.status === "Closed" && !sameJson(wanted[other] ?? null, memory.values[other] ?? null);
  return memory.differences[other] !== undefined || isKeptOut || isWithoutCurrency;
};

/** A step of the merge; where it would take over one half of an amount without the other, both wait. */
export const withWholeAmounts = (
  merge: Merge,
  rules: MergeRules,
  step: (merge: Merge, rules: MergeRules) => Merge,
): Merge => {
  const stepped = step(merge, rules);
  const torn = stepped.taken.filter((one) => !merge.taken.includes(one) && isTorn(stepped, one));
  return torn.length === 0 ? stepped : step(merge, { ...rules, waiting: torn.map(({ path }) => path) });
};
