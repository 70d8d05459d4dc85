import {
  azurePath,
  marketplacePath,
  registrationPlaces,
  startPath,
  termPath,
} from "../../../../../Solution/engine/domain/dealRegistration/registrationPlaces";
import { whyNotEligible } from "../../../../../Solution/engine/domain/dealRegistration/whyNotEligible";
import type { LinkState } from "../../../../../Solution/engine/domain/link/Link";
import type { ReferralValues } from "../../../../../Solution/engine/domain/mapping/mapReferral";
import { completeValues, registrationMap, unregistered, won, wonLink } from "./wonDeal";

const why = (state: LinkState, wanted: ReferralValues = completeValues, fieldMap = registrationMap) =>
  whyNotEligible({ state, wanted, fieldMap });

const microsoft = (substatus: string): LinkState =>
  wonLink({ microsoft: { ...won, status: "Active", substatus } }, { microsoftReferralId: "microsofts" });

test("a visible deal, won in time and filled in, is eligible", () => {
  expect(why(wonLink())).toEqual([]);
});

test("a private deal is not", () => {
  expect(why(wonLink({ values: {} }))).toEqual([expect.stringContaining("a private deal earns no incentive")]);
});

test.each([
  ["Pending", false],
  ["Declined", false],
  ["Accepted", true],
  ["Won", true],
])("given Microsoft was asked and its side is %s, eligible is %j", (substatus, isEligible) => {
  expect(why(microsoft(substatus)).length === 0).toBe(isEligible);
});

test("given Microsoft was asked and its side was never seen, the deal is held back", () => {
  expect(why(wonLink({}, { microsoftReferralId: "microsofts" }))).toEqual([
    "Microsoft was asked for help and has not accepted the deal.",
  ]);
});

test.each([
  ["2026-01-18T11:59:59.999Z", 1],
  ["2026-01-18T12:00:00.000Z", 0],
])("72 hours lie between sharing and winning: won at %s has %i reason", (closedOn, reasons) => {
  expect(why(wonLink({ registration: { ...unregistered, closedOn } }))).toHaveLength(reasons);
});

test("times that Partner Center did not tell hold nothing back", () => {
  expect(why(wonLink({ registration: { ...unregistered, closedOn: null } }))).toEqual([]);
  expect(why(wonLink({ registration: null }))).toEqual([]);
});

test.each(Object.entries(registrationPlaces).map(([path, { label, required }]) => [label, path, required] as const))(
  "%s is asked for where the documentation does",
  (label, path, required) => {
    const asked = [`These fields are empty: ${label}.`];

    expect(why(wonLink(), { ...completeValues, [path]: null })).toEqual(required === "always" ? asked : []);
  },
);

test("a contract that ends has an end", () => {
  expect(why(wonLink(), { ...completeValues, [termPath]: "Finite" })).toEqual([
    "These fields are empty: Contract end.",
  ]);
});

test("what no row fills is named as sellers know it, what a row fills by the row's name", () => {
  const renamed = registrationMap
    .filter(({ referral }) => referral !== startPath)
    .map((row) => (row.referral === termPath ? { ...row, label: "Laufzeit" } : row));
  const wanted = { ...completeValues, [termPath]: "", [startPath]: null };

  expect(why(wonLink(), wanted, renamed)).toEqual(["These fields are empty: Laufzeit, Contract start."]);
});

test.each([
  [{ [marketplacePath]: true }, "A deal sold through the marketplace needs no registration."],
  [{ [azurePath]: false }, "Only a solution that is deployed on Azure earns an incentive."],
  [{ [startPath]: "2026-01-09T00:00:00Z" }, "The contract starts before it is signed."],
])("given %j, there is the reason for it", (change, reason) => {
  expect(why(wonLink(), { ...completeValues, ...change })).toEqual([reason]);
});

test("a contract may start on the day it is signed, however that day is written", () => {
  expect(why(wonLink(), { ...completeValues, [startPath]: "2026-01-10T00:00:00.0000000Z" })).toEqual([]);
});
