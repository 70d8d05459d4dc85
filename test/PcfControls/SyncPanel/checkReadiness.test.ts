import { choices } from "../../../Solution/engine/domain/schema";
import { checkReadiness } from "../../../PcfControls/SyncPanel/checkReadiness";
import type { OpportunityValues } from "../../../PcfControls/SyncPanel/PanelProps";
import { noLink } from "../../../PcfControls/shared/deal/readLink";
import type { SharingFacts } from "../../../PcfControls/SyncPanel/SharingFacts";
import type { FactsState } from "../../../PcfControls/shared/deal/useFacts";

const opportunity: OpportunityValues = {
  id: "1",
  name: "✔ Fleet renewal",
  dealValue: 125000.5,
  closeDate: new Date("2027-03-31T00:00:00Z"),
  customer: { id: "2", name: "Contoso" },
  contact: { id: "3", name: "Ana" },
  howCanMicrosoftHelp: choices.howCanMicrosoftHelp.quotesAndLicensing,
  referralVisibility: choices.referralVisibility.visible,
  customerMarketplaceIntent: choices.customerMarketplaceIntent.yes,
  hasConsent: true,
  isSyncOn: true,
};

const euro = { code: "EUR", symbol: "€", precision: 2 };

const facts: SharingFacts = {
  customer: { name: "Contoso", addressLine1: "", addressLine2: "", city: "", state: "", postalCode: "", country: "DE" },
  contact: { firstName: "Ana", lastName: "Bowman", email: "ana@contoso.example", phone: "1", title: "" },
  solutions: [{ id: "S-1", name: "Fleet Insights" }],
  saved: { currency: euro, dealValue: undefined, isOpen: true, notes: "", customer: null, isValueMissing: false },
  columns: { dealValue: "estimatedvalue", currency: "transactioncurrencyid", country: "address1_country" },
  missingColumns: [],
  settings: {
    columns: {
      dealValueFieldName: "estimatedvalue",
      dealValueCurrencyField: "transactioncurrencyid",
      countryCodeFieldName: "address1_country",
    },
    outboundEnabled: true,
    findings: [],
  },
  link: noLink,
  conflicts: [],
};

const now = new Date("2026-11-22T12:00:00Z");

const codes = (
  form: Partial<OpportunityValues> = {},
  beside: Partial<SharingFacts> = {},
  { isShared = false } = {},
): string[] => {
  const state = { kind: "read", facts: { ...facts, ...beside } } as const;
  const readiness = checkReadiness({ opportunity: { ...opportunity, ...form }, isShared, state, now });
  return readiness.kind === "known" ? readiness.findings.map(({ code }) => code) : [readiness.kind];
};

it("finds nothing missing on a complete form", () => {
  expect(codes()).toEqual([]);
});

it.each<[string, Partial<OpportunityValues>, Partial<SharingFacts>]>([
  ["nameMissing", { name: "✔ " }, {}],
  ["customerMissing", {}, { customer: null }],
  ["countryCodeMissing", {}, { customer: { ...(facts.customer as NonNullable<typeof facts.customer>), country: "" } }],
  ["contactMissing", {}, { contact: null }],
  ["dealValueMissing", { dealValue: null }, {}],
  ["closeDateMissing", { closeDate: null }, {}],
  ["closeDatePast", { closeDate: new Date("2026-11-20T00:00:00Z") }, {}],
  ["solutionMissing", {}, { solutions: [] }],
  ["consentMissing", { hasConsent: false }, {}],
  ["helpNeedsVisibility", { referralVisibility: choices.referralVisibility.private }, {}],
  ["marketplaceIntentMissing", { customerMarketplaceIntent: null }, {}],
  ["currencyMissing", {}, { saved: { ...facts.saved, currency: { ...euro, code: "" } } }],
  ["opportunityClosed", {}, { saved: { ...facts.saved, isOpen: false } }],
])("finds %s, as the server would", (code, form, beside) => {
  expect(codes(form, beside)).toEqual([code]);
});

it("does not take what is not known for missing", () => {
  expect(codes({}, { saved: { ...facts.saved, currency: null } })).toEqual([]);
});

it("judges the saved value of the column that the setting names", () => {
  expect(codes({ dealValue: null }, { saved: { ...facts.saved, dealValue: 7 } })).toEqual([]);
  expect(codes({ dealValue: 7 }, { saved: { ...facts.saved, dealValue: null } })).toEqual(["dealValueMissing"]);
});

it("leads to the column that the setting names", () => {
  const columns = { ...facts.columns, dealValue: "budgetamount" };
  const state = { kind: "read", facts: { ...facts, columns, saved: { ...facts.saved, dealValue: null } } } as const;
  const readiness = checkReadiness({ opportunity, isShared: false, state, now });
  expect(readiness).toMatchObject({
    findings: [{ column: "budgetamount", fix: "Type it in the column “budgetamount”." }],
  });
});

it.each(["2026-11-21T23:00:00Z", "2026-11-22T00:00:00Z", "2026-11-22T11:00:00Z"])(
  "takes midnight of any user's zone as the day the seller chose (%s)",
  (moment) => {
    expect(codes({ closeDate: new Date(moment) })).toEqual([]);
  },
);

it("warns that what Microsoft has seen stays visible", () => {
  const form = { referralVisibility: choices.referralVisibility.private, howCanMicrosoftHelp: null };
  const link = { ...facts.link, isVisible: true };
  expect(codes(form, { link }, { isShared: true })).toEqual(["visibilityIsFinal"]);
});

it("claims nothing while the facts are read, or when they could not be", () => {
  const check = (state: FactsState<SharingFacts>) => checkReadiness({ opportunity, isShared: false, state, now });
  expect(check({ kind: "reading", facts: null })).toEqual({ kind: "checking" });
  expect(check({ kind: "failed", facts: null, lacksRole: true })).toEqual({ kind: "unknown", lacksRole: true });
});
