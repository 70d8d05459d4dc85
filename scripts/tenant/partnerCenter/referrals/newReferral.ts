import type { SandboxState } from "../SandboxState";
import { formatInstant } from "./formatInstant";
import { nextETag } from "./nextETag";
import type { StoredReferral } from "./Referral";

/** How long whoever is invited has to answer before the referral expires. */
const responseTimeMs = 14 * 24 * 60 * 60 * 1000;

/** What is decided about a new referral by whoever makes it. */
export type NewReferral = Pick<
  StoredReferral,
  "engagementId" | "organizationId" | "organizationName" | "createdByOrganizationId" | "mpnId" | "content"
> &
  Partial<Pick<StoredReferral, "microsoftMsxId" | "referralSource" | "callToAction">>;

/** A referral as it is in its first instant; nobody keeps it yet. */
export function newReferral(state: SandboxState, facts: NewReferral): StoredReferral {
  const nowMs = state.clock();
  const now = formatInstant(nowMs);
  const { status } = facts.content;
  // Who made the deal need not answer it, whatever its state says.
  const isInvitation = facts.organizationId !== facts.createdByOrganizationId;
  return {
    microsoftMsxId: null,
    ...facts,
    id: state.ids(),
    createdDateTime: now,
    updatedDateTime: now,
    expirationDateTime: isInvitation && status === "New" ? formatInstant(nowMs + responseTimeMs) : null,
    acceptedDateTime: status === "New" ? null : now,
    closedDateTime: status === "Closed" ? now : null,
    eTag: nextETag(null, nowMs, state.random),
  };
}
