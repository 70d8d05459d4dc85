import type { BaseColumn } from "../BaseTable";
import { column } from "../column";

/** The columns of one postal address; `prefix` is `Address1` or `Address2`. Country is free text in Sales, not a code. */
export function addressColumns(prefix: string): BaseColumn[] {
  const label = prefix.replace("Address", "Address ");
  return [
    column.text(`${prefix}_Name`, `${label}: Name`, 200),
    column.text(`${prefix}_Line1`, `${label}: Street 1`, 250),
    column.text(`${prefix}_Line2`, `${label}: Street 2`, 250),
    column.text(`${prefix}_Line3`, `${label}: Street 3`, 250),
    column.text(`${prefix}_City`, `${label}: City`, 80),
    column.text(`${prefix}_StateOrProvince`, `${label}: State/Province`, 50),
    column.text(`${prefix}_PostalCode`, `${label}: ZIP/Postal Code`, 20),
    column.text(`${prefix}_Country`, `${label}: Country/Region`, 80),
    column.phone(`${prefix}_Telephone1`, `${label}: Phone`, 50),
  ];
}
