import type { SandboxState } from "../../SandboxState";
import type { ReferralContent, StoredReferral } from "../Referral";

/** An own referral, the connected one that invites Microsoft, or either side of a deal that Microsoft began. */
export type Purpose = "own" | "invitation" | "inbound";

/** A referral that somebody wants to create or change. */
export interface Draft {
  purpose: Purpose;
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
