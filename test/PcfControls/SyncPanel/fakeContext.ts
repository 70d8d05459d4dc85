import { choices, columns, tables } from "../../../Solution/engine/domain/schema";
import type { PanelContext, PanelEvents } from "../../../PcfControls/SyncPanel/PanelContext";
import type { DataverseRecord } from "../../../PcfControls/shared/deal/RecordSource";
import { toResources } from "../readResx";

export const opportunityId = "11111111-1111-1111-1111-111111111111";
export const accountId = "22222222-2222-2222-2222-222222222222";
export const contactId = "33333333-3333-3333-3333-333333333333";
export const referralIdentifier = "0d3e8f9c-7a31-4b5e-9c1f-2f4a7b8c9d0e";
export const referralLink = "https://partner.microsoft.com/dashboard/referrals/v2/leads/details/0d3e8f9c";

/** Values of the panel's properties by manifest name. */
export type Values = Record<string, unknown>;

/** Properties of an opportunity that lacks nothing and was never sent. */
export const completeValues: Values = {
  syncStatus: choices.syncStatus.notShared,
  syncWithPartnerCenter: true,
  howCanMicrosoftHelp: choices.howCanMicrosoftHelp.quotesAndLicensing,
  referralVisibility: choices.referralVisibility.visible,
  customerConsent: true,
  customerMarketplaceIntent: choices.customerMarketplaceIntent.yes,
  opportunityName: "Fleet renewal",
  dealValue: 125000,
  closeDate: new Date("2099-03-31T00:00:00Z"),
  customer: [{ id: `{${accountId.toUpperCase()}}`, name: "Contoso Logistics", entityType: "account" }],
  contact: [{ id: contactId, name: "Ana Bowman", entityType: "contact" }],
  referralIdentifier: null,
  referralLink: null,
  lastSyncedOn: null,
  audit: null,
};

/** What a sync leaves on the opportunity. */
export const syncedValues: Values = {
  ...completeValues,
  syncStatus: choices.syncStatus.inSync,
  referralIdentifier,
  referralLink,
  lastSyncedOn: new Date("2026-11-22T20:00:00Z"),
  audit: "2026-11-22 20:00:00Z ✔ Sent",
};

/** A server that holds one opportunity with its account, contact, solutions and link. */
export const createFakeRecords = () => {
  const requests: string[] = [];
  const rows = {
    account: {
      name: "Contoso Logistics",
      address1_line1: "Hauptstr. 1",
      address1_city: "München",
      address1_postalcode: "80331",
      address1_country: "DE",
    } as DataverseRecord,
    contact: {
      firstname: "Ana",
      lastname: "Bowman",
      emailaddress1: "ana@contoso.example",
      telephone1: "+49 89 1",
    } as DataverseRecord,
    opportunity: {
      statecode: 0,
      description: "Replaces the routing of 40 vans.",
      transactioncurrencyid: { isocurrencycode: "EUR", currencysymbol: "€", currencyprecision: 2 },
    } as DataverseRecord,
    [tables.partnerCenterSolution.logicalName]: [
      { [columns.partnerCenterSolution.solutionId]: "S-1", [columns.partnerCenterSolution.name]: "Fleet Insights" },
    ] as DataverseRecord[],
    [tables.link.logicalName]: [] as DataverseRecord[],
    [tables.conflict.logicalName]: [] as DataverseRecord[],
    environmentvariabledefinition: [] as DataverseRecord[],
  };
  /** `missing`: columns that no table has. */
  const server = { rows, requests, isFailing: false, missing: [] as string[] };
  const answer = async <Value>(table: string, query: string, value: unknown): Promise<Value> => {
    requests.push(`${table}${query}`);
    if (server.isFailing) throw new Error("0x80040220");
    if (server.missing.some((column) => query.includes(column))) throw new Error("0x80060888");
    return value as Value;
  };
  return Object.assign(server, {
    retrieveRecord: (table: string, id: string, query: string) =>
      answer<DataverseRecord>(table, `(${id})${query}`, rows[table as "account"]),
    retrieveMultipleRecords: (table: string, query: string) =>
      answer<{ entities: DataverseRecord[] }>(table, query, { entities: rows[table as "cosell_link"] }),
  });
};

const { howCanMicrosoftHelp, referralVisibility, customerMarketplaceIntent } = choices;

/** Labels of choices, as the form has them. */
const optionsOf: Readonly<Record<string, { Value: number; Label: string }[]>> = {
  howCanMicrosoftHelp: [{ Value: howCanMicrosoftHelp.quotesAndLicensing, Label: "Quotes and licensing" }],
  referralVisibility: [
    { Value: referralVisibility.private, Label: "Private" },
    { Value: referralVisibility.visible, Label: "Visible" },
  ],
  customerMarketplaceIntent: [{ Value: customerMarketplaceIntent.yes, Label: "Yes" }],
};

/** What both sides agree on in a link of an opportunity with `completeValues`. */
export const agreedValues: DataverseRecord = {
  "/name": "Fleet renewal",
  "/details/dealValue": 125000,
  "/details/currency": "EUR",
  "/details/closingDateTime": "2099-03-31T00:00:00Z",
  "/details/notes": "Replaces the routing of 40 vans.",
  "/details/requirements/solutions": [{ id: "S-1", type: "Name", name: "Fleet Insights" }],
  "/details/requirements/additionalRequirements/attributes/CustomerMarketplaceIntent": "Yes",
  "/consent/consentToShareReferralWithMicrosoftSellers": true,
  "/inviteContext/assistanceRequestCode": "QuotesOrLicensing",
  "/customerProfile/name": "Contoso Logistics",
  "/customerProfile/address/addressLine1": "Hauptstr. 1",
  "/customerProfile/address/city": "München",
  "/customerProfile/address/postalCode": "80331",
  "/customerProfile/address/country": "DE",
  "/customerProfile/team": [
    { firstName: "Ana", lastName: "Bowman", email: "ana@contoso.example", phoneNumber: "+49 89 1" },
  ],
};

/** A link row with this memory. */
export const linkRow = (memory: Record<string, unknown>, row: DataverseRecord = {}): DataverseRecord => ({
  ...row,
  [columns.link.lastAgreedValues]: JSON.stringify({ values: agreedValues, ...memory }),
});

export interface ContextOptions {
  values?: Values;
  id?: string | null;
  isReadOnly?: boolean;
  isOffline?: boolean;
  isRtl?: boolean;
  events?: PanelEvents;
  records?: ReturnType<typeof createFakeRecords>;
  /** Column security by property. */
  security?: Record<string, { readable: boolean; editable: boolean }>;
}

/** The platform's context of the panel on a form. */
export const createFakeContext = (options: ContextOptions = {}) => {
  const opened: string[] = [];
  const values = options.values ?? completeValues;
  const parameters = Object.fromEntries(
    Object.entries(values).map(([name, raw]) => [
      name,
      { raw, security: options.security?.[name], attributes: { Options: optionsOf[name] ?? [] } },
    ]),
  );
  const context = {
    parameters,
    client: { isOffline: () => options.isOffline ?? false, isNetworkAvailable: () => true },
    events: options.events ?? {},
    formatting: {
      formatCurrency: (value: number, precision = 2, symbol = "$") => `${symbol} ${value.toFixed(precision)}`,
      formatDecimal: (value: number, precision = 2) => value.toFixed(precision),
      formatDateShort: (moment: Date, includeTime?: boolean) =>
        includeTime ? moment.toISOString() : moment.toISOString().slice(0, 10),
    },
    mode: {
      isControlDisabled: options.isReadOnly ?? false,
      contextInfo: { entityId: options.id === undefined ? opportunityId : options.id },
    },
    navigation: { openUrl: (url: string) => opened.push(url) },
    resources: toResources("SyncPanel"),
    userSettings: { isRTL: options.isRtl ?? false, languageId: 1033 },
    webAPI: options.records ?? createFakeRecords(),
  };
  return { context: context as unknown as PanelContext, opened };
};
