/** Columns whose choices have labels on the form. */
export type ChoiceColumn = "howCanMicrosoftHelp" | "customerMarketplaceIntent" | "referralVisibility";

/** How the user's settings and the form write values. */
export interface ValueFormats {
  decimal: (value: number, precision: number) => string;
  currency: (value: number, precision: number, symbol: string) => string;
  /** A day, given as its local midnight. */
  day: (day: Date) => string;
  /** Label of a choice; empty for a value that the column does not know. */
  choice: (column: ChoiceColumn, value: number) => string;
}
