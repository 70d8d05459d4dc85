import { userLanguage } from "../../tenant/forms/client/app/language";
import type { LoadedControl } from "../../tenant/forms/client/pcf/ControlLibrary";
import { createFormatting } from "../../tenant/forms/client/pcf/formatting";
import type { TableDescription } from "../../tenant/forms/protocol";
import type { ControlState, DataSetState, GalleryControl } from "../states/ControlState";
import { opportunityId, type Row } from "../states/deal";
import { darkTokens } from "./darkTokens";

export interface Stage {
  item: GalleryControl;
  state: ControlState;
  loaded: LoadedControl;
  table: TableDescription;
  isDark: boolean;
  /** Draws the control anew. */
  redraw: () => void;
}

const done = (): undefined => undefined;

/** The platform's context of a control on a form in this state: its real texts and formats, and answers that are prepared. */
export const createStageContext = (stage: Stage): object => {
  const { state, loaded, isDark } = stage;
  const { isReadOnly = false, isOffline = false, recordId = opportunityId } = state;
  return {
    parameters: { ...propertiesOf(stage), ...dataSetsOf(stage) },
    client: { isOffline: () => isOffline, isNetworkAvailable: () => !isOffline },
    events: Object.fromEntries(loaded.manifest.events.map((name) => [name, done])),
    formatting: createFormatting(),
    mode: { isControlDisabled: isReadOnly, isVisible: true, label: "", contextInfo: { entityId: recordId } },
    navigation: { openUrl: done },
    resources: { getString: (key: string) => loaded.strings.get(key) ?? key },
    userSettings: { isRTL: userLanguage().isRtl, languageId: userLanguage().id },
    webAPI: createWebApi(stage),
    ...(isDark && { fluentDesignLanguage: { isDarkTheme: true, tokenTheme: darkTokens } }),
  };
};

const optionsOf = ({ item, table }: Stage, property: string) =>
  (table.table.columns.find(({ logicalName }) => logicalName === item.choices[property])?.options ?? []).map(
    ({ value, label }) => ({ Value: value, Label: label }),
  );

const propertiesOf = (stage: Stage): object =>
  Object.fromEntries(
    Object.entries(stage.state.values).map(([name, raw]) => [
      name,
      { raw, security: stage.state.security?.[name], attributes: { Options: optionsOf(stage, name) } },
    ]),
  );

const recordOf = (row: Row) => ({
  getRecordId: () => String(row["rowId"]),
  getFormattedValue: (name: string) => (typeof row[name] === "string" ? row[name] : ""),
  getValue: (name: string) => row[name] ?? null,
  getNamedReference: () => ({ id: { guid: String(row["rowId"]) }, etn: "", name: "" }),
});

const toDataSet = ({ rows, isLoading = false, error = "", hasNextPage = false }: DataSetState, redraw: () => void) => ({
  loading: isLoading,
  error: error !== "",
  errorMessage: error,
  sortedRecordIds: rows.map((row) => String(row["rowId"])),
  records: Object.fromEntries(rows.map((row) => [String(row["rowId"]), recordOf(row)])),
  paging: { hasNextPage, setPageSize: done, loadNextPage: done },
  refresh: redraw,
  openDatasetItem: done,
});

const dataSetsOf = ({ loaded, state, redraw }: Stage): object => {
  const { dataSet } = state;
  return dataSet ? Object.fromEntries(loaded.manifest.dataSets.map((name) => [name, toDataSet(dataSet, redraw)])) : {};
};

/** What is written shows until the page is left. */
const createWebApi = ({ state }: Stage): object => ({
  retrieveRecord: state.records.retrieveRecord,
  retrieveMultipleRecords: state.records.retrieveMultipleRecords,
  createRecord: async (entityType: string, row: Row) => {
    const id = crypto.randomUUID();
    if (state.dataSet) state.dataSet.rows = [...state.dataSet.rows, { ...row, rowId: id }];
    return { id, entityType };
  },
  deleteRecord: async (entityType: string, id: string) => {
    if (state.dataSet) state.dataSet.rows = state.dataSet.rows.filter((row) => row["rowId"] !== id);
    return { id, entityType };
  },
});
