import type { BaseColumn } from "../BaseTable";
import { column } from "../column";

/** What a table with money columns has beside them. `relationship` is the schema name towards transactioncurrency. */
export function currencyColumns(relationship: string): BaseColumn[] {
  return [
    column.lookup("TransactionCurrencyId", "Currency", "transactioncurrency", relationship, { onDelete: "restrict" }),
    column.decimal("ExchangeRate", "Exchange Rate", { precision: 12, validForCreate: false, validForUpdate: false }),
  ];
}
