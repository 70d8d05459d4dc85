import { toFailureWords, type Failure, type FailureWords } from "../../domain/failure/Failure";
import { done, type Outcome } from "../../domain/failure/Outcome";
import type { Referral } from "../../domain/referral/Referral";
import type { EnginePorts } from "../EnginePorts";
import type { Applied } from "../inbound/Applied";
import { applyReferral } from "../inbound/applyReferral";
import { HeldBack, holdWrites } from "./holdWrites";
import type { MaintenanceRun } from "./MaintenanceRun";

/** What becomes of a referral: the classes that a backfill counts. */
export type BackfillClass = "opportunityMade" | "leadMade" | "synced" | "known" | "ignored" | "failed";

/** What a backfill did with one referral, or would do. */
export interface Backfilled {
  referralId: string;
  name: string;
  result: BackfillClass;
  /** Why it is left alone; null for others. */
  because: string | null;
  failure: FailureWords | null;
}

/** The referral as it was just listed stands for the first reading of it; later ones go to Partner Center. */
const withListed = (ports: EnginePorts, referral: Referral): EnginePorts => {
  let listed: Referral | null = referral;
  return {
    ...ports,
    partnerCenter: (settings, share) => {
      const partnerCenter = ports.partnerCenter(settings, share);
      return {
        ...partnerCenter,
        read: (referralId) => {
          const known = listed;
          if (known?.id !== referralId) return partnerCenter.read(referralId);
          listed = null;
          return Promise.resolve(done(known));
        },
      };
    },
  };
};

type Applying = Outcome<Applied> | { kind: "heldBack"; held: HeldBack };

const apply = async (run: MaintenanceRun, referral: Referral, isDry: boolean): Promise<Applying> => {
  const reading = withListed(run.background, referral);
  const ports = isDry ? holdWrites(reading) : reading;
  const { isInTransaction } = run;
  try {
    return await applyReferral(ports, referral.id, { trigger: "maintenance", isInTransaction, changedOn: null });
  } catch (held) {
    if (held instanceof HeldBack) return { kind: "heldBack", held };
    throw held;
  }
};

const toClass = (applied: Applying): BackfillClass => {
  if (applied.kind === "failed") return "failed";
  if (applied.kind === "heldBack") {
    const { made } = applied.held;
    return made === null ? "synced" : made === "lead" ? "leadMade" : "opportunityMade";
  }
  const { value } = applied;
  if (value.kind === "ignored") return "ignored";
  if (value.how === "made") return value.deal.table === "lead" ? "leadMade" : "opportunityMade";
  return value.how;
};

/** Brings one listed referral in, or says what that would do; `failure` is what a real run could not finish. */
export const backfillReferral = async (
  run: MaintenanceRun,
  referral: Referral,
  isDry: boolean,
): Promise<{ backfilled: Backfilled; failure: Failure | null }> => {
  const applied = await apply(run, referral, isDry);
  const failure = applied.kind === "failed" ? applied.failure : null;
  const { name } = referral.content;
  const backfilled: Backfilled = {
    referralId: referral.id,
    name: typeof name === "string" ? name : "",
    result: toClass(applied),
    because: applied.kind === "done" && applied.value.kind === "ignored" ? applied.value.because : null,
    failure: failure === null ? null : toFailureWords(failure.code),
  };
  return { backfilled, failure };
};
