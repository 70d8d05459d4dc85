/**
 * Why a deal is declined or lost, in the words of Partner Center and in its order, which counts from 1 in its files.
 * How the wire carries a reason is not documented; the words are what a person reads there. Source: bulk-operations of
 * Partner Center.
 */
export const closeReasons = [
  "Budget is inadequate",
  "Customer did not respond",
  "Customer chose another vendor",
  "Requirement is not met",
  "Not a customer",
  "Timeline is too short",
  "Abuse, spam or phishing",
  "Others",
] as const;

export type CloseReason = (typeof closeReasons)[number];

/** What is said where somebody closes a deal without a reason of the list. */
export const otherReason: CloseReason = "Others";

/** The reason meant by its words, in any case, or by its number; null for none of them. */
export const toCloseReason = (text: string): CloseReason | null => {
  const wanted = text.trim().toLowerCase();
  return closeReasons.find((reason, at) => reason.toLowerCase() === wanted || String(at + 1) === wanted) ?? null;
};
