import type { BaseColumn } from "../BaseTable";
import { column } from "../column";

/** What a custom API, its parameters and its properties are called. */
export function customApiNames(): BaseColumn[] {
  return [
    column.text("UniqueName", "Unique Name", 128, { required: "required" }),
    column.text("Name", "Name", 100),
    column.text("DisplayName", "Display Name", 100),
    column.text("Description", "Description", 300),
  ];
}
