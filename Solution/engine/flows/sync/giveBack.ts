import type { Failure } from "../../domain/failure/Failure";
import type { Difference, LinkMemory, LinkState } from "../../domain/link/Link";
import { sameJson } from "../../domain/values/sameJson";
import type { Conflict } from "../../domain/merge/Conflict";
import type { Taken } from "../../domain/merge/Merge";
import type { ReferralValues } from "../../domain/mapping/mapReferral";
import type { SyncProgress } from "./SyncProgress";

/** The values of a run without those that Dynamics 365 has yet to take over: what it sent of its own. */
export const withoutTaken = (values: ReferralValues, taken: readonly Taken[]): ReferralValues =>
  Object.fromEntries(Object.entries(values).filter(([path]) => !taken.some((one) => one.path === path)));

const withBase = (values: ReferralValues, taken: readonly Taken[]): ReferralValues => ({
  ...values,
  ...Object.fromEntries(taken.map(({ path, agreed }) => [path, agreed])),
});

const toDifference = ({ memory, auditSequence }: LinkState, { path, here, value, side }: Taken): Difference => {
  const isOwns = side === "own" || sameJson(memory.values[path] ?? null, value);
  // Of a value that is taken in part the whole one is told.
  const there = memory.differences[path]?.there ?? value;
  return { here, there, side: isOwns ? "own" : "microsoft", key: `${path}@${auditSequence}` };
};

const withoutPaths = (differences: LinkMemory["differences"], taken: readonly Taken[]): LinkMemory["differences"] =>
  Object.fromEntries(Object.entries(differences).filter(([path]) => !taken.some((one) => one.path === path)));

/**
 * The run as it stands when Dynamics 365 did not take these values over: what was agreed before stays the merge base. Where
 * somebody was faster, the next look merges anew; where the value was refused, the difference is there to be seen.
 */
export const giveBack = (progress: SyncProgress, taken: readonly Taken[], { code }: Failure): SyncProgress => {
  const { state } = progress;
  const isOvertaken = code === "dataverse.changedMeanwhile";
  const left = Object.fromEntries(taken.map((one) => [one.path, toDifference(state, one)]));
  const microsofts = taken.filter(({ side }) => side === "microsoft");
  const { values, microsoftValues, differences } = state.memory;
  const memory: LinkMemory = {
    ...state.memory,
    values: withBase(values, taken),
    microsoftValues: isOvertaken ? withBase(microsoftValues, microsofts) : microsoftValues,
    differences: isOvertaken ? withoutPaths(differences, taken) : { ...differences, ...left },
  };
  return {
    ...progress,
    // Without a tag nothing is written before the referral was looked at again.
    state: { ...state, memory, eTag: isOvertaken ? null : state.eTag },
    wanted: { ...progress.wanted, ...Object.fromEntries(taken.map(({ path, here }) => [path, here])) },
    taken: progress.taken.filter((one) => !taken.includes(one)),
  };
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
  const paths = conflicts.map(({ path }) => path);
  const { memory } = progress.state;
  const restored: LinkMemory = {
    ...memory,
    values: withPaths(memory.values, before.values, paths),
    microsoftValues: withPaths(memory.microsoftValues, before.microsoftValues, paths),
    differences: withPaths(memory.differences, before.differences, paths),
    tooLate: withPaths(memory.tooLate, before.tooLate, paths),
    registration: before.registration,
  };
  return { ...progress, state: { ...progress.state, memory: restored, eTag: null, microsoftETag: null } };
};
