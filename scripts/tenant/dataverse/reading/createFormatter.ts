import { isDateOnly } from "../columnKinds";
import { decimalText, fromScaled, toScaled } from "../decimal";
import type { SqlRow } from "../database/SqlDatabase";
import { inLanguage } from "../languages";
import type { ColumnMetadata } from "../metadata";
import { findRow } from "../operations/findRow";
import type { Store } from "../Store";
import type { Value } from "../values";

export type Formatter = (column: ColumnMetadata, value: Value, row: SqlRow, prefix: string) => string | undefined;

/** `1,234.50`: thousands in groups and so many digits behind the point. */
function formatNumber(text: string, digits: number): string {
  const rounded = fromScaled(toScaled(text, digits), digits);
  const [whole = "", fraction = ""] = rounded.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return digits === 0 ? grouped : `${grouped}.${fraction.padEnd(digits, "0")}`;
}
const date = new Intl.DateTimeFormat("en-US", { dateStyle: "short", timeZone: "UTC" });
const time = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", timeZone: "UTC" });

/** `5/14/2026 8:26 AM`; the tenant's users live in UTC and write as in the United States. */
function formatDate(column: ColumnMetadata, written: string): string {
  const moment = new Date(written);
  const [month, day] = date.format(moment).split("/");
  const text = `${month ?? ""}/${day ?? ""}/${moment.getUTCFullYear()}`;
  // Newer builds of Intl put a narrow no-break space before AM and PM.
  return isDateOnly(column) ? text : `${text} ${time.format(moment).replace("\u202f", " ")}`;
}

/** Texts shown in place of values, with labels in the user's language and currency symbols read once per currency. */
export function createFormatter(store: Store, languageId?: number): Formatter {
  const labelOf = ({ options = [] }: ColumnMetadata, value: number): string => {
    const option = options.find((each) => each.value === value);
    return option ? inLanguage(languageId, option.label, option.labels) : String(value);
  };
  const symbols = new Map<string, string>();
  const symbolOf = (currency: string): string => {
    const known = symbols.get(currency);
    if (known !== undefined) return known;
    const table = store.catalogue.table("transactioncurrency");
    const stored = table && findRow(store, table, currency)?.currencysymbol;
    const symbol = typeof stored === "string" ? stored : "";
    symbols.set(currency, symbol);
    return symbol;
  };

  let organizationCurrency: unknown;
  /** Amounts in base columns are in the organization's own currency, whatever the row's is. */
  const baseCurrency = (): unknown => {
    organizationCurrency ??= store.catalogue.table("organization")
      ? store.database.all('SELECT "basecurrencyid" FROM "organization"', [])[0]?.basecurrencyid
      : undefined;
    return organizationCurrency;
  };

  return (column, value, row, prefix) => {
    if (typeof value === "boolean") return labelOf(column, Number(value));
    if (typeof value === "number")
      return formatNumber(decimalText(value), column.type === "int" ? 0 : (column.precision ?? 2));
    if (typeof value !== "object" || value === null) return undefined;
    switch (value.$t) {
      case "opt":
        return labelOf(column, value.v);
      case "opts":
        return value.v.map((option) => labelOf(column, option)).join("; ");
      case "ref":
        return value.name;
      case "dt":
        return formatDate(column, value.v);
      case "dec":
        return formatNumber(value.v, column.precision ?? 2);
      case "money": {
        const isBase = column.logicalName.endsWith("_base");
        const currency = isBase ? baseCurrency() : row[`${prefix}transactioncurrencyid`];
        const symbol = typeof currency === "string" ? symbolOf(currency) : "";
        return symbol + formatNumber(value.v, column.precision ?? 2);
      }
      case "long":
        return column.logicalName === "versionnumber" ? undefined : formatNumber(value.v, 0);
      default:
        return undefined;
    }
  };
}
