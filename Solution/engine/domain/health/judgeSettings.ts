import { customColumns } from "../fieldMapping/customColumns";
import { toCloudProfile } from "../referral/CloudProfile";
import type { SyncSettings } from "../sync/SyncSettings";
import { failedCheck, ok, problem, warning, type HealthCheck } from "./HealthCheck";

/** Settings without which nothing can be asked of Microsoft. */
export const judgeSettings = ({ cloudProfile, tenantId, clientId }: SyncSettings): HealthCheck => {
  if (toCloudProfile(cloudProfile) === null) return failedCheck("settings", "connection.profileUnknown");
  if (tenantId === "" || clientId === "") return failedCheck("settings", "connection.settingsMissing");
  return ok("settings", "Cloud profile, tenant id and client id are set.");
};

/** Kill switches: on purpose, or forgotten. */
export const judgeSwitches = ({ outboundEnabled, inboundEnabled }: SyncSettings): HealthCheck => {
  const off = [outboundEnabled ? [] : "Outbound enabled", inboundEnabled ? [] : "Inbound enabled"].flat();
  if (off.length === 0) return ok("switches", "Both directions are on.");
  return warning(
    "switches",
    `Switched off by an administrator: ${off.join(", ")}.`,
    "Set the environment variable to Yes when the reason is gone; what waits goes on then.",
  );
};

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

/** `active`: rows that sellers can choose from. */
export const judgeCatalogue = (active: number): HealthCheck => {
  if (active > 0) return ok("catalogue", `${active === 1 ? "1 solution" : `${active} solutions`} to choose from.`);
  return warning(
    "catalogue",
    "Sellers find no solution to choose.",
    "Import your company's and Microsoft's solutions into Microsoft Solution Details, from Excel or CSV.",
  );
};
