import { writableShape } from "../referrals/referralShape";
import { instant, number, oneOf, record, text, type ShapeValue } from "../referrals/Shape";

/** What Microsoft begins. Source of the categories: referrals-api-introduction. */
export const inboundKinds = ["coSell", "qualifiedLead", "marketplaceLead"] as const;

/** A deal or lead as a page or a control describes it. */
export const inboundDeal = record({
  kind: oneOf(...inboundKinds),
  name: text,
  companyName: text,
  addressLine1: text,
  city: text,
  state: text,
  postalCode: text,
  /** ISO 3166 alpha-2. */
  country: text,
  dunsNumber: text,
  firstName: text,
  lastName: text,
  email: text,
  phoneNumber: text,
  dealValue: number,
  /** ISO 4217. */
  currency: text,
  closingDateTime: instant,
  notes: text,
  solutionId: text,
  /** Location of the partner it goes to. */
  mpnId: text,
  /** Replaces whole properties of the referral that follows from all this. */
  content: writableShape,
});

export type InboundDeal = ShapeValue<typeof inboundDeal>;
