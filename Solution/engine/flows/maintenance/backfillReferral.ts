import { toFailureWords, type Failure, type FailureWords } from "../../domain/failure/Failure";
import { isTriedAgain } from "../../domain/failure/failureKinds";
import type { Outcome } from "../../domain/failure/Outcome";
import { titleOf } from "../../domain/inbound/titleOf";
import { toReferralSubject } from "../../domain/maintenance/Message";
import type { Referral } from "../../domain/referral/Referral";
import type { EnginePorts } from "../EnginePorts";
import type { Applied } from "../inbound/Applied";
import { applyReferral } from "../inbound/applyReferral";
import { withListed } from "../inbound/withListed";
import { findWork } from "./findWork";
import type { DryRunStopped } from "./dryRunPorts";
import { leaveToJob } from "../leaveToJob";
import type { MaintenanceRun } from "./MaintenanceRun";

/** What becomes of a referral: the classes that a backfill counts. `later` waits for its next attempt, and needs nobody. */
export type BackfillClass = "opportunityMade" | "leadMade" | "synced" | "known" | "ignored" | "later" | "failed";

/** What a backfill did with one referral, or would do. */
export interface Backfilled {
  referralId: string;
  name: string;
  result: BackfillClass;
  /** Why it is left alone; null for others. */
  because: string | null;
  failure: FailureWords | null;
}

type Applying = Outcome<Applied> | { kind: "heldBack"; held: DryRunStopped };

/** A preview shows what would come in once inbound is on. */
const withInbound = (ports: EnginePorts): EnginePorts => ({
  ...ports,
  settings: { ...ports.settings, current: async () => ({ ...(await ports.settings.current()), inboundEnabled: true }) },
});

/** Applied by this call, or looked into alone: for a preview, and inside a transaction, which records do not share. */
const apply = async (run: MaintenanceRun, referral: Referral, isDry: boolean): Promise<Applying> => {
  const { isInTransaction } = run;
  const context = { trigger: "maintenance", isInTransaction, changedOn: null } as const;
  const listed = withListed(run.background, referral);
  const reading = isDry ? withInbound(listed) : listed;
  if (!isDry && !isInTransaction) return applyReferral(reading, referral.id, context);
  const found = await findWork(reading, (held) => applyReferral(held, referral.id, context));
  return found.kind === "nothingToDo" ? found.result : { kind: "heldBack", held: found.held };
};

const toClass = (applied: Applying): BackfillClass => {
  if (applied.kind === "failed") return isTriedAgain(applied.failure.code) ? "later" : "failed";
  if (applied.kind === "heldBack") {
    const { made } = applied.held;
    return made === null ? "synced" : made === "lead" ? "leadMade" : "opportunityMade";
  }
  const { value } = applied;
  if (value.kind === "ignored") return "ignored";
  if (value.how === "made") return value.deal.table === "lead" ? "leadMade" : "opportunityMade";
  return value.how;
};

/**
 * Brings one listed referral in, leaves it to a system job, or says what that would do; `failure` is what a real run could not
 * finish.
 */
export const backfillReferral = async (
  run: MaintenanceRun,
  referral: Referral,
  isDry: boolean,
): Promise<{ backfilled: Backfilled; failure: Failure | null }> => {
  const applied = await apply(run, referral, isDry);
  const isLeft = applied.kind === "heldBack" && !isDry;
  const record = toReferralSubject(referral.id, titleOf(referral));
  const saveFailure = isLeft ? await leaveToJob(run.ports, record, { isBackground: true }) : null;
  const failure = applied.kind === "failed" ? applied.failure : saveFailure;
  const { name } = referral.content;
  const backfilled: Backfilled = {
    referralId: referral.id,
    name: typeof name === "string" ? name : "",
    result: saveFailure === null ? toClass(applied) : "failed",
    because: applied.kind === "done" && applied.value.kind === "ignored" ? applied.value.because : null,
    failure: failure === null ? null : toFailureWords(failure.code),
  };
  return { backfilled, failure };
};
