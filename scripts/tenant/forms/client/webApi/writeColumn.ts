import type { ColumnMetadata } from "../../../dataverse/metadata";
import type { LookupTarget } from "../../protocol";
import { isLookup, type ColumnValue } from "../page/ColumnValue";
import type { WebApiRow } from "./WebApiClient";

const twoDigits = (part: number): string => String(part).padStart(2, "0");

/** `YYYY-MM-DD` of the local day. */
export const toDateText = (date: Date): string =>
  `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;

function writeLookup(column: ColumnMetadata, value: ColumnValue, targets: readonly LookupTarget[]): WebApiRow {
  const [row] = isLookup(value) ? value : [];
  if (!row) {
    const [first] = targets;
    return first ? { [`${first.navigation}@odata.bind`]: null } : {};
  }
  const target = targets.find(({ table }) => table === row.entityType);
  if (!target) throw new Error(`${column.displayName} cannot point to a row of ${row.entityType}.`);
  return { [`${target.navigation}@odata.bind`]: `/${target.entitySetName}(${row.id})` };
}

/** The properties of a Web API body that set a column to a value. */
export function writeColumn(column: ColumnMetadata, value: ColumnValue, targets: readonly LookupTarget[]): WebApiRow {
  switch (column.type) {
    case "lookup":
    case "customer":
    case "owner":
      return writeLookup(column, value, targets);
    case "datetime":
      if (!(value instanceof Date)) return { [column.logicalName]: null };
      return { [column.logicalName]: column.format === "date" ? toDateText(value) : value.toISOString() };
    case "multiselectpicklist":
      return { [column.logicalName]: Array.isArray(value) && value.length > 0 ? value.join(",") : null };
    default:
      return { [column.logicalName]: value === "" ? null : value };
  }
}
