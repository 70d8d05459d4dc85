import type { Switches } from "../switches/switches";

/** Why a deal was declined or lost. Source: partner-center bulk-operations.md, whose numbers begin at 1 in this order. */
export const closeReasons = [
  { code: "BudgetInadequate", words: "Budget is inadequate" },
  { code: "CustomerDidNotRespond", words: "Customer did not respond" },
  { code: "ChoseAnotherVendor", words: "Customer chose another vendor" },
  { code: "RequirementNotMet", words: "Requirement is not met" },
  { code: "NotACustomer", words: "Not a customer" },
  { code: "TimelineTooShort", words: "Timeline is too short" },
  { code: "AbuseSpamPhishing", words: "Abuse, spam or phishing" },
  { code: "Others", words: "Others" },
] as const;

/** The reason meant by a code, its words or its number, as a referral carries it; null for none of them. */
export function encodeReason(given: unknown, format: Switches["statusReasonFormat"]): string | null {
  const index = closeReasons.findIndex(
    ({ code, words }, at) => given === code || given === words || String(given) === String(at + 1),
  );
  const reason = closeReasons[index];
  if (reason === undefined) return null;
  return { words: reason.words, code: reason.code, number: String(index + 1) }[format];
}
