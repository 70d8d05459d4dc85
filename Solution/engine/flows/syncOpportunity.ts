import type { AuditFact } from "../domain/auditFacts";
import { toCloudProfile } from "../domain/cloudProfile";
import { concludeFailed, concludeSent } from "../domain/concludeAttempt";
import { leaseMs, unseenReferralSince } from "../domain/earlierAttempt";
import { toFailureWords, type Failure } from "../domain/Failure";
import { isBlocking } from "../domain/Finding";
import { addMs, msBetween } from "../domain/instant";
import type { LinkState } from "../domain/Link";
import { hasMarkAfter, toOpportunityChanges, type OpportunityChanges } from "../domain/opportunityChanges";
import { done, type Outcome } from "../domain/Outcome";
import { statusOf } from "../domain/statusOf";
import { stepsOf } from "../domain/stepsOf";
import { toStatusFacts } from "../domain/toStatusFacts";
import { prepareSync, type PreparedSync } from "./prepareSync";
import { sendSteps } from "./sendSteps";
import { startProgress, type SyncProgress } from "./SyncProgress";
import type { SyncPorts } from "./SyncPorts";
import type { SyncRequest } from "./SyncRequest";
import type { SyncResult } from "./SyncResult";
import { writeOutcome } from "./writeOutcome";

const notThere: SyncResult = {
  status: "notShared",
  findings: [],
  failure: null,
  writes: 0,
  referralIdentifier: "",
  referralLink: "",
  unsaved: null,
};

const linkOf = ({ settings }: PreparedSync, { referralId }: LinkState): string =>
  referralId === null ? "" : `${toCloudProfile(settings.cloudProfile)?.referralPage ?? ""}${referralId}`;

const resultOf = (
  prepared: PreparedSync,
  state: LinkState,
  rest: Pick<SyncResult, "writes" | "unsaved">,
): SyncResult => ({
  ...rest,
  status: state.status,
  findings: prepared.plan.findings,
  failure: state.failureCode === null ? null : toFailureWords(state.failureCode),
  referralIdentifier: state.referralId ?? "",
  referralLink: linkOf(prepared, state),
});

const changesOf = (
  prepared: PreparedSync,
  state: LinkState,
  facts: readonly AuditFact[],
  isSynced: boolean,
): OpportunityChanges =>
  toOpportunityChanges(prepared.loaded.record, {
    state,
    referralLink: linkOf(prepared, state),
    writesMark: prepared.settings.writeCheckMarkIntoName,
    facts,
    syncedOn: isSynced ? prepared.now : null,
    now: prepared.now,
  });

/** Nothing to send: at most the opportunity's own columns are put right. */
const rest = async (ports: SyncPorts, prepared: PreparedSync): Promise<SyncResult> => {
  const { plan, loaded } = prepared;
  const changes = plan.state.status === "sending" ? {} : changesOf(prepared, plan.state, [], false);
  const unsaved = Object.keys(changes).length > 0 ? await ports.opportunities.save(loaded.record.id, changes) : null;
  return resultOf(prepared, plan.state, { writes: 0, unsaved });
};

/** Another run was faster; what it does is what this one would have done. */
const leave = (prepared: PreparedSync): SyncResult =>
  resultOf(prepared, { ...prepared.plan.state, status: "sending", failureCode: null }, { writes: 0, unsaved: null });

const send = async (
  ports: SyncPorts,
  request: SyncRequest,
  prepared: PreparedSync,
  claimMs: number,
): Promise<SyncProgress> => {
  const { plan, loaded, settings, now } = prepared;
  if (plan.kind === "record") return startProgress(plan.state, plan.facts);
  const { isInTransaction, trigger, savedOn } = request;
  const runs = { isInTransaction, trigger, savedOn, now, claimMs };
  return sendSteps(startProgress(plan.state), {
    partnerCenter: ports.partnerCenter(settings),
    opportunity: loaded.opportunity,
    wanted: plan.wanted,
    unseenSince: unseenReferralSince({ ...runs, link: loaded.link, opportunityCreatedOn: loaded.record.createdOn }),
  });
};

const conclude = async (
  ports: SyncPorts,
  prepared: PreparedSync,
  linkId: string,
  progress: SyncProgress,
): Promise<SyncResult> => {
  const { plan, loaded, settings, now } = prepared;
  const { failure, writes } = progress;
  const failed = failure === null ? null : concludeFailed(progress.state, failure, plan.wanted, now);
  const sent = plan.kind === "send" ? concludeSent(progress.state) : progress.state;
  const concluded = failed?.state ?? sent;
  const left = stepsOf(loaded.opportunity, concluded, plan.wanted).length;
  const status = statusOf(
    toStatusFacts(concluded, {
      isSyncOn: loaded.record.isSyncOn,
      blockingFindings: plan.findings.filter(isBlocking).length,
      changesHere: left,
    }),
  );
  const memory = { ...concluded.memory, hasMark: hasMarkAfter(status, settings.writeCheckMarkIntoName) };
  const facts = failed ? [...progress.facts, failed.fact] : progress.facts;
  const before = { ...concluded, status };
  const hadAttempt = loaded.link !== null && loaded.link.memory.attempt !== null;
  const unsaved = await writeOutcome(ports, {
    record: loaded.record,
    linkId,
    state: { ...before, memory },
    facts,
    changes: changesOf(prepared, before, facts, plan.kind === "send" && failure === null),
    message:
      failed && failure
        ? { failure, attempts: failed.attempts, nextAttemptOn: failed.nextAttemptOn }
        : hadAttempt && concluded.memory.attempt === null
          ? "settled"
          : "none",
    now,
  });
  return resultOf(prepared, before, { writes, unsaved });
};

/** Makes an opportunity and its referral equal, as far as this side can. Expected failures are part of the result. */
export const syncOpportunity = async (ports: SyncPorts, request: SyncRequest): Promise<Outcome<SyncResult>> => {
  const preparation = await prepareSync(ports, request);
  if (preparation.kind === "failed") return preparation;
  const prepared = preparation.value;
  if (prepared === null) return done(notThere);
  if (prepared.plan.kind === "idle") return done(await rest(ports, prepared));

  const leaseOwner = await ports.ids.next();
  const claim = await ports.links.claim({
    record: prepared.loaded.record,
    link: prepared.loaded.link,
    leaseOwner,
    leaseExpiresOn: addMs(prepared.now, leaseMs),
  });
  if (claim.kind === "failed") return claim;
  if (claim.value.kind === "taken") return done(leave(prepared));
  const claimMs = msBetween(prepared.now, await ports.clock.now());
  const progress = await send(ports, request, prepared, claimMs);
  await traceFailure(ports, progress.failure);
  return done(await conclude(ports, prepared, claim.value.linkId, progress));
};

const traceFailure = async ({ trace }: SyncPorts, failure: Failure | null): Promise<void> => {
  if (failure !== null) await trace.note(`${failure.code}: ${failure.cause}`);
};
