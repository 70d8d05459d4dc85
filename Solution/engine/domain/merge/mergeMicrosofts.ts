import { auditFacts } from "../audit/auditFacts";
import { applyMicrosoftReferral } from "../link/acknowledge";
import { hasWavered, isInFlight } from "../link/inFlight";
import type { LinkMemory } from "../link/Link";
import type { FieldMapping } from "../mapping/fieldMap";
import type { ReferralValues } from "../mapping/mapReferral";
import { readOwnValues } from "../referral/readOwnValues";
import type { Referral } from "../referral/Referral";
import { helpPath, visibilityPath } from "../referral/referralPatch";
import { filterEntries } from "../values/filterEntries";
import { isBlank } from "../values/isBlank";
import type { Json } from "../values/Json";
import { sameJson } from "../values/sameJson";
import { withMemory, type Merge, type MergeRules } from "./Merge";
import { bothEqual, endDifference, mergeChange, noteLost, type FieldThere } from "./mergeField";
import { isTorn } from "./isTorn";

/** Values that both organizations hold; Microsoft's referral has a team and a consent of its own. */
const isCommon = ({ sent, direction, referral }: FieldMapping): boolean =>
  sent === "always" && (direction === "both" || direction === "toDynamics365") && referral !== visibilityPath;

/** Microsoft may show less than it holds. */
const isHidden = (value: Json): boolean => isBlank(value) || (Array.isArray(value) && value.length === 0);

/** Notes what Microsoft's referral holds; once it has followed the own one, earlier values of ours are echoes no more. */
const noteValue = (merge: Merge, path: string, value: Json): Merge => {
  const { memory } = merge.state;
  const hasFollowed = sameJson(value, memory.values[path]);
  return withMemory(merge, {
    microsoftValues: { ...memory.microsoftValues, [path]: value },
    microsoftEchoes: filterEntries(memory.microsoftEchoes, (place) => place !== path || !hasFollowed),
  });
};

const isEcho = (memory: LinkMemory, path: string, value: Json): boolean =>
  isInFlight(memory, path, value) ||
  [memory.values[path] ?? null, ...(memory.microsoftEchoes[path] ?? [])].some((ours) => sameJson(ours, value));

const isOwnLater = ({ state }: Merge, { changedOn }: FieldThere): boolean =>
  (state.memory.own?.updatedOn ?? "") > (changedOn ?? "");

/** The own referral was changed, too, and later: then its value counts. What a value seen first was before, nobody knows. */
const isOlder = (merge: Merge, there: FieldThere, isFirst: boolean): boolean =>
  (isFirst || merge.taken.some(({ path }) => path === there.row.referral)) && isOwnLater(merge, there);

const mergeField = (before: Merge, there: FieldThere, held: ReferralValues, rules: MergeRules): Merge => {
  const { row, value } = there;
  const path = row.referral;
  const { memory } = before.state;
  const open = memory.differences[path];
  const merge = noteValue(before, path, value);
  if (sameJson(before.wanted[path], value)) {
    return open?.side === "microsoft" ? endDifference(merge, row, bothEqual, rules.now) : merge;
  }
  const isWaiting = open?.side === "microsoft" && sameJson(open.there, value);
  const isFirst = !Object.hasOwn(memory.microsoftValues, path);
  const isKnown = !isFirst && sameJson(memory.microsoftValues[path], value);
  if (!isWaiting && (isKnown || isEcho(memory, path, value))) return merge;
  // What waits for a decision is this very value: both referrals hold it, and none is lost.
  if (open?.side === "own" && sameJson(open.there, value)) return merge;
  if (open?.side === "own" || isTorn(merge, path, held, isOwnLater(merge, there)))
    return noteLost(merge, row, value, "Another value waits for a decision", rules.now);
  if (isOlder(merge, there, isFirst))
    return noteLost(merge, row, value, "Changed later on the own referral", rules.now);
  // Nobody can tell whether Microsoft's seller has seen the value that goes, or what was typed back: it is kept.
  const isUnseen = hasWavered(memory, path) || !sameJson(memory.microsoftValues[path], before.wanted[path]);
  return mergeChange(merge, { ...there, isUnseen }, rules);
};

/** Partner Center spells "no help" in two ways. */
const isNoHelp = (code: string): boolean => code === "" || code.toLowerCase() === "unknown";

/** Microsoft may give other help than it was asked for, or join a deal by itself: nobody here can change that, so it is told. */
const noteHelp = (merge: Merge, { values, microsoftValues }: LinkMemory, there: ReferralValues): Merge => {
  const code = there[helpPath] ?? null;
  const known = microsoftValues[helpPath] ?? values[helpPath] ?? null;
  if (typeof code !== "string" || isNoHelp(code) || sameJson(code, known)) return merge;
  const noted = withMemory(merge, { microsoftValues: { ...merge.state.memory.microsoftValues, [helpPath]: code } });
  return { ...noted, facts: [...noted.facts, auditFacts.helpNamedThere(code)] };
};

/**
 * Merges what Microsoft's referral of the same engagement holds. A value that changed there since it was seen last goes to
 * Dynamics 365, and from there to the own referral like any edit.
 */
export const mergeMicrosofts = (merge: Merge, referral: Referral, rules: MergeRules): Merge => {
  const { values, microsoftValues } = merge.state.memory;
  const there = readOwnValues(referral.content, [merge.wanted, values, microsoftValues], rules.fieldMap);
  const start: Merge = { ...merge, state: applyMicrosoftReferral(merge.state, referral) };
  // Before the own one is known, nothing was agreed that a value could have changed since.
  if (merge.state.referralId === null || merge.state.memory.own?.status === "Closed") return start;
  return rules.fieldMap
    .filter((row) => isCommon(row) && Object.hasOwn(merge.wanted, row.referral))
    .reduce(
      (merged, row) => {
        const value = there[row.referral] ?? null;
        if (isHidden(value)) return merged;
        return mergeField(merged, { row, value, side: "microsoft", changedOn: referral.state.updatedOn }, there, rules);
      },
      noteHelp(start, merge.state.memory, there),
    );
};
