import type { CalendarDay } from "../values/calendarDay";
import type { DecimalText } from "../values/decimalText";
import type { JsonObject } from "../values/Json";
import type { HelpOption } from "./helpOptions";
import type { MarketplaceIntent } from "./marketplaceIntents";

/** A contact at the customer, or the seller. Empty text where nothing is known. */
export type Person = { firstName: string; lastName: string; email: string; phone: string; title: string };

export type Customer = {
  name: string;
  addressLine1: string;
  addressLine2: string;
  city: string;
  state: string;
  postalCode: string;
  /** As the account holds it; a referral needs ISO 3166 alpha-2. */
  country: string;
};

/** What the deal is about; `id` is Partner Center's, such as SOL-12345-ABC. */
export type Solution = { id: string; name: string };

/** The CRM's side of a deal, as far as a referral takes it. Text is trimmed, and empty where the CRM has nothing. */
export type Opportunity = {
  /** Lower-case GUID; the referral's external reference. */
  id: string;
  /** Without check mark. */
  name: string;
  notes: string;
  dealValue: DecimalText | null;
  /** ISO 4217; empty where the opportunity has no currency. */
  currency: string;
  closeDate: CalendarDay | null;
  /** Null: no help is asked for. */
  help: HelpOption | null;
  /** Microsoft's sellers may see the deal. */
  isVisible: boolean;
  /** Null: not answered. */
  marketplaceIntent: MarketplaceIntent | null;
  hasConsent: boolean;
  customer: Customer | null;
  contact: Person | null;
  owner: Person | null;
  solutions: readonly Solution[];
  /** Values of columns that only the map of this company knows, by column path. */
  custom: JsonObject;
};
