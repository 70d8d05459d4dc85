import type { DataverseRecord } from "./RecordSource";

/** A solution added to the opportunity. */
export interface AddedSolution {
  id: string;
  name: string;
}

/** What the form does not hold but sharing depends on. */
export interface SharingFacts {
  /** The customer account with the columns that a referral takes; null without a customer. */
  account: DataverseRecord | null;
  contact: DataverseRecord | null;
  solutions: readonly AddedSolution[];
  /** Code of the last sync's failure; null when it succeeded or was never tried. */
  failureCode: string | null;
  /** Column of the account that holds the country, by the setting. */
  countryColumn: string;
}
