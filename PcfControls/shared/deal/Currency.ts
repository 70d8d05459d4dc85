import type { DataverseRecord } from "./RecordSource";

/** How a currency of Dynamics 365 is written. */
export interface Currency {
  /** ISO code. */
  code: string;
  symbol: string;
  precision: number;
}

/** What `$expand` asks of a row that has a currency. */
export const currencyExpansion = "transactioncurrencyid($select=isocurrencycode,currencysymbol,currencyprecision)";

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

/** The currency of a row that was read with `currencyExpansion`; its code is empty where the row has none. */
export const readCurrency = (row: DataverseRecord): Currency => {
  const currency = row["transactioncurrencyid"] as DataverseRecord | null | undefined;
  const precision = currency?.["currencyprecision"];
  return {
    code: toText(currency?.["isocurrencycode"]),
    symbol: toText(currency?.["currencysymbol"]),
    precision: typeof precision === "number" ? precision : 2,
  };
};
