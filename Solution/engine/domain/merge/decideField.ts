import type { FieldMapping } from "../mapping/fieldMap";
import type { Instant } from "../values/instant";
import type { ConflictPolicy } from "./ConflictPolicy";
import type { MergeRules } from "./Merge";

/** Whose value counts, and why: the direction of the field, a policy, or simply that nobody else changed it. */
export interface FieldDecision {
  winner: "here" | "there" | "nobody";
  /** In the words of a conflict row. */
  by: string;
}

const policyWords: Readonly<Record<ConflictPolicy, string>> = {
  ask: "A seller decides",
  dynamics365: "Conflict policy: Dynamics 365 wins",
  partnerCenter: "Conflict policy: Partner Center wins",
  newest: "Conflict policy: the newest wins",
};

const byPolicy = (
  policy: ConflictPolicy,
  { modifiedOn }: MergeRules,
  changedThereOn: Instant | null,
): FieldDecision["winner"] => {
  switch (policy) {
    case "ask":
      return "nobody";
    case "dynamics365":
      return "here";
    case "partnerCenter":
      return "there";
    case "newest":
      return changedThereOn !== null && changedThereOn > modifiedOn ? "there" : "here";
  }
};

/** Decides about a value that was changed in Partner Center. */
export const decideField = (
  { direction, conflictPolicy }: FieldMapping,
  isChangedHere: boolean,
  rules: MergeRules,
  changedThereOn: Instant | null,
): FieldDecision => {
  if (direction === "toPartnerCenter") return { winner: "here", by: "The field goes to Partner Center only" };
  if (direction === "toDynamics365") return { winner: "there", by: "The field goes to Dynamics 365 only" };
  if (!isChangedHere) return { winner: "there", by: "Changed in Partner Center only" };
  const policy = conflictPolicy ?? rules.policy;
  return { winner: byPolicy(policy, rules, changedThereOn), by: policyWords[policy] };
};
