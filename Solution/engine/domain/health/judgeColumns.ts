import { customColumns } from "../fieldMapping/customColumns";
import type { SyncSettings } from "../sync/SyncSettings";
import { ok, problem, type HealthCheck } from "./HealthCheck";

const ofAccount = (column: string): string => (column.includes(".") ? column : `account.${column}`);

/** Column paths that settings and the field map name. */
export const namedColumns = (settings: SyncSettings): string[] => {
  const { dealValueFieldName, dealValueCurrencyField, countryCodeFieldName, dunsFieldName, fieldMap } = settings;
  const ofAccounts = [countryCodeFieldName, dunsFieldName].filter((name) => name !== "").map(ofAccount);
  const ofDeals = [dealValueFieldName, dealValueCurrencyField].filter((name) => name !== "");
  return [...new Set([...ofDeals, ...ofAccounts, ...customColumns(fieldMap)])];
};

/** `unknown`: those of the named columns that do not exist. */
export const judgeColumns = (unknown: readonly string[], named: readonly string[]): HealthCheck => {
  if (unknown.length === 0)
    return ok("columns", `All ${named.length} columns that settings and field mappings name exist.`);
  return problem(
    "columns",
    `Not in Dynamics 365: ${unknown.join(", ")}.`,
    "Correct the environment variables for field names, or the field mappings; a column is named by its logical name.",
  );
};
