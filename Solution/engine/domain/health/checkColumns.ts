import { customColumns } from "../fieldMapping/customColumns";
import { environmentVariables } from "../schema";
import type { SyncSettings } from "../sync/SyncSettings";
import { ok, problem, type HealthCheck } from "./HealthCheck";

/** A column path, and who names it, as administrators find it. */
interface Named {
  column: string;
  by: string;
}

const ofAccount = (column: string): string => (column.includes(".") ? column : `account.${column}`);

const settingNames = ["dealValueFieldName", "dealValueCurrencyField", "countryCodeFieldName", "dunsFieldName"] as const;

const ofSettings = (settings: SyncSettings): Named[] =>
  settingNames
    .filter((name) => settings[name] !== "")
    .map((name) => ({
      column: name.startsWith("deal") ? settings[name] : ofAccount(settings[name]),
      by: `environment variable “${environmentVariables[name].displayName}”`,
    }));

const ofMap = ({ fieldMap, constants }: SyncSettings): Named[] => [
  ...fieldMap.flatMap((row) =>
    customColumns([row]).map((column) => ({ column, by: `field mapping “${row.label}” (${row.key})` })),
  ),
  ...Object.keys(constants).map((column) => ({ column, by: `field mapping of the constant for ${column}` })),
];

const allNamed = (settings: SyncSettings): Named[] => [...ofSettings(settings), ...ofMap(settings)];

/** Column paths that settings and the field map name. */
export const namedColumns = (settings: SyncSettings): string[] => [
  ...new Set(allNamed(settings).map(({ column }) => column)),
];

/** `unknown`: those of the named columns that do not exist. */
export const checkColumns = (unknown: readonly string[], settings: SyncSettings): HealthCheck => {
  const named = allNamed(settings);
  if (unknown.length === 0)
    return ok("columns", `All ${namedColumns(settings).length} columns that settings and field mappings name exist.`);
  const namers = (column: string): string =>
    named.flatMap((one) => (one.column === column ? [one.by] : [])).join(" and ");
  return problem(
    "columns",
    `Not in Dynamics 365: ${unknown.map((column) => `${column}, which the ${namers(column)} names`).join("; ")}.`,
    "Correct it there, or create the column; a column is named by its logical name. Everything else is synced meanwhile; cosell_CheckMapping says what becomes of each field mapping.",
  );
};
