import type { BaseColumn } from "../BaseTable";
import { column } from "../column";

/** The amount in the organization's own currency, which the server computes. */
export function baseAmount(schemaName: string, displayName: string): BaseColumn {
  return column.money(`${schemaName}_Base`, `${displayName} (Base)`, { validForCreate: false, validForUpdate: false });
}
