/** A solution a referral may name. Partner solutions have ids like SOL-34104-EBB, Microsoft's are GUIDs. */
export interface CatalogueSolution {
  id: string;
  name: string;
  /** Whether it is a service of the partner, of which a co-sell deal says more. @default false */
  isService?: boolean;
  /** Whether a won deal with it may be registered for an incentive. @default false */
  incentiveEligible?: boolean;
  kind: "partner" | "microsoft" | "thirdParty" | "category";
}
