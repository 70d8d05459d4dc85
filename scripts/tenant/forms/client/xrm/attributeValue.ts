import type { ColumnMetadata, ColumnType } from "../../../dataverse/metadata";
import { isLookup, type ColumnValue } from "../page/ColumnValue";
import { fromXrmId, toXrmId } from "./ids";

const attributeTypes: Record<ColumnType, string> = {
  primarykey: "string",
  uniqueidentifier: "string",
  nvarchar: "string",
  ntext: "memo",
  bit: "boolean",
  int: "integer",
  bigint: "integer",
  decimal: "decimal",
  float: "double",
  money: "money",
  datetime: "datetime",
  picklist: "optionset",
  multiselectpicklist: "multiselectoptionset",
  state: "optionset",
  status: "optionset",
  lookup: "lookup",
  owner: "lookup",
  customer: "lookup",
};

export const attributeTypeOf = ({ type }: ColumnMetadata): string => attributeTypes[type];

/** Format as `getFormat` words it; null for columns without one. */
export function formatOf({ type, format }: ColumnMetadata): string | null {
  if (type === "ntext") return "textarea";
  return type === "nvarchar" || type === "datetime" ? (format ?? (type === "datetime" ? "datetime" : "text")) : null;
}

export function toXrmValue(value: ColumnValue): unknown {
  if (isLookup(value)) return value.map((row) => ({ ...row, id: toXrmId(row.id) }));
  return value instanceof Date ? new Date(value) : value;
}

export function fromXrmValue(value: unknown): ColumnValue {
  if (!Array.isArray(value)) return (value ?? null) as ColumnValue;
  const items = value as (number | { id: string; name?: string; entityType: string })[];
  if (items.length === 0) return null;
  return items.map((item) =>
    typeof item === "number" ? item : { id: fromXrmId(item.id), name: item.name ?? "", entityType: item.entityType },
  ) as ColumnValue;
}

const isLookupArray = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((item) => typeof item === "object" && item !== null && "id" in item && "entityType" in item);

const accepts: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === "string",
  memo: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  integer: (value) => Number.isInteger(value),
  decimal: (value) => Number.isFinite(value),
  double: (value) => Number.isFinite(value),
  money: (value) => Number.isFinite(value),
  optionset: (value) => Number.isInteger(value),
  multiselectoptionset: (value) => Array.isArray(value) && value.every(Number.isInteger),
  datetime: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  lookup: isLookupArray,
};

/** Throws when a script sets what the column cannot hold; Dynamics 365 fails there too, later and with less said. */
export function assertValue(column: ColumnMetadata, value: unknown): void {
  const type = attributeTypeOf(column);
  if (value === null || value === undefined || accepts[type]?.(value)) return;
  throw new Error(
    `setValue of ${column.logicalName}: ${JSON.stringify(value)} is no value of a column of type ${type}.`,
  );
}
