import type { Outcome } from "../domain/failure/Outcome";

/** One look at the Referrals API, which changes nothing. */
export interface Probe {
  /** One call. Null: Partner Center does not say whether the sign-in's second factor would do. */
  look(): Promise<Outcome<{ isMfaCompliant: boolean | null }>>;
}
