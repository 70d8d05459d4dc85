import type { Opportunity } from "../../../../Solution/engine/domain/opportunity/Opportunity";
import type { SyncRecord } from "../../../../Solution/engine/domain/opportunity/SyncRecord";
import { standardFieldMap } from "../../../../Solution/engine/domain/mapping/standardFieldMap";
import type { SyncSettings } from "../../../../Solution/engine/domain/sync/SyncSettings";
import { opportunityId, ownerId } from "./sampleRows";

/** A private deal that lacks nothing. */
export const sampleOpportunity = (changes: Partial<Opportunity> = {}): Opportunity => ({
  id: opportunityId,
  name: "Fabrikam ERP rollout",
  notes: "Replaces the old ERP",
  dealValue: "50000",
  currency: "NOK",
  closeDate: "2027-01-31",
  help: null,
  isVisible: false,
  marketplaceIntent: "no",
  hasConsent: true,
  customer: {
    name: "Fabrikam",
    addressLine1: "1 Main St",
    addressLine2: "",
    city: "Oslo",
    state: "",
    postalCode: "0150",
    country: "NO",
  },
  contact: {
    firstName: "Ada",
    lastName: "Berg",
    email: "ada.berg@fabrikam.example",
    phone: "+4700000000",
    title: "",
  },
  owner: { firstName: "Sam", lastName: "Seller", email: "sam@partner.example", phone: "+4711111111", title: "" },
  solutions: [{ id: "SOL-12345-ABC", name: "Our app" }],
  custom: {},
  ...changes,
});

/** The same deal with Microsoft asked for help. */
export const coSellOpportunity = (changes: Partial<Opportunity> = {}): Opportunity =>
  sampleOpportunity({ help: "proofOfConceptDemo", isVisible: true, ...changes });

export const sampleRecord = (changes: Partial<SyncRecord> = {}): SyncRecord => ({
  table: "opportunity",
  id: opportunityId,
  rowVersion: "1",
  name: "Fabrikam ERP rollout",
  ownerId,
  ownerTable: "systemuser",
  createdOn: "2026-11-01T08:00:00.000Z",
  modifiedOn: "2026-11-01T08:00:00.000Z",
  state: "open",
  isSyncOn: true,
  status: null,
  referralIdentifier: "",
  referralLink: "",
  microsoftCrmIdentifier: "",
  answerDueOn: null,
  audit: "",
  ...changes,
});

export const sampleSettings = (changes: Partial<SyncSettings> = {}): SyncSettings => ({
  outboundEnabled: true,
  inboundEnabled: true,
  syncCosellOnly: false,
  conflictPolicy: "ask",
  dailyCallBudget: 10_000,
  customizeApi: "",
  callersThatNeedPreview: [],
  accountMatch: "name and postal code, DUNS, domain",
  accountNotFound: "create",
  matchBeforeCreate: "attach",
  matchEvidence: 2,
  dunsFieldName: "",
  inboundOwner: "",
  settingProblems: [],
  fieldMap: standardFieldMap,
  constants: {},
  writeCheckMarkIntoName: false,
  dealValueFieldName: "estimatedvalue",
  dealValueCurrencyField: "transactioncurrencyid",
  countryCodeFieldName: "address1_country",
  cloudProfile: "Commercial",
  tenantId: "11111111-1111-4111-8111-111111111111",
  clientId: "22222222-2222-4222-8222-222222222222",
  ...changes,
});
