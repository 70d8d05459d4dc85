import type { Json } from "../values/Json";

/** How a person ends a conflict. */
export interface Decision {
  /** Place in the referral. */
  path: string;
  take: "dynamics365" | "partnerCenter" | "value";
  /** The value for both sides, as a referral holds it; for `value` only. */
  value?: Json;
  /** Name of the person. */
  by: string;
}
