import type { Json } from "../values/Json";
import type { Conflict } from "./Conflict";

/** How a person ends a conflict. */
export interface Decision {
  /** Place in the referral. */
  path: string;
  take: "dynamics365" | "partnerCenter" | "value";
  /** The value for both sides, as a referral holds it; for `value` only. */
  value?: Json;
  /** Name of the person. */
  by: string;
  /** Takes back how this conflict was decided; `value` is the one that lost. */
  undoes?: Conflict;
}
