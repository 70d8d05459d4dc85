import type { ColumnMetadata } from "../../../dataverse/metadata";
import { userLocale } from "../app/language";
import { readColumn } from "../webApi/readColumn";
import { textAt } from "../webApi/textAt";
import type { WebApiRow } from "../webApi/WebApiClient";

/** A value as a view shows it: dates in the browser's time zone, everything else in the server's words. */
export function toCellText(row: WebApiRow, property: string, column: ColumnMetadata | undefined): string {
  if (column?.type === "datetime") {
    const { value } = readColumn(row, column);
    if (!(value instanceof Date)) return "";
    return column.format === "date"
      ? value.toLocaleDateString(userLocale())
      : value.toLocaleString(userLocale(), { dateStyle: "short", timeStyle: "short" });
  }
  return textAt(row, property);
}
