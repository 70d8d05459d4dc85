import { auditFacts } from "../../domain/audit/auditFacts";
import type { Failure } from "../../domain/failure/Failure";
import { labelAt } from "../../domain/mapping/fieldMap";
import { moneyPaths } from "../../domain/merge/moneyPaths";
import { toReferralValues, type ReferralValues } from "../../domain/mapping/mapReferral";
import { keepUntaken } from "../../domain/merge/keepUntaken";
import { takenPart, type Taken } from "../../domain/merge/Merge";
import { noteArrivals } from "../../domain/merge/noteOverwritten";
import type { OpportunityChanges } from "../../domain/opportunity/toOpportunityChanges";
import type { DealOutcome } from "../../domain/sync/noteOutcome";
import { sameJson } from "../../domain/values/sameJson";
import type { EnginePorts } from "../EnginePorts";
import { revertInbound } from "./revertInbound";
import type { PreparedSync } from "./prepareSync";
import type { SyncProgress } from "./SyncProgress";
import { withFieldMap } from "./withFieldMap";

/** The run once Dynamics 365 has taken everything over. */
const accepted = ({ rules }: PreparedSync, progress: SyncProgress, closing: DealOutcome["closing"]): SyncProgress => {
  const theirs = progress.taken.filter(({ isRule }) => isRule !== true);
  const visible = progress.taken.find(({ isRule }) => isRule === true);
  const labels = theirs.map(({ path }) => labelAt(path, rules.fieldMap));
  const values = Object.fromEntries(theirs.map(({ path, value }) => [path, value]));
  const { memory } = progress.state;
  const substatus = memory.own?.substatus ?? "";
  const arrivals = noteArrivals(memory.arrivals, theirs, rules.now);
  return {
    ...progress,
    state: {
      ...progress.state,
      memory: { ...memory, arrivals, ...(closing === null ? {} : { outcomeHere: closing.outcome }) },
    },
    facts: [
      ...progress.facts,
      ...(visible ? [visible.agreed === true ? auditFacts.visibilityKept() : auditFacts.madeVisible()] : []),
      ...(labels.length > 0 ? [auditFacts.valuesTaken(labels, values)] : []),
      ...(closing === null ? [] : [auditFacts.closedHere(closing.outcome, substatus)]),
    ],
  };
};

/** Values that the refusal is about; all where that is not known. */
const refusedValues = ({ code }: Failure, taken: readonly Taken[]): readonly Taken[] =>
  code === "referral.currencyUnknown" ? taken.filter(({ path }) => moneyPaths.includes(path)) : taken;

/** How far Dynamics 365 went along. */
export interface Told {
  progress: SyncProgress;
  /** The deal's own columns were stored along, or are somebody else's to store. */
  isSaved: boolean;
  saveFailure: Failure | null;
}

/** What Dynamics 365 holds after it was told; null where it cannot be read, which the next run makes up for. */
const readBack = async (
  ports: EnginePorts,
  { loaded: { record }, settings: company }: PreparedSync,
): Promise<ReferralValues | null> => {
  const read = await ports.records[record.table].load(record.id, company, "always");
  if (read.kind === "failed" || read.value === null || (read.value.missingColumns ?? []).length > 0) return null;
  const { loaded, settings } = withFieldMap(read.value, company);
  return toReferralValues(loaded.opportunity, settings.fieldMap);
};

/** Dynamics 365 has rules of its own, which keep, compute or round a value without a word. */
const withUntaken = async (
  ports: EnginePorts,
  prepared: PreparedSync,
  progress: SyncProgress,
  told: SyncProgress,
  closing: DealOutcome["closing"],
): Promise<Told> => {
  const saved = { progress: told, isSaved: true, saveFailure: null };
  const held = progress.taken.length === 0 ? null : await readBack(ports, prepared);
  const left = held === null ? progress : keepUntaken(progress, held, prepared.rules);
  // What was told of the values goes into the deal's own columns once more, without those that were not taken.
  return left === progress ? saved : { progress: accepted(prepared, left, closing), isSaved: false, saveFailure: null };
};

/** What a refusal left untaken: a request before the refused one may have stored some of the values. */
const untakenOf = async (
  ports: EnginePorts,
  prepared: PreparedSync,
  refused: readonly Taken[],
): Promise<readonly Taken[]> => {
  const held = refused.length === 0 ? null : await readBack(ports, prepared);
  return held === null ? refused : refused.filter(({ path, value }) => !sameJson(held[path], value));
};

/** Tells Dynamics 365 what comes from Partner Center: first of all writes, for what is agreed depends on it. */
export const updateDataverse = async (
  ports: EnginePorts,
  prepared: PreparedSync,
  progress: SyncProgress,
  closing: DealOutcome["closing"],
  toChanges: (told: SyncProgress) => OpportunityChanges,
): Promise<Told> => {
  if (progress.taken.length === 0 && closing === null) return { progress, isSaved: false, saveFailure: null };
  const told = accepted(prepared, progress, closing);
  const { record } = prepared.loaded;
  const refusal = await ports.records[record.table].save(
    record,
    {
      ...toChanges(told),
      ...(progress.taken.length > 0
        ? {
            values: takenPart(progress.taken, progress.opportunity, prepared.rules.fieldMap),
            referral: progress.lastSeen,
          }
        : {}),
      ...(closing === null ? {} : { close: closing }),
    },
    prepared.settings,
  );
  if (refusal === null) return withUntaken(ports, prepared, progress, told, closing);
  const refused = refusedValues(refusal, progress.taken);
  if (refused.length > 0 && refused.length < progress.taken.length)
    return updateDataverse(
      ports,
      prepared,
      revertInbound(progress, refused, refusal, prepared.rules),
      closing,
      toChanges,
    );
  const untaken = await untakenOf(ports, prepared, refused);
  const left = accepted(prepared, revertInbound(progress, untaken, refusal, prepared.rules), null);
  const isOvertaken = refusal.code === "dataverse.changedMeanwhile";
  // Whoever was faster has the word; the next round merges with what was typed.
  if (isOvertaken) return { progress: left, isSaved: true, saveFailure: refusal };
  return { progress: { ...left, failure: left.failure ?? refusal }, isSaved: false, saveFailure: null };
};
