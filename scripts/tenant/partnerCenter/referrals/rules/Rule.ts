import type { SandboxState } from "../../SandboxState";
import type { ReferralContent, StoredReferral } from "../Referral";

/** A referral that somebody wants to create or change. */
export interface Draft {
  /** An own referral, or the connected one that invites Microsoft. */
  purpose: "own" | "invitation";
  content: ReferralContent;
  /** The referral before the change; null while it is being created. */
  before: StoredReferral | null;
  /** The other referrals of the same engagement. */
  engagement: readonly StoredReferral[];
}

/** A broken rule. */
export interface Breach {
  innerCode: string;
  message: string;
  /** JSON pointer of the value to blame. */
  target: string;
  /** Answered with 409 instead of the validation status. */
  conflict?: boolean;
}

export type Rule = (draft: Draft, state: SandboxState) => Breach | null;
