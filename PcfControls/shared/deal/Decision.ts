/** What the seller answers to a deal that Microsoft offers. */
export type ReferralAnswer = "accept" | "decline";

/** Whose value counts where both sides changed one, or whether two records are one deal; the words of the custom API. */
export type ConflictDecision = "dynamics365" | "partnerCenter" | "sameDeal" | "anotherDeal";

/** What a panel lets the seller decide. */
export interface DecisionActions {
  /** Answers Microsoft; null where the form has nobody who listens. */
  answer: ((answer: ReferralAnswer, reason: string) => void) | null;
  /** Decides a conflict; null where the form has nobody who listens. */
  resolveConflict: ((conflictId: string, decision: ConflictDecision) => void) | null;
}
