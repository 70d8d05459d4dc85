import type { ColumnMetadata } from "../../../dataverse/metadata";
import type { FormPage } from "../page/FormPage";
import type { ColumnValue } from "../page/ColumnValue";

/** Lookup defaults come in three parts of an address: `<column>`, `<column>name` and `<column>type`. */
function fromAddress(column: ColumnMetadata, defaults: Record<string, string>): ColumnValue {
  const text = defaults[column.logicalName];
  if (text === undefined) return null;
  switch (column.type) {
    case "lookup":
    case "customer":
    case "owner": {
      const entityType = defaults[`${column.logicalName}type`] ?? column.targets?.[0] ?? "";
      return [
        { id: text.replace(/[{}]/g, "").toLowerCase(), name: defaults[`${column.logicalName}name`] ?? "", entityType },
      ];
    }
    case "bit":
      return text === "true" || text === "1";
    case "datetime":
      return new Date(text);
    case "int":
    case "decimal":
    case "float":
    case "money":
    case "picklist":
    case "status":
    case "state":
      return Number(text);
    default:
      return text;
  }
}

const defaultOf = ({ type, defaultValue }: ColumnMetadata): ColumnValue => {
  if (defaultValue === undefined) return null;
  return type === "bit" ? Boolean(defaultValue) : defaultValue;
};

/** Puts a new record into its first state: column defaults, the owner, and what the opener hands over. */
export function setDefaults(
  page: FormPage,
  defaults: Record<string, string>,
  user: { id: string; name: string },
): void {
  for (const column of page.columns.values()) {
    const { metadata } = column;
    const owner = metadata.type === "owner" ? [{ ...user, entityType: "systemuser" }] : null;
    const first = owner ?? defaultOf(metadata);
    column.load({ value: first, formatted: "" });
    const given = fromAddress(metadata, defaults);
    if (given !== null) column.set(given);
  }
}
