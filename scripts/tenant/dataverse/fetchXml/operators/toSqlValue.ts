import { isDecimalText, toScaled } from "../../decimal";
import { parseGuid } from "../../guid";
import type { ColumnMetadata } from "../../metadata";
import { moneyDigits } from "../../storage/normalizeValue";
import { normalizeDate } from "../../storage/normalizeDate";
import type { SqlValue } from "../../database/SqlDatabase";
import { fetchRefusals } from "../fetchRefusals";

const bits: Record<string, number> = { true: 1, "1": 1, false: 0, "0": 0 };

/** The text of a condition as the column stores such values. */
export function toSqlValue(column: ColumnMetadata, text: string): SqlValue {
  const refuse = () => fetchRefusals.valueInvalid(column.logicalName, text, column.type);
  switch (column.type) {
    case "nvarchar":
    case "ntext":
      return text;
    case "bit": {
      const bit = bits[text.toLowerCase()];
      if (bit === undefined) throw refuse();
      return bit;
    }
    case "int":
    case "bigint":
    case "picklist":
    case "multiselectpicklist":
    case "state":
    case "status":
      if (!/^-?\d+$/.test(text)) throw refuse();
      return BigInt(text);
    case "decimal":
    case "float":
      if (!isDecimalText(text)) throw refuse();
      return Number(text);
    case "money":
      if (!isDecimalText(text)) throw refuse();
      return toScaled(text, moneyDigits);
    case "datetime":
      return normalizeDate("query", column, text);
    case "primarykey":
    case "uniqueidentifier":
    case "lookup":
    case "owner":
    case "customer": {
      const id = parseGuid(text);
      if (id === undefined) throw refuse();
      return id;
    }
  }
}

/** The column in SQL as a value that compares with what `toSqlValue` makes: decimals are stored as text. */
export const comparable = (column: ColumnMetadata, text: string): string =>
  column.type === "decimal" ? `CAST(${text} AS REAL)` : text;
