/** A solution a referral may name. Partner solutions have ids like SOL-34104-EBB, Microsoft's are GUIDs. */
export interface CatalogueSolution {
  id: string;
  name: string;
  /** Whether a won deal with it may be registered for an incentive. @default false */
  incentiveEligible?: boolean;
  kind: "partner" | "microsoft" | "thirdParty" | "category";
}
