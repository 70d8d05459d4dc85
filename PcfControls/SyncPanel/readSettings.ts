import { describeMissingColumns, type ColumnSetting } from "../../Solution/engine/domain/settings/missingColumns";
import { readVariables } from "../../Solution/engine/domain/settings/readVariables";
import { settingFindings } from "../../Solution/engine/domain/settings/settingFindings";
import { environmentVariables } from "../../Solution/engine/domain/schema";
import { toFinding, type Finding } from "../../Solution/engine/domain/validation/Finding";
import type { DataverseRecord, RecordSource } from "../shared/deal/RecordSource";

/** Which columns hold country, value and currency. */
export type ColumnSettings = Record<ColumnSetting, string>;

export interface PanelSettings {
  columns: ColumnSettings;
  outboundEnabled: boolean;
  /** What a seller should know of the company's settings. */
  findings: readonly Finding[];
}

const names = [
  "countryCodeFieldName",
  "dealValueFieldName",
  "dealValueCurrencyField",
  "outboundEnabled",
  "inboundEnabled",
  "conflictPolicy",
  "dailyCallBudget",
  "writeCheckMarkIntoName",
] as const;

const valuesRelation = "environmentvariabledefinition_environmentvariablevalue";

const query = [
  "?$select=schemaname,defaultvalue",
  `$filter=${names.map((name) => `schemaname eq '${environmentVariables[name].schemaName}'`).join(" or ")}`,
  `$expand=${valuesRelation}($select=value)`,
].join("&");

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

const valueOf = (definition: DataverseRecord): string => {
  const values = definition[valuesRelation] as DataverseRecord[] | undefined;
  return toText(values?.[0]?.["value"]) || toText(definition["defaultvalue"]);
};

/** The settings' current values; their defaults where the user may not read settings. */
export const readSettings = async (records: RecordSource): Promise<PanelSettings> => {
  const rows = await records.retrieveMultipleRecords("environmentvariabledefinition", query).then(
    ({ entities }) => entities,
    () => [],
  );
  const texts = Object.fromEntries(rows.map((row) => [toText(row["schemaname"]), valueOf(row)]));
  const settings = readVariables(texts);
  const { countryCodeFieldName, dealValueFieldName, dealValueCurrencyField, outboundEnabled } = settings;
  return {
    columns: { countryCodeFieldName, dealValueFieldName, dealValueCurrencyField },
    outboundEnabled,
    findings: settingFindings(settings),
  };
};

/** What stands for a column that a setting names and that does not exist; none where all do. */
export const toMissingColumns = (missing: readonly string[], columns: ColumnSettings): Finding[] =>
  missing.length === 0
    ? []
    : [toFinding("settingColumnMissing", { details: describeMissingColumns(missing, columns) })];
