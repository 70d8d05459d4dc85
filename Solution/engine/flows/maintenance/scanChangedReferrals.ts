import { titleOf } from "../../domain/inbound/titleOf";
import { toFailure, type Failure } from "../../domain/failure/Failure";
import { failureKind } from "../../domain/failure/failureKinds";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { countAttempts, nextAttemptOn } from "../../domain/failure/nextAttemptOn";
import { hasLink, isChanged, versionHash } from "../../domain/maintenance/isChanged";
import { ignore, type MaintenanceMemory, type WalkPosition } from "../../domain/maintenance/MaintenanceMemory";
import { toMessageKey, toReferralSubject } from "../../domain/maintenance/Message";
import { isMicrosofts, type Referral } from "../../domain/referral/Referral";
import type { Instant } from "../../domain/values/instant";
import { leaveToJob } from "../leaveToJob";
import type { BroughtIn, MaintenanceRun } from "./MaintenanceRun";
import { startReport, stopReport, type TaskReport } from "./MaintenanceRun";

/** How far a walk came. */
export interface Walked {
  report: TaskReport;
  memory: MaintenanceMemory;
  /** Where the next run goes on; of no meaning after a walk that is finished. */
  position: WalkPosition;
}

/** Half a page: where a page and more was changed within one millisecond, what moves out of it pulls others forward. */
const skipStep = 50;

/** Keeps what could not be brought in as a message, so that the walk may go on; a failure when even that was refused. */
const enqueueRetry = async (
  { ports }: MaintenanceRun,
  referral: Referral,
  failure: Failure,
): Promise<Failure | null> => {
  const record = toReferralSubject(referral.id, titleOf(referral));
  const attempts = countAttempts(null, failure);
  const next = nextAttemptOn(failure, attempts, await ports.clock.now(), toMessageKey(record));
  return ports.messages.postpone({ record, linkId: null, attempts, failure, nextAttemptOn: next });
};

interface Step {
  report: TaskReport;
  memory: MaintenanceMemory;
}

/** Brings a referral in, or inside a transaction leaves it to a job. */
const bring = async (run: MaintenanceRun, referral: Referral): Promise<Outcome<BroughtIn>> => {
  if (!run.isInTransaction) return run.importReferral(run.background, referral.id);
  const record = toReferralSubject(referral.id, titleOf(referral));
  const refusal = await leaveToJob(run.ports, record, { isBackground: true });
  return refusal === null ? done("left") : failed(refusal);
};

/**
 * Brings one changed referral in; the report says so when the walk cannot go past it. What a job has that no link knows is
 * remembered like what is nobody's: its message keeps it until it is done, so no walk has to leave this version again.
 */
const bringOne = async (
  run: MaintenanceRun,
  referral: Referral,
  isLinked: boolean,
  { report, memory }: Step,
): Promise<Step> => {
  if (!(await run.hasTime())) return { report: stopReport(report, "outOfTime"), memory };
  const brought = await bring(run, referral);
  if (brought.kind === "done") {
    const isSettled = brought.value === "ignored" || (brought.value === "left" && !isLinked && referral.eTag !== null);
    const remembered = isSettled ? ignore(memory, referral.id, versionHash(referral)) : memory;
    return { report: { ...report, handled: report.handled + 1 }, memory: remembered };
  }
  const { failure } = brought;
  const isForAll = failureKind(failure.code).retry === "throttled" || failure.code === "host.outOfTime";
  const refusal = isForAll ? failure : await enqueueRetry(run, referral, failure);
  if (refusal !== null) return { report: stopReport(report, refusal), memory };
  return { report: { ...report, handled: report.handled + 1, failed: report.failed + 1 }, memory };
};

interface PageWalked extends Step {
  /** The referral that the walk could not go past. */
  stoppedAt: Referral | null;
}

const walkPage = async (run: MaintenanceRun, referrals: readonly Referral[], start: Step): Promise<PageWalked> => {
  let step = start;
  if (referrals.length === 0) return { ...step, stoppedAt: null };
  const ids = referrals.map(({ id }) => id);
  const engagements = [...new Set(referrals.filter(isMicrosofts).map(({ engagementId }) => engagementId))];
  const links = await run.ports.maintenance.linksOf(
    ids,
    engagements.filter((id) => id !== ""),
  );
  if (links.kind === "failed")
    return { ...step, report: stopReport(step.report, links.failure), stoppedAt: referrals[0] ?? null };
  const listsMicrosofts = step.memory.listsMicrosofts || engagements.length > 0;
  step = { ...step, memory: { ...step.memory, listsMicrosofts } };
  for (const referral of referrals) {
    if (!isChanged(referral, links.value, step.memory)) continue;
    step = await bringOne(run, referral, hasLink(referral, links.value), step);
    if (step.report.stopped !== null) return { ...step, stoppedAt: referral };
  }
  return { ...step, stoppedAt: null };
};

const versionOf = ({ id, eTag }: Referral): string => `${id} ${eTag ?? ""}`;

const outOfOrder = toFailure("partnerCenter.unreadable", "a page of referrals is not in the order of their changes");

/** Only a page in order tells how far one is. */
const isInOrder = (referrals: readonly Referral[], since: Instant): boolean =>
  referrals.every(({ state }, at) => (state.updatedOn ?? "") >= (referrals[at - 1]?.state.updatedOn ?? since));

/**
 * Looks through the referrals in the order they were changed, and brings in those whose tag is not the one their link knows.
 * The next page begins at the time of the last referral seen: what is changed meanwhile only moves towards the end, and is met
 * there, while a page number would skip what moved up.
 */
export const scanChangedReferrals = async (
  run: MaintenanceRun,
  memory: MaintenanceMemory,
  start: WalkPosition,
): Promise<Walked> => {
  const partnerCenter = run.background.partnerCenter(run.settings, "background");
  const position = (reached: Instant): WalkPosition => ({ ...start, reached });
  let step: Step = { report: startReport(), memory };
  let [reached, skip] = [start.reached, 0];
  let seen = new Set<string>();
  for (;;) {
    if (!(await run.hasTime()))
      return { ...step, report: stopReport(step.report, "outOfTime"), position: position(reached) };
    const page = await partnerCenter.changedSince(reached, skip);
    if (page.kind === "failed")
      return { ...step, report: stopReport(step.report, page.failure), position: position(reached) };
    const { referrals, isLast } = page.value;
    if (!isInOrder(referrals, reached)) {
      return { ...step, report: stopReport(step.report, outOfOrder), position: position(reached) };
    }
    const { stoppedAt, ...after } = await walkPage(
      run,
      referrals.filter((one) => !seen.has(versionOf(one))),
      step,
    );
    step = after;
    if (stoppedAt !== null) return { ...step, position: position(stoppedAt.state.updatedOn ?? reached) };
    if (isLast) return { ...step, position: position(reached) };
    const last = referrals.at(-1)?.state.updatedOn ?? reached;
    const atEdge = referrals.filter(({ state }) => state.updatedOn === last).map(versionOf);
    seen = last > reached ? new Set(atEdge) : new Set([...seen, ...atEdge]);
    skip = last > reached ? 0 : skip + skipStep;
    reached = last;
  }
};
