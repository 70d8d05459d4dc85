import { choices, columns, tables } from "../../../Solution/engine/domain/schema";

/** A row as the Web API gives it. */
export type Row = Record<string, unknown>;

/** Values of a control's properties by manifest name. */
export type Values = Record<string, unknown>;

export const opportunityId = "11111111-1111-1111-1111-111111111111";
export const accountId = "22222222-2222-2222-2222-222222222222";
export const contactId = "33333333-3333-3333-3333-333333333333";
export const referralIdentifier = "0d3e8f9c-7a31-4b5e-9c1f-2f4a7b8c9d0e";
export const referralLink = "https://partner.microsoft.com/dashboard/referrals/v2/leads/details/0d3e8f9c";

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

/** What both sides agree on in a link of an opportunity with `completeValues`. */
export const agreedValues: Row = {
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
export const linkRow = (memory: Record<string, unknown>, row: Row = {}): Row => ({
  ...row,
  [columns.link.lastAgreedValues]: JSON.stringify({ values: agreedValues, ...memory }),
});

const createRows = () => ({
  account: {
    name: "Contoso Logistics",
    address1_line1: "Hauptstr. 1",
    address1_city: "München",
    address1_postalcode: "80331",
    address1_country: "DE",
  } as Row,
  contact: {
    firstname: "Ana",
    lastname: "Bowman",
    emailaddress1: "ana@contoso.example",
    telephone1: "+49 89 1",
  } as Row,
  opportunity: {
    statecode: 0,
    description: "Replaces the routing of 40 vans.",
    transactioncurrencyid: { isocurrencycode: "EUR", currencysymbol: "€", currencyprecision: 2 },
  } as Row,
  lead: { transactioncurrencyid: { isocurrencycode: "EUR", currencysymbol: "€", currencyprecision: 2 } } as Row,
  [tables.partnerCenterSolution.logicalName]: [
    { [columns.partnerCenterSolution.solutionId]: "S-1", [columns.partnerCenterSolution.name]: "Fleet Insights" },
  ] as Row[],
  [tables.solutionDetail.logicalName]: [] as Row[],
  [tables.link.logicalName]: [] as Row[],
  [tables.conflict.logicalName]: [] as Row[],
  environmentvariabledefinition: [] as Row[],
});

/** A server that holds one opportunity with its account, contact, solutions and link. */
export class DealRecords {
  readonly rows = createRows();
  /** What was asked, as table and query. */
  readonly requests: string[] = [];
  isFailing = false;
  /** Whoever asks may read no table of the connector. */
  isForbidden = false;
  /** Nothing is answered. */
  isSilent = false;
  /** Columns that no table has. */
  missing: string[] = [];

  retrieveRecord = (table: string, id: string, query: string): Promise<Row> =>
    this.answer(table, `(${id})${query}`, this.rows[table as "account"]);

  retrieveMultipleRecords = (table: string, query: string): Promise<{ entities: Row[] }> =>
    this.answer(table, query, { entities: this.rows[table as "cosell_link"] });

  private async answer<Value>(table: string, query: string, value: Value): Promise<Value> {
    this.requests.push(`${table}${query}`);
    if (this.isSilent) return new Promise(() => undefined);
    if (this.isFailing) throw new Error("0x80040220");
    if (this.isForbidden && table.startsWith("cosell_")) throw new Error(`missing prvRead${table} privilege`);
    if (this.missing.some((column) => query.includes(column))) throw new Error("0x80060888");
    return value;
  }
}
