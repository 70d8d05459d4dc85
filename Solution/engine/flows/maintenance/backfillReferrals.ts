import { toFailureWords, type FailureWords } from "../../domain/failure/Failure";
import { failureKind } from "../../domain/failure/failureKinds";
import { titleOf } from "../../domain/inbound/titleOf";
import { isMicrosofts, type Referral } from "../../domain/referral/Referral";
import type { Instant } from "../../domain/values/instant";
import { postponeReferral } from "../inbound/postponeReferral";
import { backfillReferral, type Backfilled, type BackfillClass } from "./backfillReferral";
import type { MaintenanceRun } from "./MaintenanceRun";

/** What to bring in. */
export interface BackfillWish {
  /** Says what would happen, and changes nothing anywhere. */
  isDry: boolean;
  /** Only referrals that were changed at this time or later; null for all. */
  from: Instant | null;
  /** How many referrals earlier calls have dealt with. */
  skip: number;
}

/** What one call of a backfill did. */
export interface BackfillResult {
  counts: Readonly<Record<BackfillClass, number>>;
  referrals: readonly Backfilled[];
  /** Where the next call goes on; null at the end. */
  continuation: string | null;
  /** Why the call ended early; null where time was over, or nothing is left. */
  stopped: FailureWords | null;
}

const noCounts: Readonly<Record<BackfillClass, number>> = {
  opportunityMade: 0,
  leadMade: 0,
  synced: 0,
  known: 0,
  ignored: 0,
  later: 0,
  failed: 0,
};

/** Referrals that one call answers about. */
const maxReferrals = 1000;

const toResult = (
  referrals: readonly Backfilled[],
  skip: number | null,
  stopped: FailureWords | null = null,
): BackfillResult => ({
  counts: referrals.reduce((counts, { result }) => ({ ...counts, [result]: counts[result] + 1 }), noCounts),
  referrals,
  continuation: skip === null ? null : String(skip),
  stopped,
});

/** Microsoft's referral comes with the own one of its deal. */
const isWanted = (referral: Referral, from: Instant | null): boolean =>
  !isMicrosofts(referral) && (from === null || (referral.state.updatedOn ?? from) >= from);

/**
 * Goes through the referrals in the order they were made, which no edit changes, and brings each in. Calls come out of the
 * background's share of the day; what fails for itself waits in a message, what holds for all ends the call.
 */
export const backfillReferrals = async (
  run: MaintenanceRun,
  { isDry, from, skip }: BackfillWish,
): Promise<BackfillResult> => {
  const partnerCenter = run.background.partnerCenter(run.settings);
  const done: Backfilled[] = [];
  // A company that is not live yet previews what its first day would bring.
  if (!run.settings.inboundEnabled && !isDry) return toResult(done, skip, toFailureWords("inbound.paused"));
  for (let place = skip; ;) {
    if (!(await run.hasTime()) || done.length >= maxReferrals) return toResult(done, place);
    const page = await partnerCenter.listed(place);
    if (page.kind === "failed") return toResult(done, place, toFailureWords(page.failure.code));
    for (const referral of page.value.referrals) {
      if (!(await run.hasTime())) return toResult(done, place);
      if (isWanted(referral, from)) {
        const { backfilled, failure } = await backfillReferral(run, referral, isDry);
        if (failure !== null && failureKind(failure.code).retry === "throttled")
          return toResult(done, place, backfilled.failure);
        if (failure !== null && !isDry) {
          const refusal = await postponeReferral(run.ports, referral.id, failure, { title: titleOf(referral) });
          if (refusal !== null) return toResult(done, place, toFailureWords(refusal.code));
        }
        done.push(backfilled);
      }
      place += 1;
    }
    if (page.value.isLast) return toResult(done, null);
  }
};
