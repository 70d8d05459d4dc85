import { renderTrail } from "../../domain/audit/renderTrail";
import { textHash } from "../../domain/values/textHash";
import type { KnownColumns } from "../../domain/columns/ColumnFacts";
import { toCloudProfile } from "../../domain/referral/CloudProfile";
import type { Instant } from "../../domain/values/instant";
import type { Link, LinkState } from "../../domain/link/Link";
import type { MergeRules } from "../../domain/merge/Merge";
import { wasInterrupted } from "../../domain/link/lease";
import { mapOfTable } from "../../domain/mapping/mapOfTable";
import type { Failure } from "../../domain/failure/Failure";
import type { FailureCode } from "../../domain/failure/failureKinds";
import { done, type Outcome } from "../../domain/failure/Outcome";
import { planSync } from "../../domain/sync/planSync";
import { planUnreadable } from "../../domain/sync/planUnreadable";
import { toMissingColumnsFailure } from "../../domain/settings/missingColumns";
import type { Finding } from "../../domain/validation/Finding";
import type { SyncPlan } from "../../domain/sync/SyncPlan";
import type { SyncTrigger } from "../../domain/sync/SyncTrigger";
import { namedColumnsOf, readSameColumns, type SyncSettings } from "../../domain/sync/SyncSettings";
import { sameJson } from "../../domain/values/sameJson";
import type { SyncRecord } from "../../domain/opportunity/SyncRecord";
import type { Referral } from "../../domain/referral/Referral";
import type { LoadedRecord } from "../../ports/RecordStore";
import type { EnginePorts } from "../EnginePorts";
import { fetchReferrals, type Look } from "./fetchReferrals";
import type { SyncRequest } from "./SyncRequest";
import { withFieldMap } from "./withFieldMap";

/** A deal, what to do for it, and the settings both were made with. */
export interface PreparedSync {
  loaded: LoadedRecord;
  plan: SyncPlan;
  /** About values that the map has no counterpart for; among the plan's. */
  unmapped: readonly Finding[];
  settings: SyncSettings;
  rules: MergeRules;
  now: Instant;
  trigger: SyncTrigger;
  /** Microsoft's referral as the trail tells of it, for a link that learns nothing better; null where it does not. */
  toldMicrosoft: string | null;
  /** The own referral is not there any more, which the deal does not tell yet; null otherwise. */
  missing: Failure | null;
  /** Sync is off so far, and to be on from now on. */
  turnsOn: boolean;
}

/** Nothing to send, to store, or to tell. */
export const isIdle = ({ plan, missing }: PreparedSync): boolean => plan.kind === "idle" && missing === null;

/** The page of a referral in Partner Center; empty while there is none. */
export const toReferralLink = ({ settings }: PreparedSync, { referralId }: LinkState): string =>
  referralId === null ? "" : `${toCloudProfile(settings.cloudProfile)?.referralPage ?? ""}${referralId}`;

/** Not a word was heard; whoever said that something failed has hardly carried it out. */
const silences: readonly FailureCode[] = ["http.timeout", "http.network"];

export const toRules = (
  { conflictPolicy: policy, fieldMap, inboundEnabled }: SyncSettings,
  { record, link }: { record: Pick<SyncRecord, "modifiedOn" | "state">; link: Link | null },
  now: Instant,
  columns: KnownColumns,
): MergeRules => ({
  fieldMap,
  policy,
  inboundEnabled,
  modifiedOn: record.modifiedOn,
  isClosedHere: record.state !== "open",
  now,
  isUnanswered:
    link !== null && (wasInterrupted(link, now) || silences.some((code) => code === link.memory.attempt?.code)),
  columns,
});

/** A deal, Microsoft's referral as its trail tells of it behind what the link knows, and whether sync comes on by this run. */
type FoundDeal = LoadedRecord & { toldMicrosoft?: string | null; turnsOn?: true };

/** A run that came to no end may have told more than its link knows: the trail goes on behind that. */
const withTrailEnd = async (
  { auditLog }: EnginePorts,
  loaded: LoadedRecord | null,
  now: Instant,
): Promise<Outcome<FoundDeal | null>> => {
  const link = loaded?.link ?? null;
  if (loaded === null || link === null || !wasInterrupted(link, now)) return done(loaded);
  const end = await auditLog.lastAfter(link.id, link.auditSequence);
  if (end.kind === "failed" || end.value === null) return end.kind === "failed" ? end : done(loaded);
  const { sequence: auditSequence, hash: auditHash } = end.value;
  const { referralId, microsoftReferralId: toldMicrosoft } = end.value;
  const told: Partial<Link> =
    link.referralId === null && referralId !== null
      ? { referralId, memory: { ...link.memory, unseen: "runWasStopped" } }
      : {};
  return done({ ...loaded, link: { ...link, ...told, auditSequence, auditHash }, toldMicrosoft });
};

/**
 * The record with the Audit column that its entries tell. Only where the column is not as the connector left it, or where
 * that is asked for, which costs one request: whatever somebody typed there goes with this run.
 */
const withShownTrail = async (
  { auditLog }: EnginePorts,
  loaded: FoundDeal,
  isAsked: boolean,
): Promise<Outcome<FoundDeal>> => {
  const { link, record } = loaded;
  if (link === null || link.auditSequence === 0) return done(loaded);
  if (!isAsked && link.memory.trailHash === textHash(record.audit)) return done(loaded);
  const trail = await auditLog.trailsOf([link.id]);
  if (trail.kind === "failed") return trail;
  if (!trail.value.isWhole) return done(loaded);
  const audit = renderTrail(trail.value.entries);
  return done(audit === record.audit ? loaded : { ...loaded, record: { ...record, audit, showsForeignAudit: true } });
};

/** An opportunity made from a synced lead is synced: its seller has asked for that already. */
const withSync = (loaded: FoundDeal, request: SyncRequest): FoundDeal => {
  const { record, link } = loaded;
  const isAsked = request.turnsOn === true && !record.isSyncOn;
  return isAsked || (link?.leadId ?? null) !== null
    ? { ...loaded, record: { ...record, isSyncOn: true }, turnsOn: true }
    : loaded;
};

const prepare = (
  found: FoundDeal,
  { seen, missing }: Look,
  company: SyncSettings,
  { trigger, answer, decisions }: SyncRequest,
  { now, columns }: { now: Instant; columns: KnownColumns },
): PreparedSync => {
  const { loaded, settings, findings: unmapped } = withFieldMap(found, company);
  const rules = toRules(settings, loaded, now, columns);
  const facts = {
    ...loaded,
    seen,
    answer: answer ?? null,
    decisions: decisions ?? [],
    trigger,
    outboundEnabled: settings.outboundEnabled,
    columns: namedColumnsOf(settings),
    writesMark: settings.writeCheckMarkIntoName,
    rules,
  };
  const unknown = loaded.record.isSyncOn ? (found.missingColumns ?? []) : [];
  const plan =
    unknown.length === 0 ? planSync(facts) : planUnreadable(facts, toMissingColumnsFailure(unknown, settings));
  return {
    loaded,
    plan: { ...plan, findings: [...plan.findings, ...unmapped] },
    unmapped,
    settings,
    rules,
    now,
    trigger,
    toldMicrosoft: found.toldMicrosoft ?? null,
    missing: missing?.code === loaded.link?.memory.attempt?.code ? null : missing,
    turnsOn: found.turnsOn ?? false,
  };
};

/** What the columns take matters where values may be taken over; a plain save asks for nothing. */
const readColumns = (
  { columns }: EnginePorts,
  { link, record }: LoadedRecord,
  seen: readonly Referral[],
  { decisions = [] }: SyncRequest,
  settings: SyncSettings,
): Promise<KnownColumns> => {
  const mayTake =
    seen.length + decisions.length + Object.keys(link?.memory.differences ?? {}).length > 0 ||
    (link?.leadId ?? null) !== null;
  return mayTake ? columns.ofMap(record.table, settings) : Promise.resolve({});
};

/**
 * Loads, looks where that was asked for, and plans. The first look takes settings as remembered, so that finding nothing to do
 * costs one query; before anything is done they are read anew, and what depends on them is made again where they have changed.
 */
export const prepareSync = async (ports: EnginePorts, request: SyncRequest): Promise<Outcome<PreparedSync | null>> => {
  const now = await ports.clock.now();
  const extent = request.turnsOn === true ? "always" : "ifSynced";
  const load = async (settings: SyncSettings): Promise<Outcome<FoundDeal | null>> => {
    const loaded = await ports.records[request.table].load(request.recordId, settings, extent);
    if (loaded.kind === "failed" || loaded.value === null) return loaded;
    const ended = await withTrailEnd(ports, loaded.value, now);
    if (ended.kind === "failed" || ended.value === null) return ended;
    const isBehind = ended.value.link?.auditSequence !== loaded.value.link?.auditSequence;
    return withShownTrail(ports, ended.value, isBehind || request.trail === true);
  };
  const forTable = (settings: SyncSettings): SyncSettings => ({
    ...settings,
    fieldMap: mapOfTable(settings.fieldMap, request.table),
  });
  const remembered = forTable(await ports.settings.remembered());
  const first = await load(remembered);
  if (first.kind === "failed" || first.value === null) return first.kind === "failed" ? first : done(null);
  const looked = await fetchReferrals(ports, request, first.value, remembered);
  if (looked.kind === "failed") return looked;
  const columns = await readColumns(ports, first.value, looked.value.seen, request, remembered);
  const firstPlan = prepare(withSync(first.value, request), looked.value, remembered, request, { now, columns });
  // What a setting made unreadable a corrected one makes readable.
  const isUnreadable = (first.value.missingColumns ?? []).length > 0;
  if (isIdle(firstPlan) && !isUnreadable) return done(firstPlan);

  const settings = forTable(await ports.settings.current());
  if (sameJson(settings, remembered)) return done(firstPlan);
  const second = readSameColumns(settings, remembered) ? first : await load(settings);
  if (second.kind === "failed" || second.value === null) return second.kind === "failed" ? second : done(null);
  const anew = await readColumns(ports, second.value, looked.value.seen, request, settings);
  return done(prepare(withSync(second.value, request), looked.value, settings, request, { now, columns: anew }));
};
