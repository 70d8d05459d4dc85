/** Who wins where both sides changed a value. The value that loses is always kept in a conflict row. */
export type ConflictPolicy = "ask" | "dynamics365" | "partnerCenter" | "newest";

const policies: readonly ConflictPolicy[] = ["ask", "dynamics365", "partnerCenter", "newest"];

/** The policy of a setting's text, in any case; null where there is none of that name. */
export const parseConflictPolicy = (text: string): ConflictPolicy | null =>
  policies.find((policy) => policy.toLowerCase() === text.trim().toLowerCase()) ?? null;
