import { failureWithDetail, type Failure } from "../failure/Failure";
import { environmentVariables } from "../schema";
import type { SyncSettings } from "../sync/SyncSettings";

/** Settings that name a column without which no record can be compared, and where that column is. */
const named = [
  ["dealValueFieldName", "opportunity"],
  ["dealValueCurrencyField", "opportunity"],
  ["countryCodeFieldName", "account"],
] as const;

export type ColumnSetting = (typeof named)[number][0];

/** The columns that settings name for every opportunity, as paths: of the opportunity plain, else with the table before. */
export const columnsOfSettings = (settings: Pick<SyncSettings, ColumnSetting>): string[] =>
  named.map(([setting, table]) => (table === "opportunity" ? settings[setting] : `${table}.${settings[setting]}`));

/** Which settings name a missing column, in words for whoever corrects them; empty where none does. */
export const describeMissingColumns = (
  missing: readonly string[],
  settings: Pick<SyncSettings, ColumnSetting>,
): string =>
  named
    .filter((_setting, at) => missing.includes(columnsOfSettings(settings)[at] ?? ""))
    .map(
      ([setting, table]) =>
        `The environment variable ${environmentVariables[setting].displayName} says “${settings[setting]}”, which is no column of ${table}.`,
    )
    .join(" ");

/** Why a record cannot be read: the setting by name. */
export const toMissingColumnsFailure = (
  missing: readonly string[],
  settings: Pick<SyncSettings, ColumnSetting>,
): Failure => {
  const reason = describeMissingColumns(missing, settings);
  return { ...failureWithDetail("dataverse.columnUnknown", reason), about: { reason, label: "", column: "" } };
};
