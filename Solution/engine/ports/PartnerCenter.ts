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

/** A page of a list of referrals. */
export interface ReferralPage {
  referrals: readonly Referral[];
  /** Nothing comes after these. */
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
   * One call: a page of what was changed at this time or later, oldest change first, leaving out the first `skip`. The
   * referrals hold what identifies them, their tag and the time of their change.
   */
  changedSince(since: Instant, skip: number): Promise<Outcome<ReferralPage>>;
  /** One call: a page of all whole referrals by their creation, which nothing changes, leaving out the first `skip`. */
  listed(skip: number): Promise<Outcome<ReferralPage>>;
  /** The first referral that fits, with what identifies it but without its values; null when there is none. Fails when it would take too long to be certain. */
  find(search: ReferralSearch, fits: (referral: Referral) => boolean): Promise<Outcome<Referral | null>>;
}
