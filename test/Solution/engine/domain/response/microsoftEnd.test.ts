import { emptyMemory, type LinkMemory } from "../../../../../Solution/engine/domain/link/Link";
import { failureAbout } from "../../../../../Solution/engine/domain/link/failureAbout";
import { helpPath } from "../../../../../Solution/engine/domain/referral/referralPatch";
import { isStanding, microsoftEndOf } from "../../../../../Solution/engine/domain/response/microsoftEnd";

const state = (status: string, substatus: string, reason = "") => ({
  status,
  substatus,
  reason,
  expiresOn: null,
  updatedOn: null,
});
const asked = { [helpPath]: "GeneralOrOther" };
const memory = (microsoft: LinkMemory["microsoft"], more: Partial<LinkMemory> = {}): LinkMemory => ({
  ...emptyMemory,
  own: state("Active", "Accepted"),
  values: asked,
  microsoft,
  ...more,
});

test.each([
  ["Declined", "referral.microsoftDeclined"],
  ["Expired", "referral.microsoftExpired"],
  ["Won", "referral.microsoftWon"],
  ["Lost", "referral.microsoftLost"],
  ["OfTomorrow", null],
])("Microsoft's side ended as %s", (substatus, code) => {
  expect(microsoftEndOf(memory(state("Closed", substatus)), asked)).toBe(code);
});

test.each([
  ["Microsoft still takes part", memory(state("Active", "Accepted")), asked],
  ["Microsoft never took part", memory(null), asked],
  ["the own side is closed, too", memory(state("Closed", "Won"), { own: state("Closed", "Won") }), asked],
  ["the seller has taken the request for help back", memory(state("Closed", "Declined")), { [helpPath]: null }],
])("nobody is told where %s", (_case, some, wanted) => {
  expect(microsoftEndOf(some, wanted)).toBeNull();
});

test("asking for other help changes nothing: Microsoft has declined", () => {
  const other = { [helpPath]: "QuotesOrLicensing" };
  expect(microsoftEndOf(memory(state("Closed", "Declined")), other)).toBe("referral.microsoftDeclined");
});

test("Microsoft with a deal of its own making, for which nobody asked, ends it for the seller, too", () => {
  expect(microsoftEndOf(memory(state("Closed", "Won"), { values: {} }), {})).toBe("referral.microsoftWon");
});

test.each([
  ["Requirement is not met", "Requirement is not met"],
  ["4", "Requirement is not met"],
  ["We have no seller for the Bearer abcdefabcdef region", "We have no seller for the … region"],
  ["", null],
])("the reason %p is told as %p", (reason, told) => {
  const about = failureAbout("referral.microsoftDeclined", memory(state("Closed", "Declined", reason)));
  expect(about?.reason ?? null).toBe(told);
});

test("an offer and Microsoft's leaving are no failed work", () => {
  expect(["referral.answerDue", "referral.microsoftLost", "referral.currencyUnknown"].map(isStanding)).toEqual([
    true,
    true,
    false,
  ]);
});
