import { addMs, msBetween, type Instant } from "./instant";
import { failureKind } from "./failureKinds";
import type { Link } from "./Link";

/** How long a run may keep a link to itself: longer than the platform lets any run live. */
export const leaseMs = 180_000;

/** What a run knows about runs before it. */
export interface EarlierRuns {
  /** The link as it was loaded. */
  link: Link | null;
  /** Dataverse forgets the lease of a run that is stopped inside its transaction. */
  isInTransaction: boolean;
  /** How long claiming the link took: a wait means that another run's transaction ended meanwhile. */
  claimMs: number;
  trigger: "person" | "step";
  savedOn: Instant;
  now: Instant;
  opportunityCreatedOn: Instant;
}

const longClaimMs = 1000;
const lateMs = 60_000;
const clockSkewMs = 600_000;
/** A run without a trace is at most this old: by then the step of its save has run and has left one. */
const tracelessMs = 86_400_000;

const latest = (left: Instant, right: Instant): Instant => (left > right ? left : right);

/**
 * Since when an interrupted run may have made a referral that Dataverse knows nothing about; null when that is out of the
 * question. A lease outside a transaction tells for certain; where leases can vanish, or a step comes late, one looks.
 */
export const unseenReferralSince = (runs: EarlierRuns): Instant | null => {
  const { link, now, opportunityCreatedOn } = runs;
  const after = (moment: Instant): Instant => latest(opportunityCreatedOn, addMs(moment, -clockSkewMs));
  if (link?.leaseOwner != null && link.leaseExpiresOn !== null) return after(addMs(link.leaseExpiresOn, -leaseMs));
  const attempt = link?.memory.attempt ?? null;
  if (attempt !== null && failureKind(attempt.code).mayHaveHappened === true) return after(attempt.on);
  const isLate = runs.trigger === "step" && msBetween(runs.savedOn, now) > lateMs;
  const mayLackTrace = runs.isInTransaction || runs.claimMs > longClaimMs || isLate;
  return mayLackTrace ? after(addMs(now, -tracelessMs)) : null;
};
