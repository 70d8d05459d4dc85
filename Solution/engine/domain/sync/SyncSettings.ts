import type { ConflictPolicy } from "../merge/ConflictPolicy";
import type { FieldMap } from "../mapping/fieldMap";
import type { SettingProblem } from "./SettingProblem";
import type { JsonObject } from "../values/Json";
import type { NamedColumns } from "../validation/ReferralDraft";
import { sameJson } from "../values/sameJson";

/** What administrators set: environment variables and the field map. */
export type SyncSettings = {
  /** Kill switch: nothing leaves while it is off. */
  outboundEnabled: boolean;
  /** Kill switch: nothing of Partner Center comes in while it is off. */
  inboundEnabled: boolean;
  /** Leads stay away; without effect on what goes out. */
  syncCosellOnly: boolean;
  /** For fields without a policy of their own. */
  conflictPolicy: ConflictPolicy;
  /** Requests to Partner Center in a day, in UTC. */
  dailyCallBudget: number;
  /** Unique name of the company's own custom API; empty where there is none. */
  customizeApi: string;
  /** How an account is matched, in words; see `parseAccountMatch`. */
  accountMatch: string;
  accountNotFound: "create" | "ask";
  /** Whether a referral is held against open records before one is made, and whether a certain one takes it. */
  matchBeforeCreate: "off" | "propose" | "attach";
  /** How many kinds of evidence beside the customer make a record likely. */
  matchEvidence: number;
  /** Column of the account that holds its DUNS number; empty where there is none. */
  dunsFieldName: string;
  /** Lower-case GUIDs of users who write nothing but what was approved after a preview. */
  callersThatNeedPreview: readonly string[];
  /** E-mail address of the owner of inbound records; empty: the user of the flow. */
  inboundOwner: string;
  fieldMap: FieldMap;
  /** What records that the connector makes start with, by column path; typed as `readConstantRow` tells. */
  constants: JsonObject;
  writeCheckMarkIntoName: boolean;
  dealValueFieldName: string;
  dealValueCurrencyField: string;
  countryCodeFieldName: string;
  cloudProfile: string;
  tenantId: string;
  clientId: string;
  /** Environment variables whose values mean nothing, and what counts in their place. */
  settingProblems: readonly SettingProblem[];
};

/** The columns that settings name for values which sellers type. */
export const namedColumnsOf = (settings: SyncSettings): NamedColumns => ({
  dealValue: settings.dealValueFieldName,
  currency: settings.dealValueCurrencyField,
  country: settings.countryCodeFieldName,
});

/** Whether a load with the one would read the same columns as with the other. */
export const readSameColumns = (left: SyncSettings, right: SyncSettings): boolean =>
  left.dealValueFieldName === right.dealValueFieldName &&
  left.dealValueCurrencyField === right.dealValueCurrencyField &&
  left.countryCodeFieldName === right.countryCodeFieldName &&
  sameJson(left.fieldMap, right.fieldMap);
