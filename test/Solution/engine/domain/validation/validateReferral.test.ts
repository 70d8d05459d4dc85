import { findingKinds } from "../../../../../Solution/engine/domain/validation/findingKinds";
import type { Opportunity } from "../../../../../Solution/engine/domain/opportunity/Opportunity";
import type { ReferralDraft } from "../../../../../Solution/engine/domain/validation/ReferralDraft";
import { validateReferral } from "../../../../../Solution/engine/domain/validation/validateReferral";
import { sampleOpportunity } from "../../support/sampleOpportunity";

const draft = (changes: Partial<Opportunity> = {}, rest: Partial<ReferralDraft> = {}): ReferralDraft => ({
  opportunity: sampleOpportunity(changes),
  isOpen: true,
  today: "2026-11-22",
  shared: null,
  ...rest,
});

const codes = (of: ReferralDraft): string[] => validateReferral(of).map(({ code }) => code);

const { customer, contact, owner } = sampleOpportunity();
const shared = { isVisible: false, fixed: [] };

test("a deal that lacks nothing has no findings", () => {
  expect(codes(draft())).toEqual([]);
});

test.each<[string, ReferralDraft, string]>([
  ["no topic", draft({ name: "" }), "nameMissing"],
  ["closed before it was shared", draft({}, { isOpen: false }), "opportunityClosed"],
  ["no account", draft({ customer: null }), "customerMissing"],
  ["an account without name", draft({ customer: customer && { ...customer, name: "" } }), "customerNameMissing"],
  ["no country", draft({ customer: customer && { ...customer, country: "" } }), "countryCodeMissing"],
  [
    "a country's name at home",
    draft({ customer: customer && { ...customer, country: "Norge" } }),
    "countryCodeInvalid",
  ],
  ["help without contact", draft({ help: "generalOrOther", isVisible: true, contact: null }), "contactMissing"],
  [
    "help with half a contact",
    draft({ help: "generalOrOther", isVisible: true, contact: contact && { ...contact, phone: "" } }),
    "contactIncomplete",
  ],
  ["help without visibility", draft({ help: "generalOrOther" }), "helpNeedsVisibility"],
  ["an owner without phone", draft({ owner: owner && { ...owner, phone: "" } }), "ownerIncomplete"],
  ["a team as owner", draft({ owner: null }), "ownerIncomplete"],
  ["no value", draft({ dealValue: null }), "dealValueMissing"],
  ["a negative value", draft({ dealValue: "-1" }), "dealValueNegative"],
  ["more digits than are kept", draft({ dealValue: "1234567890123.456" }), "dealValueTooLarge"],
  ["no currency", draft({ currency: "" }), "currencyMissing"],
  ["a currency's symbol", draft({ currency: "€" }), "currencyInvalid"],
  ["no close date", draft({ closeDate: null }), "closeDateMissing"],
  ["a close date of the past", draft({ closeDate: "2026-11-20" }), "closeDatePast"],
  ["no solution", draft({ solutions: [] }), "solutionMissing"],
  ["a solution without id", draft({ solutions: [{ id: "", name: "App" }] }), "solutionIdMissing"],
  [
    "51 solutions",
    draft({ solutions: Array.from({ length: 51 }, (_none, at) => ({ id: `SOL-${at}`, name: "" })) }),
    "tooManySolutions",
  ],
  ["no consent", draft({ hasConsent: false }), "consentMissing"],
  ["no marketplace intent", draft({ marketplaceIntent: null }), "marketplaceIntentMissing"],
  ["a shared deal that runs late", draft({ closeDate: "2026-01-01" }, { shared }), "closeDateOverdue"],
  ["a shared deal that is closed here", draft({}, { shared, isOpen: false }), "closedHere"],
  ["visibility taken back", draft({}, { shared: { isVisible: true, fixed: [] } }), "visibilityIsFinal"],
  ["a value that is fixed there", draft({}, { shared: { isVisible: false, fixed: ["Topic"] } }), "fixedAfterSharing"],
])("%s: exactly that is found", (_name, of, code) => {
  expect(codes(of)).toEqual([code]);
});

test.each<[string, ReferralDraft]>([
  ["today, and yesterday, which it still is somewhere", draft({ closeDate: "2026-11-21" })],
  ["zero as value", draft({ dealValue: "0" })],
  ["a lower-case country code", draft({ customer: customer && { ...customer, country: "no" } })],
  ["a country's English name", draft({ customer: customer && { ...customer, country: "Norway" } })],
  ["an alpha-3 code", draft({ customer: customer && { ...customer, country: "NOR" } })],
  ["no contact while no help is asked for", draft({ contact: null })],
  ["50 solutions", draft({ solutions: Array.from({ length: 50 }, (_none, at) => ({ id: `SOL-${at}`, name: "" })) })],
])("%s is fine", (_name, of) => {
  expect(codes(of)).toEqual([]);
});

test("a form that does not know owner and currency hears nothing about them", () => {
  const opportunity: ReferralDraft["opportunity"] = sampleOpportunity({ owner: null, currency: "" });
  delete opportunity.owner;
  delete opportunity.currency;

  expect(codes({ ...draft(), opportunity })).toEqual([]);
});

test("blocking findings come first, each with a column and words without loose ends", () => {
  const findings = validateReferral(
    draft({ marketplaceIntent: null, customer: null, contact: null, help: "generalOrOther", owner: null }),
  );

  expect(findings.map(({ severity }) => severity)).toEqual([
    ...findings.filter(({ severity }) => severity === "blocking").map(() => "blocking"),
    ...findings.filter(({ severity }) => severity === "warning").map(() => "warning"),
  ]);
  for (const { column, words, fix } of findings) {
    expect(column).toMatch(/^[a-z_]+$/);
    expect(`${words} ${fix}`).not.toMatch(/[{}]/);
  }
});

test("every finding of the catalogue tells what to do", () => {
  for (const { words, fix } of Object.values(findingKinds)) {
    // What a setting has wrong comes as a sentence of its own.
    expect(words).toMatch(/\.$|^\{details\}$/);
    expect(fix).toMatch(/\.$/);
  }
});
