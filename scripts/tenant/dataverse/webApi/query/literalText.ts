import { decimalText } from "../../decimal";
import { parseGuid } from "../../guid";
import type { ColumnMetadata, ColumnType } from "../../metadata";
import type { Literal } from "../odata/FilterExpression";
import { protocolRefusals } from "../protocolRefusals";

const edmTypes: Record<ColumnType, string> = {
  primarykey: "Edm.Guid",
  uniqueidentifier: "Edm.Guid",
  nvarchar: "Edm.String",
  ntext: "Edm.String",
  bit: "Edm.Boolean",
  int: "Edm.Int32",
  bigint: "Edm.Int64",
  decimal: "Edm.Decimal",
  float: "Edm.Double",
  money: "Edm.Decimal",
  datetime: "Edm.DateTimeOffset",
  picklist: "Edm.Int32",
  multiselectpicklist: "Edm.String",
  state: "Edm.Int32",
  status: "Edm.Int32",
  lookup: "Edm.Guid",
  owner: "Edm.Guid",
  customer: "Edm.Guid",
};

const literalTypes: Record<Literal["kind"], string> = {
  null: "null",
  boolean: "Edm.Boolean",
  number: "Edm.Decimal",
  string: "Edm.String",
  guid: "Edm.Guid",
  date: "Edm.DateTimeOffset",
  enumeration: "Microsoft.Dynamics.CRM enumeration",
};

const numeric = new Set(["Edm.Int32", "Edm.Int64", "Edm.Decimal", "Edm.Double"]);

export const edmTypeOf = ({ type, format }: ColumnMetadata): string =>
  type === "datetime" && format?.toLowerCase() === "date" ? "Edm.Date" : edmTypes[type];

function isComparable(column: ColumnMetadata, literal: Literal): boolean {
  const [left, right] = [edmTypes[column.type], literalTypes[literal.kind]];
  if (column.type === "multiselectpicklist") return false;
  // Ids may stand in quotes.
  if (left === "Edm.Guid" && literal.kind === "string") return parseGuid(literal.text) !== undefined;
  return left === right || (numeric.has(left) && numeric.has(right));
}

/** The literal as a FetchXML condition writes it; refuses one of another type than the column's. */
export function literalText(column: ColumnMetadata, literal: Literal, operator: string): string {
  if (!isComparable(column, literal)) {
    throw protocolRefusals.typesIncompatible(edmTypeOf(column), literalTypes[literal.kind], operator);
  }
  return plainText(literal);
}

export function plainText(literal: Literal): string {
  switch (literal.kind) {
    case "null":
      return "";
    case "boolean":
      return literal.value ? "1" : "0";
    case "number":
      return /e/i.test(literal.text) ? decimalText(Number(literal.text)) : literal.text;
    default:
      return literal.text;
  }
}
