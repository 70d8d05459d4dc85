import type { ColumnMetadata } from "../../dataverse/metadata";
import type { Value } from "../../dataverse/values";

/** What import and base data write, before the column's kind is known. GUIDs, references and dates are text. */
export type Plain = string | number | boolean | null | { table: string; id: string };

/** Gives a plain value the kind of its column; a lookup that may point to several tables needs `{table, id}`. */
export function toValue(column: ColumnMetadata, plain: Plain): Value {
  if (plain === null) return null;
  if (typeof plain === "object") return { $t: "ref", ...plain };
  switch (column.type) {
    case "primarykey":
    case "uniqueidentifier":
      return { $t: "guid", v: String(plain) };
    case "lookup":
    case "owner":
    case "customer": {
      const [target = ""] = column.targets ?? [];
      return { $t: "ref", table: target, id: String(plain) };
    }
    case "picklist":
    case "state":
    case "status":
      return { $t: "opt", v: Number(plain) };
    case "money":
      return { $t: "money", v: String(plain) };
    case "decimal":
      return { $t: "dec", v: String(plain) };
    case "bigint":
      return { $t: "long", v: String(plain) };
    case "datetime":
      return { $t: "dt", v: String(plain) };
    default:
      return plain;
  }
}
