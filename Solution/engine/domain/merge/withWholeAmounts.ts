import { currencyPath } from "../referral/referralPatch";
import { isBlank } from "../values/isBlank";
import { sameJson } from "../values/sameJson";
import { counterpart } from "./moneyPaths";
import { withMemory, type Merge, type MergeRules, type Taken } from "./Merge";
import { isConflictAt, isUnheld, leaveTaken } from "./mergeField";

/** Whether one of the referrals holds another other half than Dynamics 365 will. */
const isPartialAmount = ({ wanted, state: { memory } }: Merge, { path, value }: Taken): boolean => {
  const other = counterpart(path);
  if (other === null) return false;
  const isWithoutCurrency = other === currencyPath && value !== null && isBlank(wanted[other] ?? null);
  const isKeptOut = memory.own?.status === "Closed" && !sameJson(wanted[other], memory.values[other]);
  return memory.differences[other] !== undefined || isKeptOut || isWithoutCurrency;
};

/** Neither side names a currency: the amount waits for nothing that is in sight, so its difference says why. */
const tellWhy = (merge: Merge, { path }: Taken): Merge => {
  const { differences, values } = merge.state.memory;
  const open = differences[path];
  const isNamed = differences[currencyPath] !== undefined || !isBlank(values[currencyPath] ?? null);
  if (open === undefined || path === currencyPath || isNamed) return merge;
  const told = { ...open, misfit: { why: "currencyMissing" } as const };
  return withMemory(merge, { differences: { ...differences, [path]: told } });
};

/** A step of the merge; where one half of an amount would be taken over without the other, by this step or before, both wait. */
export const withWholeAmounts = (
  merge: Merge,
  rules: MergeRules,
  step: (merge: Merge, rules: MergeRules) => Merge,
): Merge => {
  const stepped = step(merge, rules);
  const torn = stepped.taken.filter((one) => isPartialAmount(stepped, one));
  if (torn.length === 0) return stepped;
  const earlier = torn.filter((one) => merge.taken.includes(one));
  const left = earlier.reduce((given, one) => leaveTaken(given, one, rules), merge);
  const waiting = torn.map(({ path }) => path);
  // The step may come to the other half later than to this one.
  const unheld = waiting.filter((path) => isUnheld(stepped, path) && !isConflictAt(left, path));
  return torn.reduce(tellWhy, step(left, { ...rules, waiting, unheld }));
};
