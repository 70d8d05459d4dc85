import { parseAccountMatch } from "../account/parseAccountMatch";
import { fitText } from "../columns/fitText";
import { parseConflictPolicy, type ConflictPolicy } from "../merge/ConflictPolicy";
import { toCloudProfile } from "../referral/CloudProfile";
import { environmentVariables } from "../schema";
import type { SyncSettings } from "../sync/SyncSettings";
import type { SettingProblem } from "../sync/SettingProblem";
import { parseFlag } from "../values/flagText";

const variables = environmentVariables;

type VariableName = keyof typeof variables;

/** Schema names of all variables that are read here. */
export const variableNames: readonly string[] = Object.values(variables)
  .map(({ schemaName }) => schemaName)
  .filter((name) => name !== variables.partnerCenterClientSecret.schemaName);

/** Texts of environment variables by schema name; null where one has no value. */
export type VariableTexts = Readonly<Record<string, string | null>>;

/** Characters of a value that is told. */
const maxToldChars = 60;

/** Reads one value after the other, and notes those that mean nothing. */
const createReader = (values: VariableTexts) => {
  const problems: SettingProblem[] = [];

  const text = (name: VariableName): string => {
    const { schemaName, defaultValue } = variables[name];
    // An empty value is what is left of one that somebody cleared.
    return values[schemaName]?.trim() || (defaultValue ?? "");
  };

  const note = (name: VariableName, used: string): void => {
    problems.push({ variable: variables[name].displayName, value: fitText(text(name), maxToldChars), used });
  };

  /** The value as `parse` understands it; the default where it is null, which is noted. */
  const parsed = <Value>(name: VariableName, parse: (value: string) => Value | null, otherwise: Value): Value => {
    const value = parse(text(name));
    if (value !== null) return value;
    note(name, `${variables[name].defaultValue ?? "nothing"} is used instead`);
    return otherwise;
  };

  return { problems, text, note, parsed };
};

const parseCount = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);

/** GUIDs in any spelling, lower-case; null where anything is none. */
const parseGuids = (text: string): readonly string[] | null => {
  const words = text
    .toLowerCase()
    .split(/[\s,;{}]+/)
    .filter((word) => word !== "");
  return words.every((word) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(word)) ? words : null;
};

const parseEvidence = (text: string): number | null => (/^[1-5]$/.test(text) ? Number(text) : null);

/** One of these words, in any case. */
const oneOf =
  <Word extends string>(...words: readonly Word[]) =>
  (text: string): Word | null =>
    words.find((word) => word === text.toLowerCase()) ?? null;

/** What environment variables say; the field map is no part of it. */
export type VariableSettings = Omit<SyncSettings, "fieldMap" | "constants">;

/**
 * Settings behind the texts of environment variables. A value that means nothing is never taken for another word: its default
 * counts, and `settingProblems` says so. Only a cloud profile has none, since nothing may be sent to another cloud than was meant.
 */
export const readVariables = (values: VariableTexts): VariableSettings => {
  const { problems, text, note, parsed } = createReader(values);
  const isOn = (name: VariableName): boolean => parsed(name, parseFlag, variables[name].defaultValue === "yes");
  const read: Omit<VariableSettings, "settingProblems"> = {
    outboundEnabled: isOn("outboundEnabled"),
    inboundEnabled: isOn("inboundEnabled"),
    syncCosellOnly: isOn("syncCosellOnly"),
    writeCheckMarkIntoName: isOn("writeCheckMarkIntoName"),
    conflictPolicy: parsed<ConflictPolicy>("conflictPolicy", parseConflictPolicy, "ask"),
    dailyCallBudget: parsed("dailyCallBudget", parseCount, Number(variables.dailyCallBudget.defaultValue)),
    accountMatch: text("accountMatch"),
    accountNotFound: parsed("accountNotFound", oneOf("ask", "create"), "create"),
    matchBeforeCreate: parsed("matchBeforeCreate", oneOf("off", "propose", "attach"), "attach"),
    matchEvidence: parsed("matchEvidence", parseEvidence, Number(variables.matchEvidence.defaultValue)),
    dealValueFieldName: text("dealValueFieldName").toLowerCase(),
    dealValueCurrencyField: text("dealValueCurrencyField").toLowerCase(),
    countryCodeFieldName: text("countryCodeFieldName").toLowerCase(),
    dunsFieldName: text("dunsFieldName").toLowerCase(),
    cloudProfile: text("partnerCenterCloudProfile"),
    tenantId: text("partnerCenterTenantId"),
    clientId: text("partnerCenterClientId"),
    customizeApi: text("customizeApi"),
    callersThatNeedPreview: parsed("callersThatNeedPreview", parseGuids, []),
    inboundOwner: text("inboundOwner"),
  };
  isOn("displayCheckMark");
  const { unknown } = parseAccountMatch(read.accountMatch);
  if (unknown.length > 0) note("accountMatch", `${unknown.join(", ")} is left out`);
  if (toCloudProfile(read.cloudProfile) === null)
    note("partnerCenterCloudProfile", "nothing is sent before it is Commercial");
  return { ...read, settingProblems: problems };
};
