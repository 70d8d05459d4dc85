import { choices, columns, tables } from "../../../Solution/engine/domain/schema";
import { answerPartnerCenter, referralId } from "./support/answerPartnerCenter";
import { FakeHost } from "./support/FakeHost";
import { runEngine } from "./support/runEngine";
import { opportunityId } from "./support/sampleRows";

const own = columns.opportunity;

test("a private deal is shared with one POST, and identifier, link, status and audit are on the opportunity", async () => {
  const host = new FakeHost(answerPartnerCenter);

  const result = await runEngine(host);

  expect(result).toMatchObject({
    outputParameters: {
      SyncStatus: choices.syncStatus.inSync,
      ReferralIdentifier: referralId,
      ReferralLink: `https://partner.microsoft.com/dashboard/referrals/v2/leads/details/${referralId}`,
    },
  });
  expect(host.httpCalls.map(({ method, url }) => `${method} ${url.replace(/\?.*/, "")}`)).toEqual([
    "POST https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/oauth2/v2.0/token",
    "GET https://api.partner.microsoft.com/v1.0/engagements/referrals",
    "POST https://api.partner.microsoft.com/v1.0/engagements/referrals",
  ]);
  expect(host.attribute("opportunity", own.referralIdentifier)).toBe(referralId);
  expect(host.attribute("opportunity", own.syncStatus)).toEqual({ $t: "opt", v: choices.syncStatus.inSync });
  expect(host.attribute("opportunity", own.audit)).toBe(
    "2026-11-22 21:00:00Z ✔ Shared with Partner Center as a private deal.",
  );
  expect(host.attribute(tables.link.logicalName, columns.link.referralETag)).toBe('"tag-1"');
  expect(host.attribute(tables.auditEntry.logicalName, columns.auditEntry.sequence)).toBe(1);
  expect(host.attribute(tables.connection.logicalName, columns.connection.refreshToken)).toBe("refresh-2");
});

test("the referral carries what the API takes, digit for digit and day for day", async () => {
  const host = new FakeHost(answerPartnerCenter);

  await runEngine(host);

  const body = JSON.parse(host.httpCalls[2]?.body ?? "{}") as unknown;
  expect(body).toEqual({
    name: "Fabrikam ERP rollout",
    externalReferenceId: opportunityId,
    type: "Independent",
    qualification: "SalesQualified",
    status: "New",
    substatus: "Pending",
    customerProfile: {
      name: "Fabrikam",
      address: { addressLine1: "1 Main St", city: "Oslo", postalCode: "0150", country: "NO" },
      team: [{ firstName: "Ada", lastName: "Berg", phoneNumber: "+4700000000", email: "ada.berg@fabrikam.example" }],
    },
    consent: {
      consentToToShareInfoWithOthers: true,
      consentToContact: false,
      consentToShareReferralWithMicrosoftSellers: false,
      consentToMicrosoftToContactSpecificPartners: false,
    },
    details: {
      notes: "Replaces the old ERP",
      dealValue: 50000,
      currency: "NOK",
      closingDateTime: "2027-01-31T00:00:00Z",
      requirements: {
        solutions: [{ id: "SOL-12345-ABC", type: "Name", name: "Our app" }],
        additionalRequirements: { attributes: [{ type: "CustomerMarketplaceIntent", id: "No" }] },
      },
    },
    team: [{ firstName: "Sam", lastName: "Seller", phoneNumber: "+4711111111", email: "sam@partner.example" }],
  });
});

test("the second run of the same save costs one read of Dataverse and no call", async () => {
  const host = new FakeHost(answerPartnerCenter);
  await runEngine(host);
  const [callsBefore, httpBefore] = [host.organizationCalls().length, host.httpCalls.length];

  await runEngine(host, { messageName: "Update", primaryEntityName: "opportunity", primaryEntityId: opportunityId });

  expect(host.organizationCalls().slice(callsBefore)).toEqual(["org.fetch opportunity"]);
  expect(host.httpCalls).toHaveLength(httpBefore);
});

test("an opportunity that is not to be synced costs one read and leaves nothing", async () => {
  const host = new FakeHost(answerPartnerCenter);
  host.set("opportunity", { [own.syncWithPartnerCenter]: false });

  await runEngine(host, { messageName: "Update", primaryEntityName: "opportunity", primaryEntityId: opportunityId });

  expect(host.organizationCalls().filter((call) => !call.startsWith("org.retrieve"))).toEqual([
    // With the settings, once a minute.
    "org.fetch cosell_fieldmapping",
    "org.fetch opportunity",
  ]);
  expect(host.httpCalls).toHaveLength(0);
});
