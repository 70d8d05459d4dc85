import { change } from "./change";
import { coSellDeal, invitation, privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type RunningSandbox } from "./startSandbox";

let running: RunningSandbox;

beforeAll(async () => {
  running = await startSandbox();
});
afterAll(() => running.stop());

const solutionsPath = "/details/requirements/solutions";
const attributesPath = "/details/requirements/additionalRequirements/attributes";
const visibilityPath = "/consent/consentToShareReferralWithMicrosoftSellers";
const sharingPath = "/consent/consentToToShareInfoWithOthers";
const solution = { id: "SOL-10001-CFS", type: "Name" };
const member = { firstName: "A", lastName: "B", phoneNumber: "1", email: "a@b.example" };

test.each<[string, unknown, string]>([
  ["/type", undefined, "requiredFieldMissing"],
  ["/customerProfile", undefined, "requiredFieldMissing"],
  ["/consent", undefined, "requiredFieldMissing"],
  ["/details", undefined, "requiredFieldMissing"],
  ["/name", " ", "requiredFieldMissing"],
  ["/customerProfile/name", null, "requiredFieldMissing"],
  ["/customerProfile/address/country", undefined, "requiredFieldMissing"],
  ["/details/dealValue", undefined, "requiredFieldMissing"],
  ["/details/currency", undefined, "requiredFieldMissing"],
  ["/details/closingDateTime", undefined, "requiredFieldMissing"],
  ["/customerProfile/address/country", "NOR", "countryCodeInvalid"],
  ["/customerProfile/address/country", "Norway", "countryCodeInvalid"],
  ["/customerProfile/address/country", "no", "countryCodeInvalid"],
  ["/customerProfile/address/country", "UK", "countryCodeInvalid"],
  ["/details/currency", "XQQ", "currencyInvalid"],
  ["/details/dealValue", -1, "dealValueNegative"],
  [solutionsPath, undefined, "solutionRequired"],
  [solutionsPath, [], "solutionRequired"],
  [solutionsPath, [solution, { id: "SOL-99999-ZZZ", type: "Name" }], "solutionUnknown"],
  [solutionsPath, [{ type: "Name" }], "solutionUnknown"],
  [solutionsPath, Array.from({ length: 51 }, () => solution), "valueNotAccepted"],
  ["/team", Array.from({ length: 51 }, () => member), "valueNotAccepted"],
  [sharingPath, false, "consentRequired"],
  [sharingPath, undefined, "consentRequired"],
  [attributesPath, [], "marketplaceIntentRequired"],
  [attributesPath, [{ type: "CustomerMarketplaceIntent", id: "Perhaps" }], "marketplaceIntentInvalid"],
  ["/salesStage", "Negotiate", "salesStageInvalid"],
  ["/salesStage", "101", "salesStageInvalid"],
  ["/substatus", "Won", "substatusNotAllowed"],
  ["/status", "Closed", "substatusNotAllowed"],
  ["/status", "Open", "valueNotAccepted"],
  ["/type", "Public", "valueNotAccepted"],
  ["/details/dealValue", "a lot", "valueNotAccepted"],
  ["/details/closingDateTime", "soon", "valueNotAccepted"],
  ["/details/closingDateTime", "2027-01-31", "valueNotAccepted"],
  ["/details/closingDateTime", "2027-02-31T25:00:00Z", "valueNotAccepted"],
  ["/name", 7, "valueNotAccepted"],
  ["/team", [null], "valueNotAccepted"],
  ["/nmae", "typing error", "valueNotAccepted"],
  ["/details/requirements", [], "valueNotAccepted"],
  ["/team", {}, "valueNotAccepted"],
  ["/target", [{ type: "BusinessProfileLocation", id: "another-partner" }], "targetNotSupported"],
  ["/engagementId", "00000000-0000-4000-8000-000000000001", "targetNotSupported"],
])("an own referral with %s = %j is refused as %s", async (path, value, innerCode) => {
  const before = [...running.sandbox.state.referrals.values()].length;

  const reply = await running.call("POST", referrals, { body: change(privateDeal(), path, value) });

  expect(reply.status).toBe(400);
  expect(reply.body.error.code).toBe("invalidRequest");
  expect(reply.body.error.innerError.code).toBe(innerCode);
  expect([...running.sandbox.state.referrals.values()].length).toBe(before);
});

test.each<[string, unknown, string]>([
  ["/target", undefined, "an own deal needs no target"],
  ["/details/dealValue", "50000.50", "numbers may come as text"],
  ["/details/dealValue", 0, "a deal may be worth nothing yet"],
  ["/customerProfile/team", [], "a private deal needs no customer contact"],
  ["/customerProfile/address/postalCode", undefined, "a postal code is optional"],
  ["/customerProfile/address/city", undefined, "a city is demanded by the bulk import only"],
  ["/team", undefined, "a team is demanded by the bulk import only"],
  [solutionsPath, Array.from({ length: 50 }, () => solution), "fifty solutions are allowed"],
  [solutionsPath, [{ id: "sol-10001-cfs", type: "Name" }], "solution ids are compared without regard to case"],
  ["/salesStage", "Propose", "the swagger's stages are known"],
  ["/salesStage", "60", "percentages are known"],
])("an own referral with %s = %j is taken: %s", async (path, value) => {
  const reply = await running.call("POST", referrals, { body: change(privateDeal(), path, value) });

  expect(reply.status).toBe(200);
});

test.each<[string, unknown, string]>([
  ["/customerProfile/team", [], "customerContactRequired"],
  ["/customerProfile/team", [{ ...member, phoneNumber: "" }], "customerContactRequired"],
  ["/type", "Independent", "typeMustBeShared"],
  ["/inviteContext/assistanceRequestCode", "Unknown", "assistanceRequestCodeRequired"],
  ["/inviteContext/assistanceRequestCode", "Quotes", "valueNotAccepted"],
  [visibilityPath, false, "visibilityRequired"],
  ["/engagementId", undefined, "engagementRequired"],
  ["/engagementId", "00000000-0000-4000-8000-0000000000ff", "engagementNotFound"],
])("an invitation of Microsoft with %s = %j is refused as %s", async (path, value, innerCode) => {
  const own = await running.call("POST", referrals, { body: coSellDeal() });

  const reply = await running.call("POST", referrals, { body: change(invitation(own.body.engagementId), path, value) });

  expect(reply.status).toBe(400);
  expect(reply.body.error.innerError.code).toBe(innerCode);
});

test("an invitation that leaves visibility out is visible", async () => {
  const own = await running.call("POST", referrals, { body: coSellDeal() });
  const sent = change(invitation(own.body.engagementId), visibilityPath, undefined);

  const reply = await running.call("POST", referrals, { body: sent });

  expect(reply.body).toMatchObject({ consent: { consentToShareReferralWithMicrosoftSellers: true } });
});

test("an own referral that asks for help needs a contact and visibility too", async () => {
  const asking = coSellDeal({ inviteContext: { assistanceRequestCode: "GeneralOrOther" } });

  const mute = await running.call("POST", referrals, { body: change(asking, "/customerProfile/team", []) });
  const hidden = await running.call("POST", referrals, { body: change(asking, visibilityPath, false) });

  expect(mute.body.error.innerError.code).toBe("customerContactRequired");
  expect(hidden.body.error.innerError.code).toBe("visibilityRequired");
});

test("Microsoft cannot be invited into a closed deal", async () => {
  const own = await running.call("POST", referrals, { body: coSellDeal() });
  const close = [
    { op: "replace", path: "/status", value: "Closed" },
    { op: "replace", path: "/substatus", value: "Lost" },
  ];
  await running.call("PATCH", `${referrals}/${own.body.id}`, { body: close });

  const reply = await running.call("POST", referrals, { body: invitation(own.body.engagementId) });

  expect(reply.body.error.innerError.code).toBe("engagementClosed");
});

test.each(["not json", "", "[]", '"text"', "null"])("a body of %j is refused", async (body) => {
  const reply = await running.call("POST", referrals, { body });

  expect(reply.status).toBe(400);
  expect(reply.body.error.code).toBe("invalidRequest");
});
