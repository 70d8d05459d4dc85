import type { Outcome } from "../../domain/failure/Outcome";
import type { FieldMappingRow } from "../../domain/fieldMapping/FieldMappingRow";
import { readFieldMap } from "../../domain/fieldMapping/readFieldMap";
import { standardFieldMap } from "../../domain/mapping/standardFieldMap";
import { parseConflictPolicy } from "../../domain/merge/ConflictPolicy";
import { environmentVariables } from "../../domain/schema";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import { rememberLatest } from "../../domain/values/rememberLatest";
import type { Settings } from "../../ports/Settings";
import { SettingsUnreadable } from "../../ports/SettingsUnreadable";
import type { Host } from "./Host";
import type { Memo } from "./Memo";

const memoKey = "settings";
const rememberMs = 60_000;

const variables = {
  outboundEnabled: environmentVariables.outboundEnabled,
  writeCheckMarkIntoName: environmentVariables.writeCheckMarkIntoName,
  dealValueFieldName: environmentVariables.dealValueFieldName,
  dealValueCurrencyField: environmentVariables.dealValueCurrencyField,
  countryCodeFieldName: environmentVariables.countryCodeFieldName,
  cloudProfile: environmentVariables.partnerCenterCloudProfile,
  tenantId: environmentVariables.partnerCenterTenantId,
  clientId: environmentVariables.partnerCenterClientId,
  inboundEnabled: environmentVariables.inboundEnabled,
  syncCosellOnly: environmentVariables.syncCosellOnly,
  conflictPolicy: environmentVariables.conflictPolicy,
  dailyCallBudget: environmentVariables.dailyCallBudget,
  customizeApi: environmentVariables.customizeApi,
  accountMatch: { schemaName: "cosell_AccountMatch", defaultValue: "name and postal code, DUNS, domain" },
  accountNotFound: { schemaName: "cosell_AccountNotFound", defaultValue: "create" },
  dunsFieldName: { schemaName: "cosell_DunsFieldName", defaultValue: null },
  inboundOwner: { schemaName: "cosell_InboundOwner", defaultValue: null },
} as const satisfies Readonly<
  Record<Exclude<keyof SyncSettings, "fieldMap" | "constants">, { schemaName: string; defaultValue: string | null }>
>;

const isYes = (text: string): boolean => ["yes", "true", "1"].includes(text.toLowerCase());

/** A whole number from nought on; what is none counts as the default. */
const toCount = (text: string, otherwise: number): number => (/^\d{1,9}$/.test(text) ? Number(text) : otherwise);

/** The rows of the field map, a minute old at most. */
export type RememberedRows = () => Promise<Outcome<readonly FieldMappingRow[]>>;

const readRows = rememberLatest((rows: readonly FieldMappingRow[]) => readFieldMap(rows, standardFieldMap));

const readMap = async (remembered: RememberedRows): Promise<Pick<SyncSettings, "fieldMap" | "constants">> => {
  const rows = await remembered();
  if (rows.kind === "failed") throw new SettingsUnreadable(rows.failure);
  const { fieldMap, constants } = readRows(rows.value);
  return { fieldMap, constants };
};

/** Texts of environment variables by schema name; null where one has no value. */
type VariableTexts = Readonly<Record<string, string | null>>;

const toSettings = (values: VariableTexts): Omit<SyncSettings, "fieldMap" | "constants"> => {
  const text = (setting: keyof typeof variables): string => {
    const { schemaName, defaultValue } = variables[setting];
    // An empty value is what is left of one that somebody cleared.
    return values[schemaName]?.trim() || (defaultValue ?? "");
  };
  return {
    outboundEnabled: isYes(text("outboundEnabled")),
    writeCheckMarkIntoName: isYes(text("writeCheckMarkIntoName")),
    dealValueFieldName: text("dealValueFieldName").toLowerCase(),
    dealValueCurrencyField: text("dealValueCurrencyField").toLowerCase(),
    countryCodeFieldName: text("countryCodeFieldName").toLowerCase(),
    cloudProfile: text("cloudProfile"),
    tenantId: text("tenantId"),
    clientId: text("clientId"),
    inboundEnabled: isYes(text("inboundEnabled")),
    syncCosellOnly: isYes(text("syncCosellOnly")),
    conflictPolicy: parseConflictPolicy(text("conflictPolicy")),
    dailyCallBudget: toCount(text("dailyCallBudget"), Number(variables.dailyCallBudget.defaultValue)),
    customizeApi: text("customizeApi"),
    accountMatch: text("accountMatch"),
    accountNotFound: text("accountNotFound").toLowerCase() === "ask" ? "ask" : "create",
    dunsFieldName: text("dunsFieldName").toLowerCase(),
    inboundOwner: text("inboundOwner"),
  };
};

/** Settings from environment variables and the field map, remembered in the host's process. */
export const createHostSettings = (host: Host, memo: Memo, rememberedRows: RememberedRows): Settings => {
  const names = Object.values(variables).map(({ schemaName }) => schemaName);
  const withMap = async (values: VariableTexts): Promise<SyncSettings> => ({
    ...toSettings(values),
    ...(await readMap(rememberedRows)),
  });
  const current = async (): Promise<SyncSettings> => {
    const { values } = await host.demand<{ values: VariableTexts }>("env.get", { names });
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
