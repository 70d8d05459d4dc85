import type { FailureAbout } from "../../../Solution/engine/domain/failure/FailureAbout";
import type { Difference } from "../../../Solution/engine/domain/link/Link";
import type { ReferralValues } from "../../../Solution/engine/domain/mapping/mapReferral";

/** How far Microsoft is in the deal: not asked, offering it, asked, working on it, or out of it again. */
export type MicrosoftPart = "none" | "offers" | "asked" | "accepted" | "ended";

/** How a referral ends. */
export type Outcome = (typeof outcomes)[number];

export const outcomes = ["won", "lost", "declined", "expired"] as const;

/** What the last syncs left on the pairing of a deal with its referral. */
export interface LinkFacts {
  /** Code of the last failure; null when the last sync succeeded. */
  failureCode: string | null;
  /** What it is about; null where that is not known. */
  about: FailureAbout | null;
  /** Whether Microsoft's sellers see the referral; null where that is not known. */
  isVisible: boolean | null;
  microsoft: MicrosoftPart;
  /** How the referral ended; null while it is open, or where that is not known. */
  outcome: Outcome | null;
  /** What both sides agreed on last, by place in the referral; empty where that is not known. */
  values: ReferralValues;
  /** Places that the company maps in a way of its own. */
  customizedPaths: readonly string[];
  /** What Partner Center holds otherwise, by place in the referral. */
  differences: Readonly<Record<string, Difference>>;
  /** Until when the side that was asked has to answer; null while nobody is asked. */
  answerDueOn: Date | null;
}
