import { environmentVariables } from "../../Solution/engine/domain/schema";
import type { DataverseRecord, RecordSource } from "./RecordSource";

const names = ["countryCodeFieldName", "dealValueFieldName", "dealValueCurrencyField"] as const;

/** Which columns hold country, value and currency. */
export type ColumnSettings = Record<(typeof names)[number], string>;

const valuesRelation = "environmentvariabledefinition_environmentvariablevalue";

const query = [
  "?$select=schemaname,defaultvalue",
  `$filter=${names.map((name) => `schemaname eq '${environmentVariables[name].schemaName}'`).join(" or ")}`,
  `$expand=${valuesRelation}($select=value)`,
].join("&");

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

const valueOf = (definition: DataverseRecord | undefined): string => {
  const values = definition?.[valuesRelation] as DataverseRecord[] | undefined;
  return toText(values?.[0]?.["value"]) || toText(definition?.["defaultvalue"]);
};

/** The settings' current values; their defaults where the user may not read settings. */
export const readSettings = async (records: RecordSource): Promise<ColumnSettings> => {
  const rows = await records.retrieveMultipleRecords("environmentvariabledefinition", query).then(
    ({ entities }) => entities,
    () => [],
  );
  const settingOf = (name: (typeof names)[number]): string => {
    const { schemaName, defaultValue } = environmentVariables[name];
    return valueOf(rows.find((row) => row["schemaname"] === schemaName)) || defaultValue;
  };
  return {
    countryCodeFieldName: settingOf("countryCodeFieldName"),
    dealValueFieldName: settingOf("dealValueFieldName"),
    dealValueCurrencyField: settingOf("dealValueCurrencyField"),
  };
};
