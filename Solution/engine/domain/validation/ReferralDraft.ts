import type { CalendarDay } from "../values/calendarDay";
import type { Opportunity } from "../opportunity/Opportunity";

/** Which columns hold the deal value, its currency, and the country code of the account. */
export interface NamedColumns {
  dealValue: string;
  currency: string;
  country: string;
}

/** A deal as it is about to be sent, from Dataverse or from a form that is not saved yet. */
export interface ReferralDraft {
  opportunity: Omit<Opportunity, "id" | "notes" | "currency" | "owner" | "custom"> & {
    /** Absent where it is not known yet, such as before the first save, when the platform chooses it. */
    currency?: string;
    /** Absent where the caller does not know the owner's details, such as on the form: then nothing is said about them. */
    owner?: Opportunity["owner"];
  };
  /** Columns that settings name for these values; absent: the standard ones. */
  columns?: NamedColumns;
  isOpen: boolean;
  /** The day it is now, in UTC. */
  today: CalendarDay;
  /** Null while no referral exists. */
  shared: {
    isVisible: boolean;
    /** Labels of fields that changed since, and that Partner Center takes no change of. */ fixed: readonly string[];
  } | null;
}
