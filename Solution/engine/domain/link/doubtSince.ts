import { addMs, type Instant } from "../values/instant";
import { failureKind } from "../failure/failureKinds";
import { leaseMs } from "./lease";
import type { Link } from "./Link";

/** Clocks of Dynamics 365 and Partner Center differ by less. */
export const clockSkewMs = 600_000;

const earliest = (instants: readonly Instant[]): Instant | null => [...instants].sort()[0] ?? null;

/**
 * Since when a run that came to no end may have made the own referral without Dataverse knowing: it left its lease behind, or
 * its POST was never answered. Doubt that was noted before stays until somebody has looked; null where there is none.
 */
export const doubtSince = (link: Link | null): Instant | null => {
  if (link === null || link.referralId !== null) return null;
  const { doubtSince: noted, attempt } = link.memory;
  const wasSilent = attempt !== null && failureKind(attempt.code).mayHaveHappened === true;
  return earliest([
    ...(noted === null ? [] : [noted]),
    ...(wasSilent ? [addMs(attempt.on, -clockSkewMs)] : []),
    ...(link.leaseOwner !== null && link.leaseExpiresOn !== null
      ? [addMs(link.leaseExpiresOn, -leaseMs - clockSkewMs)]
      : []),
  ]);
};

/** Whether Partner Center certainly holds nothing of a link's record: what was never sent, and what was refused. */
export const isNeverShared = (link: Link): boolean => link.referralId === null && doubtSince(link) === null;
