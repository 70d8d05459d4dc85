import { fromScaled, toScaled } from "../decimal";
import type { SqlRow, SqlValue } from "../database/SqlDatabase";
import type { ColumnMetadata } from "../metadata";
import type { Value } from "../values";
import { moneyDigits } from "./normalizeValue";
import { targetColumn } from "./storageColumns";

/** Storage columns and what to put there for a normalized value. */
export function toStorage(column: ColumnMetadata, value: Value): Record<string, SqlValue> {
  const name = column.logicalName;
  if (typeof value !== "object" || value === null) return { [name]: toScalar(value), ...noTarget(column, value) };
  switch (value.$t) {
    case "ref":
      return { [name]: value.id, [targetColumn(name)]: value.table };
    case "money":
      return { [name]: toScaled(value.v, moneyDigits) };
    case "long":
      return { [name]: BigInt(value.v) };
    case "opts":
      return { [name]: `,${value.v.join(",")},` };
    case "dec":
    case "opt":
    case "dt":
    case "guid":
      return { [name]: value.v };
    default:
      throw new Error(`A value of kind ${value.$t} cannot be stored in ${name}.`);
  }
}

const noTarget = ({ type, logicalName }: ColumnMetadata, value: Value): Record<string, SqlValue> =>
  value === null && (type === "lookup" || type === "customer" || type === "owner")
    ? { [targetColumn(logicalName)]: null }
    : {};

const toScalar = (value: null | boolean | number | string): SqlValue =>
  typeof value === "boolean" ? Number(value) : value;

/** The value of a column from a row whose storage columns are named with `prefix` before them. */
export function fromStorage(column: ColumnMetadata, row: SqlRow, prefix = ""): Value {
  const stored = row[prefix + column.logicalName] ?? null;
  if (stored === null) return null;
  switch (column.type) {
    case "primarykey":
    case "uniqueidentifier":
      return { $t: "guid", v: String(stored) };
    case "bit":
      return Number(stored) !== 0;
    case "int":
    case "float":
      return Number(stored);
    case "bigint":
      return { $t: "long", v: String(stored) };
    case "decimal":
      return { $t: "dec", v: String(stored) };
    case "money":
      return { $t: "money", v: fromScaled(BigInt(stored), moneyDigits) };
    case "datetime":
      return { $t: "dt", v: String(stored) };
    case "picklist":
    case "state":
    case "status":
      return { $t: "opt", v: Number(stored) };
    case "multiselectpicklist":
      return { $t: "opts", v: String(stored).split(",").filter(Boolean).map(Number) };
    case "lookup":
    case "owner":
    case "customer":
      return {
        $t: "ref",
        table: String(row[prefix + targetColumn(column.logicalName)] ?? column.targets?.[0] ?? ""),
        id: String(stored),
      };
    case "nvarchar":
    case "ntext":
      return String(stored);
  }
}
