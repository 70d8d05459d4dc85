import { activeAndInactive, defineTable } from "../defineTable";
import { column } from "../column";

export const transactionCurrency = defineTable({
  schemaName: "TransactionCurrency",
  entitySetName: "transactioncurrencies",
  displayName: "Currency",
  collectionName: "Currencies",
  ownership: "organization",
  primaryName: "currencyname",
  states: activeAndInactive,
  columns: [
    column.text("CurrencyName", "Currency Name", 100, { required: "required" }),
    column.text("ISOCurrencyCode", "Currency Code", 5, { required: "required" }),
    column.text("CurrencySymbol", "Currency Symbol", 13, { required: "required" }),
    column.wholeNumber("CurrencyPrecision", "Currency Precision", { minValue: 0, maxValue: 4 }),
    column.decimal("ExchangeRate", "Exchange Rate", { precision: 12, required: "required" }),
  ],
});
