import type { Outcome } from "../../domain/failure/Outcome";
import type { FieldMappingRow } from "../../domain/fieldMapping/FieldMappingRow";
import { readFieldMap } from "../../domain/fieldMapping/readFieldMap";
import { standardFieldMap } from "../../domain/mapping/standardFieldMap";
import { readVariables, variableNames, type VariableTexts } from "../../domain/settings/readVariables";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import { rememberLatest } from "../../domain/values/rememberLatest";
import type { Settings } from "../../ports/Settings";
import { SettingsUnreadable } from "../../ports/SettingsUnreadable";
import type { Host } from "./Host";
import type { Memo } from "./Memo";

const memoKey = "settings";
const rememberMs = 60_000;

/** The rows of the field map, a minute old at most. */
export type RememberedRows = () => Promise<Outcome<readonly FieldMappingRow[]>>;

const readRows = rememberLatest((rows: readonly FieldMappingRow[]) => readFieldMap(rows, standardFieldMap));

const readMap = async (remembered: RememberedRows): Promise<Pick<SyncSettings, "fieldMap" | "constants">> => {
  const rows = await remembered();
  if (rows.kind === "failed") throw new SettingsUnreadable(rows.failure);
  const { fieldMap, constants } = readRows(rows.value);
  return { fieldMap, constants };
};

/** Settings from environment variables and the field map, remembered in the host's process. */
export const createHostSettings = (host: Host, memo: Memo, rememberedRows: RememberedRows): Settings => {
  const withMap = async (values: VariableTexts): Promise<SyncSettings> => ({
    ...readVariables(values),
    ...(await readMap(rememberedRows)),
  });
  const current = async (): Promise<SyncSettings> => {
    const { values } = await host.demand<{ values: VariableTexts }>("env.get", { names: [...variableNames] });
    const settings = await withMap(values);
    await memo.put(memoKey, JSON.stringify(values), rememberMs);
    return settings;
  };
  return {
    current,
    remembered: async () => {
      const text = await memo.get(memoKey);
      return text === null ? current() : withMap(JSON.parse(text) as VariableTexts);
    },
  };
};
