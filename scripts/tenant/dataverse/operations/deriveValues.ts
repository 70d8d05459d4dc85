import { divideScaled, fromScaled, toScaled } from "../decimal";
import type { TableMetadata } from "../metadata";
import { moneyDigits } from "../storage/normalizeValue";
import type { Store } from "../Store";
import type { Value } from "../values";
import { findRow } from "./findRow";
import type { RowValues } from "./RowValues";

const rateDigits = 12;

const idOf = (value: Value | undefined): string | null =>
  typeof value === "object" && value?.$t === "ref" ? value.id : null;

function exchangeRate(store: Store, currency: string | null): string | null {
  const table = store.catalogue.table("transactioncurrency");
  const rate = table && currency !== null ? findRow(store, table, currency)?.exchangerate : null;
  return typeof rate === "string" ? rate : null;
}

/** Amounts in the base currency: amount divided by the exchange rate of the row's currency. */
function deriveBaseAmounts(store: Store, table: TableMetadata, whole: RowValues, changed: RowValues): void {
  const { catalogue } = store;
  if (catalogue.column(table.logicalName, "transactioncurrencyid")?.type !== "lookup") return;
  const rate = exchangeRate(store, idOf(whole.get("transactioncurrencyid")));
  if (changed.has("transactioncurrencyid") && catalogue.column(table.logicalName, "exchangerate")) {
    changed.set("exchangerate", rate === null ? null : { $t: "dec", v: rate });
  }
  for (const { logicalName, type } of table.columns) {
    const base = `${logicalName}_base`;
    if (type !== "money" || !catalogue.column(table.logicalName, base)) continue;
    if (!changed.has(logicalName) && !changed.has("transactioncurrencyid")) continue;
    const amount = whole.get(logicalName);
    const hasAmount = typeof amount === "object" && amount?.$t === "money";
    changed.set(base, hasAmount ? { $t: "money", v: rate === null ? amount.v : divide(amount.v, rate) } : null);
  }
}

function divide(amount: string, rate: string): string {
  const units = divideScaled(toScaled(amount, rateDigits), toScaled(rate, rateDigits), moneyDigits);
  return fromScaled(units, moneyDigits);
}

/** The full name of people, which nobody writes. */
function deriveFullName({ catalogue }: Store, { logicalName }: TableMetadata, whole: RowValues, changed: RowValues) {
  const parts = ["firstname", "lastname"];
  if (!["fullname", ...parts].every((name) => catalogue.column(logicalName, name))) return;
  if (!parts.some((name) => changed.has(name))) return;
  const written = parts.map((name) => whole.get(name)).filter((part) => typeof part === "string");
  changed.set("fullname", written.length === 0 ? null : written.join(" "));
}

/** Sets, in `changed`, the columns that Dataverse computes; `whole` is the row as it will be. */
export function deriveValues(store: Store, table: TableMetadata, whole: RowValues, changed: RowValues): void {
  deriveBaseAmounts(store, table, whole, changed);
  deriveFullName(store, table, whole, changed);
}
