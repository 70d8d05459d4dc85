import { environmentVariables, tables } from "../../Solution/engine/domain/schema";
import type { ColumnSettings } from "./readSettings";
import { currencyExpansion, readCurrency, type Currency } from "../shared/deal/Currency";
import { readWithColumn } from "./readWithColumn";
import type { DataverseRecord, RecordSource } from "../shared/deal/RecordSource";

/** What the saved row says beyond the form. */
export interface SavedFacts {
  /** Its code is empty where the opportunity has none; null where it is not known yet, as before the first save. */
  currency: Currency | null;
  /** Saved deal value where a setting names another column than the form's; undefined where the form's counts. */
  dealValue: number | null | undefined;
  isOpen: boolean;
  /** Description of the opportunity, which a referral takes as its notes. */
  notes: string;
  /** The Customer column, which counts where Account or Contact is empty. */
  customer: { table: string; id: string } | null;
  /** The column that a setting names for the deal value does not exist. */
  isValueMissing: boolean;
}

/** Before the first save the opportunity is open, and the platform has not chosen its currency yet. */
export const unsaved: SavedFacts = {
  currency: null,
  dealValue: undefined,
  isOpen: true,
  notes: "",
  customer: null,
  isValueMissing: false,
};

const openState = 0;
const tableOf = "Microsoft.Dynamics.CRM.lookuplogicalname";

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

const toCustomer = (row: DataverseRecord): SavedFacts["customer"] => {
  const [id, table] = [row["_customerid_value"], row[`_customerid_value@${tableOf}`]];
  return typeof id === "string" && typeof table === "string" ? { id, table } : null;
};

export const readSaved = async (records: RecordSource, id: string, settings: ColumnSettings): Promise<SavedFacts> => {
  const { dealValueFieldName, dealValueCurrencyField } = settings;
  const isOwnValue = dealValueFieldName !== environmentVariables.dealValueFieldName.defaultValue;
  const isOwnCurrency = dealValueCurrencyField !== environmentVariables.dealValueCurrencyField.defaultValue;
  const read = (columns: readonly string[]): Promise<DataverseRecord> => {
    const select = ["statecode", "description", "_customerid_value", ...columns].join(",");
    const query = `?$select=${select}&$expand=${currencyExpansion}`;
    return records.retrieveRecord(tables.opportunity.logicalName, id, query);
  };
  const { row, isMissing } = await readWithColumn(read, isOwnValue ? dealValueFieldName : null);
  const value = row[dealValueFieldName];
  return {
    // A column of the customer's own may hold the code in many ways; the server reads it, the panel does not judge it.
    currency: isOwnCurrency ? null : readCurrency(row),
    dealValue: isOwnValue ? (typeof value === "number" ? value : null) : undefined,
    isOpen: row["statecode"] === openState,
    notes: toText(row["description"]).trim(),
    customer: toCustomer(row),
    isValueMissing: isMissing,
  };
};
