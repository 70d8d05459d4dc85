import type { Misfit } from "../columns/Misfit";
import { microsoftsReason } from "../link/failureAbout";
import { auditFacts, type AuditFact } from "../audit/auditFacts";
import type { LinkMemory, LinkState } from "../link/Link";
import { labelAt, type FieldMap } from "../mapping/fieldMap";
import { sameJson } from "../values/sameJson";
import type { Merge } from "./Merge";

const describeDifferences = (
  before: LinkMemory,
  after: LinkMemory,
  labels: (paths: string[]) => string[],
): AuditFact[] => {
  const fresh = Object.entries(after.differences).filter(
    ([path, { there }]) => !sameJson(before.differences[path]?.there, there),
  );
  const conflicts = fresh.filter(([path, { here }]) => !sameJson(here, after.values[path]));
  const unheld = fresh.flatMap(([path, { misfit }]): [string, Misfit][] =>
    misfit === undefined || conflicts.some(([place]) => place === path) ? [] : [[labels([path])[0] ?? path, misfit]],
  );
  const changes = fresh.filter((entry) => !conflicts.includes(entry) && entry[1].misfit === undefined);
  const of = (entries: typeof fresh): string[] => labels(entries.map(([path]) => path));
  return [
    ...(unheld.length > 0
      ? [auditFacts.valuesNotHeld(unheld, Object.fromEntries(fresh.filter(([, { misfit }]) => misfit !== undefined)))]
      : []),
    ...(changes.length > 0 ? [auditFacts.changesSeen(of(changes), Object.fromEntries(changes))] : []),
    ...(conflicts.length > 0 ? [auditFacts.conflictFound(of(conflicts), Object.fromEntries(conflicts))] : []),
  ];
};

/** Values that became equal without going over: typed on both sides, or sent by a run that nobody heard of again. */
const describeMet = (before: Merge, after: Merge, fieldMap: FieldMap): AuditFact[] => {
  const [was, is] = [before.state.memory.values, after.state.memory.values];
  const moved = [...after.taken, ...after.conflicts.slice(before.conflicts.length)].map(({ path }) => path);
  const met = fieldMap.filter(
    ({ referral: path }) =>
      Object.hasOwn(was, path) &&
      !moved.includes(path) &&
      !sameJson(was[path], is[path]) &&
      sameJson(after.wanted[path], is[path]),
  );
  const values = Object.fromEntries(met.map(({ referral: path }) => [path, is[path] ?? null]));
  return met.length === 0
    ? []
    : [
        auditFacts.valuesMet(
          met.map(({ label }) => label),
          values,
        ),
      ];
};

const describeRegistration = (
  { registration: before }: LinkMemory,
  { registration: after }: LinkMemory,
): AuditFact[] => {
  if (after?.isRegistered !== true) return [];
  const isKnown = before?.isRegistered === true && before.status === after.status && before.reason === after.reason;
  return isKnown ? [] : [auditFacts.registrationSeen(after.status, after.reason)];
};

const describeStates = (before: LinkMemory, after: LinkMemory): AuditFact[] => {
  const isClosedNow = after.own?.status === "Closed" && before.own?.status !== "Closed";
  const isAcceptedNow = after.own?.status === "Active" && before.own?.status === "New";
  const isAnswered = before.microsoft !== null && after.microsoft?.substatus !== before.microsoft.substatus;
  return [
    ...(isAcceptedNow ? [auditFacts.acceptedThere()] : []),
    ...(isAnswered ? [auditFacts.microsoftAnswered(after.microsoft?.substatus ?? "", microsoftsReason(after))] : []),
    ...(isClosedNow ? [auditFacts.referralClosed(after.own?.substatus ?? "")] : []),
  ];
};

/** The trail tells where every identifier of a link comes from. */
const describePairing = (before: LinkState, after: LinkState): AuditFact[] => {
  const { referralId, engagementId, microsoftReferralId } = after;
  return [
    ...(before.referralId === null && referralId !== null
      ? [auditFacts.referralFound(referralId, engagementId ?? "")]
      : []),
    ...(before.microsoftReferralId === null && microsoftReferralId !== null
      ? [auditFacts.microsoftTakesPart(microsoftReferralId)]
      : []),
  ];
};

/** Facts about what a merge brought that was not there before, but for values that Dynamics 365 has yet to take over. */
export const describeMerge = (before: Merge, after: Merge, fieldMap: FieldMap): AuditFact[] => {
  const labels = (paths: readonly string[]): string[] => paths.map((path) => labelAt(path, fieldMap));
  const decided = after.conflicts.filter((one) => !before.conflicts.includes(one) && one.decision !== null);
  return [
    ...decided.map((conflict) => auditFacts.conflictDecided(conflict)),
    ...describePairing(before.state, after.state),
    ...describeStates(before.state.memory, after.state.memory),
    ...describeRegistration(before.state.memory, after.state.memory),
    ...describeMet(before, after, fieldMap),
    ...describeDifferences(before.state.memory, after.state.memory, labels),
  ];
};
