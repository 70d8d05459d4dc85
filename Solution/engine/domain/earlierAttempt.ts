import { addMs, type Instant } from "./instant";
import { failureKind } from "./failureKinds";
import type { Link } from "./Link";

/** How long a run may keep a link to itself: longer than the platform lets any run live. */
export const leaseMs = 180_000;

/** Where a referral would be found that an interrupted run made and Dataverse knows nothing about. */
export interface UnseenReferral {
  /** It was made after this. */
  since: Instant;
  /** Such a run is known: nothing may be sent before all of Partner Center's answers since then were seen. */
  isSuspected: boolean;
}

const clockSkewMs = 600_000;

/**
 * Where to look before the first POST. A lease nobody gave back and a POST nobody answered are traces; but a run that is
 * stopped inside its transaction leaves none, for Dataverse forgets its lease with everything else. So one always looks; with
 * a trace through everything, without one through the newest, where a run of just now would be.
 */
export const unseenReferral = (link: Link | null, opportunityCreatedOn: Instant): UnseenReferral => {
  if (link !== null && link.leaseOwner !== null && link.leaseExpiresOn !== null)
    return { since: addMs(link.leaseExpiresOn, -leaseMs - clockSkewMs), isSuspected: true };
  const attempt = link?.memory.attempt ?? null;
  if (attempt !== null && failureKind(attempt.code).mayHaveHappened === true)
    return { since: addMs(attempt.on, -clockSkewMs), isSuspected: true };
  return { since: addMs(opportunityCreatedOn, -clockSkewMs), isSuspected: false };
};
