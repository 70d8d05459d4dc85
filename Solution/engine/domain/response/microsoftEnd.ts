import { answerDueCode } from "../failure/Failure";
import type { LinkMemory } from "../link/Link";
import type { ReferralValues } from "../mapping/mapReferral";
import { helpPath } from "../referral/referralPatch";
import { isEmptyJson } from "../values/isEmptyJson";

/** Codes for how Microsoft ended its side of a deal that goes on here. */
const codes = {
  Declined: "referral.microsoftDeclined",
  Expired: "referral.microsoftExpired",
  Won: "referral.microsoftWon",
  Lost: "referral.microsoftLost",
} as const;

export type MicrosoftEndCode = (typeof codes)[keyof typeof codes];

export const isMicrosoftEndCode = (code: string): code is MicrosoftEndCode =>
  Object.values<string>(codes).includes(code);

/** Whether this waits for the seller though nothing failed: an offer, or Microsoft's leaving. */
export const isStanding = (code: string): boolean => code === answerDueCode || isMicrosoftEndCode(code);

/**
 * How Microsoft ended its side of a deal that is still open on ours; null where it did not, or where the seller has taken the
 * request for help back, and so has read it.
 */
export const microsoftEndOf = (
  { microsoft, own, values }: Pick<LinkMemory, "microsoft" | "own" | "values">,
  wanted: ReferralValues,
): MicrosoftEndCode | null => {
  if (microsoft?.status !== "Closed" || own?.status !== "Active") return null;
  const wasAsked = !isEmptyJson(values[helpPath] ?? null);
  if (wasAsked && isEmptyJson(wanted[helpPath] ?? null)) return null;
  return Object.entries(codes).find(([substatus]) => substatus === microsoft.substatus)?.[1] ?? null;
};
