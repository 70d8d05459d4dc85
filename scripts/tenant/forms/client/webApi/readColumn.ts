import type { ColumnMetadata } from "../../../dataverse/metadata";
import type { ColumnValue } from "../page/ColumnValue";
import { formattedValue, lookupTable } from "./annotations";
import type { WebApiRow } from "./WebApiClient";

export interface ReadValue {
  value: ColumnValue;
  /** The server's wording for this user; empty where it gives none. */
  formatted: string;
}

/** Name of the property that carries a column in Web API rows. */
export const propertyOf = ({ logicalName, type }: ColumnMetadata): string =>
  type === "lookup" || type === "customer" || type === "owner" ? `_${logicalName}_value` : logicalName;

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function toLocalDate(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split("-").map(Number);
  return new Date(year, month - 1, day);
}

function toValue(raw: unknown, column: ColumnMetadata, row: WebApiRow): ColumnValue {
  if (raw === null || raw === undefined) return null;
  switch (column.type) {
    case "lookup":
    case "customer":
    case "owner": {
      const property = propertyOf(column);
      const entityType = text(row[property + lookupTable]) || (column.targets?.[0] ?? "");
      return [{ id: text(raw).toLowerCase(), name: text(row[property + formattedValue]), entityType }];
    }
    case "datetime":
      return column.format === "date" ? toLocalDate(text(raw)) : new Date(text(raw));
    case "multiselectpicklist":
      return text(raw).split(",").map(Number);
    case "bigint":
    case "decimal":
    case "money":
      return Number(raw);
    default:
      return raw as string | number | boolean;
  }
}

/** Value of a column in a Web API row. */
export function readColumn(row: WebApiRow, column: ColumnMetadata): ReadValue {
  const property = propertyOf(column);
  return { value: toValue(row[property], column, row), formatted: text(row[property + formattedValue]) };
}
