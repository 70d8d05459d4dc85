import { choices, columns, securityRoles, tables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { startDeals, type Deals } from "./support/Deals";
import { maintain } from "./support/maintain";
import { sampleDeal } from "./support/sampleDeal";
import type { Body, Sides } from "./support/Sides";

jest.setTimeout(300_000);

/* No notification tells of these edits: maintenance finds them, each record for itself. */

const { message } = columns;
let tenant: RunningTenant;
let sides: Sides;
let deals: Deals;

beforeAll(async () => {
  ({ tenant, sides, deals } = await startDeals(securityRoles.coSellAdministrator));
});
afterAll(() => tenant.stop());

test.each<[what: string, odd: Body, told: RegExp]>([
  ["notes of 2,001", { notes: "n".repeat(2001) }, /Description: shortened to 2,000 characters/],
  ["a value of 1e17", { dealValue: 1e17 }, /Est\. Revenue: left out: it is larger or smaller/],
  [
    "the year 1",
    { closingDateTime: "0001-01-01T00:00:00Z" },
    /Est\. Close Date: left out: Dynamics 365 holds no day before 1753/,
  ],
])("an edit that no column holds is told by maintenance and delays no other: %s", async (_what, odd, told) => {
  const [first, second] = [await deals.share("Odd"), await deals.share("Plain")];
  await sides.sandbox("POST", "/mishaps", { kind: "drop", times: 100 });
  await deals.edit(first.referralId, odd);
  await deals.edit(second.referralId, { dealValue: 31_337 });

  const { reports } = await maintain(tenant, sides);

  expect(Object.values(reports as Body)).toEqual(
    Object.values(reports as Body).map(() => expect.objectContaining({ failed: 0 }) as unknown),
  );
  await deals.when(second.id, "The other deal's value", (row) => row["estimatedvalue"] === 31_337);
  await deals.when(first.id, "What could not be held", (row) => told.test(String(row["cosell_audit"])));
  await sides.sandbox("DELETE", "/mishaps");
});

test("work whose jobs never come to their end stops with words, and health tells it", async () => {
  expect(await sides.health("messages")).toMatchObject({ state: "ok" });
  await sides.crm(tables.message.entitySetName, "POST", {
    [tables.message.primaryName]: "A referral",
    [message.subject]: "referral/11111111-1111-4111-8111-111111111111",
    [message.idempotencyKey]: "referral/11111111-1111-4111-8111-111111111111/toDynamics365",
    [message.direction]: choices.direction.toDynamics365,
    [message.state]: choices.messageState.waiting,
    [message.nextAttemptOn]: new Date(Date.now() - 60_000).toISOString(),
    [message.payload]: JSON.stringify({ unended: 5 }),
  });

  await maintain(tenant, sides);

  const line = await sides.health("messages");
  expect(line).toMatchObject({ state: "warning", owner: "administrator" });
  expect(line["words"]).toMatch(/1 change stopped and wait: 1 for an administrator\./);
  const [row] = await sides.rows(`${tables.message.entitySetName}?$filter=${message.failureCode} eq 'host.neverEnded'`);
  expect(row?.[message.detail]).toMatch(/begun several times and never came to its end\.\n.*cosell_Replay/);
});

test("a deal that a seller has open already under Microsoft's number is taken by that record: no second one is made", async () => {
  await sides.sandbox("POST", "/mishaps", { kind: "drop", times: 100 });
  const { id: referralId, engagementId } = await sides.sandbox("POST", "/microsoft/referrals", {
    ...sampleDeal,
    name: "Met again",
    companyName: "Fabrikam Maschinenbau",
    postalCode: "10115",
  });
  const sidesOfDeal = [...tenant.sandbox.state.referrals.values()].filter((one) => one.engagementId === engagementId);
  const number = sidesOfDeal.find(({ organizationId }) => organizationId === "msft")?.microsoftMsxId;
  const id = await deals.prepare("Open for weeks", {
    description: "Typed by the seller.",
    estimatedvalue: null,
    cosell_microsoftcrmidentifier: number,
  });
  await deals.quiet();
  await maintain(tenant, sides);
  const row = await deals.when(id, "The deal", (one) => one["cosell_referralidentifier"] === referralId);

  expect(row).toMatchObject({
    name: "Open for weeks",
    description: "Typed by the seller.",
    estimatedvalue: sampleDeal.dealValue,
    cosell_syncwithpartnercenter: true,
  });
  expect(row["cosell_audit"]).toMatch(/Took the deal of Partner Center, because this opportunity holds/);
  expect(await sides.rows("opportunities?$select=name&$filter=name eq 'Met again'")).toEqual([]);
  expect(deals.referral(String(referralId))).toMatchObject({ name: "Met again" });
});
