import { environmentVariables } from "../../domain/schema";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { Settings } from "../../ports/Settings";
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
} as const satisfies Readonly<Record<keyof SyncSettings, { schemaName: string; defaultValue: string | null }>>;

const isYes = (text: string): boolean => ["yes", "true", "1"].includes(text.toLowerCase());

const read = async (host: Host): Promise<SyncSettings> => {
  const names = Object.values(variables).map(({ schemaName }) => schemaName);
  const { values } = await host.demand<{ values: Record<string, string | null> }>("env.get", { names });
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
  };
};

/** Settings from environment variables, remembered in the host's process. */
export const createHostSettings = (host: Host, memo: Memo): Settings => {
  const current = async (): Promise<SyncSettings> => {
    const settings = await read(host);
    await memo.put(memoKey, JSON.stringify(settings), rememberMs);
    return settings;
  };
  return {
    current,
    remembered: async () => {
      const text = await memo.get(memoKey);
      return text === null ? current() : (JSON.parse(text) as SyncSettings);
    },
  };
};
