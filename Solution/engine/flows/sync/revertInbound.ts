import type { Failure } from "../../domain/failure/Failure";
import { noteInFlight } from "../../domain/link/inFlight";
import type { Difference, LinkMemory, LinkState } from "../../domain/link/Link";
import { filterEntries } from "../../domain/values/filterEntries";
import { sameJson } from "../../domain/values/sameJson";
import { counterpart } from "../../domain/merge/moneyPaths";
import type { Conflict } from "../../domain/merge/Conflict";
import { withMemory, type MergeRules, type Taken } from "../../domain/merge/Merge";
import { drop, isConflictAt, noteConflict } from "../../domain/merge/mergeField";
import { fieldAt } from "../../domain/mapping/fieldMap";
import type { ReferralValues } from "../../domain/mapping/mapReferral";
import type { SyncProgress } from "./SyncProgress";

/** The values of a run without those that Dynamics 365 has yet to take over: what it sent of its own. */
export const withoutTaken = (values: ReferralValues, taken: readonly Taken[]): ReferralValues =>
  filterEntries(values, (path) => !taken.some((one) => one.path === path));

const withBase = (values: ReferralValues, taken: readonly Taken[]): ReferralValues => ({
  ...values,
  ...Object.fromEntries(taken.map(({ path, agreed }) => [path, agreed])),
});

const toDifference = ({ memory, auditSequence }: LinkState, { path, here, value, side }: Taken): Difference => {
  const known = memory.differences[path];
  // Of a value that is taken in part the whole one is told, and the own referral's counts before that of Microsoft's.
  if (known !== undefined) return { here, there: known.there, side: known.side, key: known.key };
  const isOwns = side === "own" || sameJson(memory.values[path], value);
  return { here, there: value, side: isOwns ? "own" : "microsoft", key: `${path}@${auditSequence}` };
};

const withoutPaths = (differences: LinkMemory["differences"], taken: readonly Taken[]): LinkMemory["differences"] =>
  filterEntries(differences, (path) => !taken.some((one) => one.path === path));

const untaken = { kind: "keptTheValueOfDynamics365", by: "Dynamics 365 did not take another one" } as const;

/**
 * What was changed here, too, and was decided for the other side, is open again; a conflict with the value that was not taken is
 * none.
 */
const reopen = (progress: SyncProgress, { path }: Taken, { fieldMap, now }: MergeRules): SyncProgress => {
  const row = fieldAt(path, fieldMap);
  const difference = progress.state.memory.differences[path];
  if (row === null || difference === undefined) return progress;
  const isNoted = progress.conflicts.some(({ key }) => key === difference.key);
  const isConflict = isConflictAt(progress, path);
  if (isNoted)
    return { ...progress, ...noteConflict(progress, row, difference.there, isConflict ? null : untaken, now) };
  if (!isConflict) return progress;
  const noted = noteConflict(drop(progress, path), row, difference.there, null, now);
  const key = noted.conflicts.at(-1)?.key ?? difference.key;
  const differences = { ...progress.state.memory.differences, [path]: { ...difference, key } };
  return { ...withMemory(progress, { differences }), conflicts: noted.conflicts };
};

/**
 * The run as it stands when Dynamics 365 did not take these values over: what was agreed before stays the merge base. Where
 * somebody was faster, the next look merges anew; where the value was refused, the difference is there to be seen.
 */
export const revertInbound = (
  progress: SyncProgress,
  taken: readonly Taken[],
  { code }: Failure,
  rules: MergeRules,
): SyncProgress => {
  const { state } = progress;
  const isOvertaken = code === "dataverse.changedMeanwhile";
  // What a rule of this connector sets, nobody has to decide about: it is set by the next run.
  const typed = taken.filter(({ isRule }) => isRule !== true);
  const left = Object.fromEntries(typed.map((one) => [one.path, toDifference(state, one)]));
  const microsofts = taken.filter(({ side }) => side === "microsoft");
  const { values, microsoftValues, differences } = state.memory;
  // A rule's value may have gone to the own referral already: it holds that, whatever Dynamics 365 takes.
  const unsent = taken.filter(({ isRule, path, value }) => isRule !== true || !sameJson(values[path], value));
  const memory: LinkMemory = {
    ...state.memory,
    values: withBase(values, unsent),
    microsoftValues: isOvertaken ? withBase(microsoftValues, microsofts) : microsoftValues,
    differences: isOvertaken ? withoutPaths(differences, taken) : { ...differences, ...left },
  };
  const given: SyncProgress = {
    ...progress,
    // Without a tag nothing is written before the referral was looked at again.
    state: { ...state, memory, eTag: isOvertaken ? null : state.eTag },
    wanted: { ...progress.wanted, ...Object.fromEntries(taken.map(({ path, here }) => [path, here])) },
    taken: progress.taken.filter((one) => !taken.includes(one)),
  };
  return isOvertaken ? given : taken.reduce((left, one) => reopen(left, one, rules), given);
};

const withPaths = <Value>(
  values: Readonly<Record<string, Value>>,
  before: Readonly<Record<string, Value>>,
  paths: readonly string[],
): Record<string, Value> =>
  Object.fromEntries([
    ...Object.entries(values).filter(([path]) => !paths.includes(path)),
    ...Object.entries(before).filter(([path]) => paths.includes(path)),
  ]);

/** The run as if it had not seen these conflicts, since they could not be stored: whoever looks next finds them again. */
export const forgetConflicts = (
  progress: SyncProgress,
  conflicts: readonly Conflict[],
  before: LinkMemory,
): SyncProgress => {
  // What waited for one of them waits for nothing.
  const paths = conflicts.flatMap(({ path }) => [path, counterpart(path) ?? path]);
  const { memory } = progress.state;
  const restored: LinkMemory = {
    ...memory,
    values: withPaths(memory.values, before.values, paths),
    microsoftValues: withPaths(memory.microsoftValues, before.microsoftValues, paths),
    differences: withPaths(memory.differences, before.differences, paths),
    tooLate: withPaths(memory.tooLate, before.tooLate, paths),
    registration: before.registration,
  };
  // A value typed back is told from one that was never changed by what was in flight.
  const told = before.inFlight
    .map((sent) => filterEntries(sent, (path) => paths.includes(path)))
    .filter((sent) => Object.keys(sent).length > 0)
    .reduce(noteInFlight, restored);
  return {
    ...progress,
    conflicts: progress.conflicts.filter((one) => !conflicts.includes(one)),
    state: { ...progress.state, memory: told, eTag: null, microsoftETag: null },
  };
};
