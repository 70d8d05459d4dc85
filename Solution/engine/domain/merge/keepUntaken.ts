import { auditFacts, type AuditFact } from "../audit/auditFacts";
import type { Difference } from "../link/Link";
import { fieldAt, labelAt } from "../mapping/fieldMap";
import type { ReferralValues } from "../mapping/mapReferral";
import type { Json } from "../values/Json";
import { sameJson } from "../values/sameJson";
import { withMemory, type Merge, type MergeRules, type Taken } from "./Merge";
import { freshKey, noteConflict } from "./mergeField";

/** A column holds fewer decimals, or fewer characters. */
const isCutShort = (now: Json, value: Json): boolean =>
  typeof now === "number" && typeof value === "number"
    ? Math.abs(now - value) <= 0.5
    : typeof now === "string" && typeof value === "string" && now !== "" && value.startsWith(now);

/** Of the value that was told nothing, or not all, was taken. Any other value somebody may have typed in this very moment. */
const isKept = (now: Json, here: Json, value: Json): boolean => sameJson(now, here) || isCutShort(now, value);

/** Where nobody is asked, what may have been typed goes the way of every edit that is made over a value which came lately. */
const isAsked = (path: string, { fieldMap, policy }: MergeRules): boolean =>
  (fieldAt(path, fieldMap)?.conflictPolicy ?? policy) === "ask";

/** Another value came since, and somebody is asked about that one. */
const isOpenAgain = ({ state, conflicts }: Merge, path: string): boolean => {
  const key = state.memory.differences[path]?.key;
  return key !== undefined && conflicts.some((conflict) => conflict.key === key && conflict.decision === null);
};

const keepOne = (merge: Merge, { path, here, value, side, agreed }: Taken, now: Json, rules: MergeRules): Merge => {
  const row = fieldAt(path, rules.fieldMap);
  const { memory } = merge.state;
  const known = memory.differences[path];
  const isOpen = isOpenAgain(merge, path);
  const isQuiet = !isOpen && isKept(now, here, value);
  const difference: Difference =
    isOpen && known !== undefined
      ? { ...known, here: now }
      : { here: now, there: known?.there ?? value, side, key: freshKey(merge, path, rules.now), isUntaken: true };
  const left: Merge = {
    ...withMemory(merge, { values: { ...memory.values, [path]: isQuiet ? now : agreed } }),
    wanted: { ...merge.wanted, [path]: now },
    taken: merge.taken.filter((one) => one.path !== path),
  };
  const noted = isQuiet || isOpen || row === null ? left : noteConflict(left, row, value, null, rules.now);
  return withMemory(noted, { differences: { ...noted.state.memory.differences, [path]: difference } });
};

/** What was kept without a word is told as such; any other value came after one that was taken, and stands against it. */
const describe = (untaken: readonly Taken[], held: ReferralValues, { fieldMap }: MergeRules): AuditFact[] => {
  const kept = untaken.filter(({ path, here, value }) => isKept(held[path] ?? null, here, value));
  const typed = untaken.filter((one) => !kept.includes(one));
  const isContact = ({ path }: Taken): boolean => fieldAt(path, fieldMap)?.opportunity === "/contact";
  const labels = (some: readonly Taken[]): string[] => some.map(({ path }) => labelAt(path, fieldMap));
  const both = (some: readonly Taken[]) =>
    Object.fromEntries(some.map(({ path, value }) => [path, { here: held[path] ?? null, there: value }] as const));
  const values = Object.fromEntries(typed.map(({ path, value }) => [path, value]));
  return [
    ...[false, true].flatMap((ofContact) => {
      const some = kept.filter((one) => isContact(one) === ofContact);
      return some.length > 0 ? [auditFacts.valuesNotTaken(labels(some), both(some), ofContact)] : [];
    }),
    ...(typed.length > 0
      ? [auditFacts.valuesTaken(labels(typed), values), auditFacts.conflictFound(labels(typed), both(typed))]
      : []),
  ];
};

/**
 * The merge once Dynamics 365 was told, and holds other values all the same: a column that it computes, a business rule, rounding.
 * What it did not take is a difference that everybody sees, never an edit to be sent back.
 */
export const keepUntaken = <Merged extends Merge>(merge: Merged, held: ReferralValues, rules: MergeRules): Merged => {
  const untaken = merge.taken.filter(
    ({ path, value, here }) =>
      Object.hasOwn(held, path) &&
      !sameJson(held[path], value) &&
      (isKept(held[path] ?? null, here, value) || isAsked(path, rules)),
  );
  if (untaken.length === 0) return merge;
  const kept = untaken.reduce<Merge>((left, one) => keepOne(left, one, held[one.path] ?? null, rules), merge);
  const told = untaken.filter(({ path }) => !isOpenAgain(merge, path));
  return { ...merge, ...kept, facts: [...kept.facts, ...describe(told, held, rules)] };
};
