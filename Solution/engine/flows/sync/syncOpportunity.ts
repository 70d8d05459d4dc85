import { toFailure, type Failure } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { noteInFlight } from "../../domain/link/inFlight";
import { leaseMs } from "../../domain/link/lease";
import { emptyLinkState, emptyMemory, type LinkState } from "../../domain/link/Link";
import { metRunCode } from "../../domain/maintenance/Message";
import { namedColumnsOf } from "../../domain/sync/SyncSettings";
import { findingsOf } from "../../domain/sync/planSync";
import { toAnswerOutcome } from "../../domain/response/answerOutcomes";
import { isBlocking } from "../../domain/validation/Finding";
import { addMs, msBetween } from "../../domain/values/instant";
import type { LeaseAnswer } from "../../ports/LinkStore";
import type { EnginePorts } from "../EnginePorts";
import { leaveToJob } from "../leaveToJob";
import { changesFor, concludeSync } from "./concludeSync";
import { createConflictKeeper, type KeepConflicts } from "./createConflictKeeper";
import { withoutTaken } from "./revertInbound";
import { createApproval, digestOf } from "./approval";
import { isIdle, prepareSync, type PreparedSync } from "./prepareSync";
import { sendSteps } from "./sendSteps";
import { settleMet } from "./settleMet";
import { startProgress, stop, type SyncProgress } from "./SyncProgress";
import type { SyncRequest } from "./SyncRequest";
import { unshared, type SyncResult } from "./SyncResult";
import { toSyncResult } from "./toSyncResult";

/** Nothing to send or to tell: at most the deal's own columns are put right. */
const rest = async (ports: EnginePorts, prepared: PreparedSync): Promise<SyncResult> => {
  const { plan, loaded, settings } = prepared;
  const { state } = plan.merge;
  const changes = state.status === "sending" ? {} : changesFor(prepared, state, [], false);
  const hasChanges = Object.keys(changes).length > 0;
  const { record } = loaded;
  const saveFailure = hasChanges ? await ports.records[record.table].save(record, changes, settings) : null;
  return toSyncResult(prepared, state, { writes: 0, saveFailure, answered: null });
};

const perform = (
  ports: EnginePorts,
  prepared: PreparedSync,
  request: SyncRequest,
  linkId: string,
  keep: KeepConflicts,
): Promise<SyncProgress> => {
  const { plan, settings, rules, missing } = prepared;
  const { record } = prepared.loaded;
  if (missing !== null) return Promise.resolve(stop(startProgress(plan.merge), missing));
  if (plan.kind === "record") return Promise.resolve(startProgress(plan.merge, plan.facts));
  if (plan.kind === "fail") return Promise.resolve(stop(startProgress(plan.merge), plan.failure));
  const isComplete = (progress: SyncProgress): boolean =>
    !findingsOf(record, progress, rules, namedColumnsOf(settings)).some(isBlocking);
  const partnerCenter = ports.partnerCenter(settings);
  const isUnsafe = (path: string): boolean => request.isInTransaction && ports.conflicts.fresh(linkId).has(path);
  const columns = () => ports.columns.ofMap(record.table, settings);
  const hasLink = async (referralId: string): Promise<Outcome<boolean>> => {
    const links = await ports.inbound.findLinks({ kind: "referral", referralId });
    return links.kind === "failed" ? links : done(links.value.length > 0);
  };
  const mayWrite = request.approved === undefined ? () => true : createApproval(prepared, request);
  const context = { partnerCenter, record, isComplete, rules, columns, isUnsafe, keep, hasLink, mayWrite };
  return sendSteps(startProgress(plan.merge), context);
};

interface SyncPass {
  result: SyncResult;
  /** The request was heard: what it told needs no telling again. */
  isConsumed: boolean;
  /** Nothing that happened meanwhile can have been missed. */
  isLast: boolean;
  /** The link, of which nothing is left to do. */
  rested?: LinkState;
}

/** A claim that took longer has waited for another run, which may have been undone. */
const waitedMs = 1000;

/**
 * Takes the lease, which writes down what is about to be sent: if this run comes to no end, the next one knows what it was about.
 * Where the record was edited while the run waited for it, it is given back: what was loaded before is not to be sent any more, but
 * the run that was waited for may have sent it and then been undone.
 */
const claimLease = async (
  { links, ids, clock, records }: EnginePorts,
  { loaded: { record, link }, plan, now }: PreparedSync,
): Promise<Outcome<LeaseAnswer>> => {
  const { state, wanted, taken } = plan.merge;
  const { doubtSince, unseen } = state.memory;
  const known = { ...(link?.memory ?? emptyMemory), doubtSince, unseen };
  const memory = plan.kind === "send" ? noteInFlight(known, withoutTaken(wanted, taken)) : known;
  const claim = await links.claim({
    record,
    link,
    memory,
    leaseOwner: await ids.next(),
    leaseExpiresOn: addMs(now, leaseMs),
  });
  const isQuick = msBetween(now, await clock.now()) < waitedMs;
  if (claim.kind === "failed" || claim.value.kind === "taken" || isQuick) return claim;
  const version = await records[record.table].readVersion(record.id);
  if (version === null || version === record.rowVersion) return claim;
  const refusal = await links.save(claim.value.linkId, { ...(link ?? emptyLinkState), memory }, null);
  return refusal === null ? done({ kind: "taken" }) : failed(refusal);
};

/** Whether the request tells what another run does not know. */
const isTelling = ({ seen, look, answer, decisions }: SyncRequest): boolean =>
  look === true || answer !== undefined || (seen ?? []).length > 0 || (decisions ?? []).length > 0;

const deferToLeaseHolder = (prepared: PreparedSync, request: SyncRequest): SyncResult => {
  const state: LinkState = { ...prepared.plan.merge.state, status: "sending" };
  const code = request.trigger === "person" ? "request.busy" : metRunCode;
  const saveFailure = isTelling(request) ? toFailure(code, "another run holds it") : null;
  return toSyncResult(prepared, state, { writes: 0, saveFailure, answered: null });
};

/** An opportunity that was made of the lead while another run held their link, or was yet to make it, found nothing to go on with. */
const passOn = async (ports: EnginePorts, { loaded: { record, link } }: PreparedSync): Promise<Failure | null> => {
  const { becameId: id = "", name } = record;
  return id === "" || link === null ? null : leaveToJob(ports, { table: "opportunity", id, name }, {});
};

const withAnswer = (result: SyncResult, { answer }: SyncRequest, before: PreparedSync, after: LinkState): SyncResult =>
  answer === undefined
    ? result
    : { ...result, answered: toAnswerOutcome(answer, before.loaded.link?.memory ?? null, after) };

/** Reads first, then the lease, then Partner Center; what came of it is written last. */
const syncOnce = async (ports: EnginePorts, request: SyncRequest): Promise<Outcome<SyncPass>> => {
  const preparation = await prepareSync(ports, request);
  if (preparation.kind === "failed") return preparation;
  const prepared = preparation.value;
  if (prepared === null) return done({ result: unshared, isConsumed: true, isLast: true });
  const { plan, loaded } = prepared;
  const { approved } = request;
  if (approved !== undefined && (await digestOf(ports, prepared, request)) !== approved.toLowerCase())
    return failed(toFailure("request.previewOutdated", "the digest is another one"));
  const unpassed = await passOn(ports, prepared);
  if (unpassed !== null) return failed(unpassed);
  // A user may have moved the referral to another record since it was found.
  const isGivenAway = request.linkId !== undefined && request.linkId !== loaded.link?.id;
  if (plan.merge.state.status === "sending" || isGivenAway)
    return done({ result: deferToLeaseHolder(prepared, request), isConsumed: false, isLast: true });
  if (isIdle(prepared)) {
    const result = withAnswer(await rest(ports, prepared), request, prepared, plan.merge.state);
    return done({ result, isConsumed: true, isLast: true, rested: plan.merge.state });
  }

  const claim = await claimLease(ports, prepared);
  if (claim.kind === "failed") return claim;
  if (claim.value.kind === "taken")
    return done({ result: deferToLeaseHolder(prepared, request), isConsumed: false, isLast: false });
  const keep = createConflictKeeper(ports.conflicts, loaded.record, claim.value.linkId);
  const progress = await perform(ports, prepared, request, claim.value.linkId, keep);
  if (progress.failure !== null) await ports.trace.note(`${progress.failure.code}: ${progress.failure.cause}`);
  const { result: concluded, isEdited } = await concludeSync(ports, prepared, claim.value.linkId, progress, keep);
  const result = withAnswer(concluded, request, prepared, progress.state);
  const isOvertaken = result.saveFailure?.code === "dataverse.changedMeanwhile";
  return done({
    result,
    isConsumed: true,
    isLast: !isOvertaken && ((request.isInTransaction && !isEdited) || result.saveFailure !== null),
  });
};

/** Edits that come faster than this are left to their own runs. */
const maxRounds = 4;

/** What is left of a request that was heard; where somebody was faster, the referrals are looked at again. */
const nextRequest = (
  { table, recordId, trigger, isInTransaction, ...told }: SyncRequest,
  { result, isConsumed }: SyncPass,
): SyncRequest => {
  const plain = { table, recordId, trigger, isInTransaction };
  if (!isConsumed) return { ...plain, ...told };
  // As after any edit: what failed a moment ago is not tried at once again, however long that took.
  const follow: SyncRequest = { ...plain, trigger: "step" };
  return result.saveFailure === null ? follow : { ...follow, look: true };
};

/** What was edited while a run held the lease is its own to find: where it cannot look, a job does. */
const leaveRest = async (
  ports: EnginePorts,
  { table, recordId: id }: SyncRequest,
  failure: Outcome<never>,
  latest: SyncResult,
): Promise<Outcome<SyncResult>> => {
  const refusal = await leaveToJob(ports, { table, id, name: "" }, {});
  return refusal === null ? done(latest) : failure;
};

/**
 * Makes a deal and its referrals equal, as far as this side can. Expected failures are part of the result; `failed` means that
 * nothing could be read or claimed.
 *
 * A run that meets another's lease leaves the work to it, so whoever held a lease looks once more after giving it back: an
 * edit of that time would be lost otherwise, and sees to what notifications left there. A lease inside a transaction nobody
 * sees; others wait for its end and look again.
 */
export const syncOpportunity = async (ports: EnginePorts, request: SyncRequest): Promise<Outcome<SyncResult>> => {
  let writes = 0;
  let latest = unshared;
  let next = request;
  let isConsumed = false;
  for (let round = 0; round < maxRounds; round += 1) {
    const outcome = await syncOnce(ports, next);
    if (outcome.kind === "failed") return isConsumed ? leaveRest(ports, request, outcome, latest) : outcome;
    const { result, isLast, rested } = outcome.value;
    isConsumed ||= outcome.value.isConsumed;
    writes += result.writes;
    latest = { ...result, writes, answered: result.answered ?? latest.answered };
    if (isLast) {
      if (round > 0 && !request.isInTransaction && rested !== undefined) await settleMet(ports, rested);
      break;
    }
    next = nextRequest(next, outcome.value);
  }
  return done(latest);
};
