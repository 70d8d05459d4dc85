import type { Instant } from "../domain/values/instant";
import type { JsonObject } from "../domain/values/Json";
import type { Outcome } from "../domain/failure/Outcome";
import type { Referral } from "../domain/referral/Referral";
import type { PatchOperation } from "../domain/referral/referralPatch";

/** Which referrals to look through; only what the API documents as filterable. */
export type ReferralSearch =
  /** Own and connected referrals of one deal. */
  | { kind: "engagement"; engagementId: string }
  /**
   * What this organization sent out since then, newest first. Nothing since the beginning of a doubt may be overlooked; before
   * that, and without a doubt, the newest few hundred will do.
   */
  | { kind: "sentSince"; since: Instant; doubtSince: Instant | null };

/** A page of referrals by the time they were changed. */
export interface ChangedPage {
  /** Oldest change first. */
  referrals: readonly Referral[];
  /** Nothing was changed after these. */
  isLast: boolean;
}

/** Partner Center took a patch. */
export interface PatchTaken {
  /** The referral's new tag; null where the answer held none. */
  eTag: string | null;
  /** The patched referral, where the answer held it. */
  referral: Referral | null;
}

/** The Referrals API. Nothing is ever tried twice in here, but for one renewal of a refused access token. */
export interface PartnerCenter {
  /** Not safe to repeat: after a failure that `mayHaveHappened`, search first. */
  create(body: JsonObject): Promise<Outcome<Referral>>;
  read(referralId: string): Promise<Outcome<Referral>>;
  /** Fails with `partnerCenter.preconditionFailed` or `partnerCenter.resourceModified` when the tag is no longer current. */
  update(referralId: string, eTag: string, patch: readonly PatchOperation[]): Promise<Outcome<PatchTaken>>;
  /**
   * One call: a page of what was changed at this time or later, leaving out the first `skip`. Without `whole` the referrals hold
   * what identifies them, their state and tag, and no values.
   */
  changedSince(since: Instant, skip: number, whole: boolean): Promise<Outcome<ChangedPage>>;
  /** The first referral that fits, with what identifies it but without its values; null when there is none. Fails when it would take too long to be certain. */
  find(search: ReferralSearch, fits: (referral: Referral) => boolean): Promise<Outcome<Referral | null>>;
}
