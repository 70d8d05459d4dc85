import type { ReferralValues } from "../mapping/mapReferral";
import type { Instant } from "../values/instant";

/** What was last seen of a won deal's registration. */
export type KnownRegistration = {
  isRegistered: boolean;
  /** Microsoft's verdict, as Partner Center spells it; empty before there is one. */
  status: string;
  reason: string;
  /** What the registration holds at the mapped places; empty before it is made. */
  values: ReferralValues;
  /** When the referral was made and closed, by Partner Center's clock; null where it did not tell. */
  createdOn: Instant | null;
  closedOn: Instant | null;
};
