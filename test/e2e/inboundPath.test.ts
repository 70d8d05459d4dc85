import { columns, customApis, choices } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { sampleDeal } from "./support/sampleDeal";
import { Sides, type Body } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(180_000);

const own = columns.opportunity;
const { syncStatus } = choices;

let tenant: RunningTenant;
let sides: Sides;

beforeAll(async () => {
  tenant = await startBuiltTenant();
  sides = new Sides(tenant);
});
afterAll(() => tenant.stop());

const referral = (id: string) => {
  const found = tenant.sandbox.state.referrals.get(id);
  if (found === undefined) throw new Error(`The sandbox has no referral ${id}.`);
  return found;
};

const shown = [
  "name",
  "estimatedvalue",
  "description",
  "statecode",
  own.syncStatus,
  own.syncWithPartnerCenter,
  own.answerDueOn,
  own.audit,
].join(",");

const find = async (set: string, referralId: string, select: string): Promise<Body | undefined> =>
  (await sides.rows(`${set}?$select=${select}&$filter=${own.referralIdentifier} eq '${referralId}'`))[0];

/** The opportunity of a referral, once it looks like this. */
const opportunity = (referralId: string, isRight: (row: Body) => boolean = () => true): Promise<Body> =>
  sides.until(`The opportunity of ${referralId}`, async () => {
    const row = await find("opportunities", referralId, shown);
    return row !== undefined && isRight(row) ? row : undefined;
  });

/** Microsoft offers a deal; the id of the partner's referral. */
const offer = async (name: string, more: Body = {}): Promise<string> =>
  String((await sides.sandbox("POST", "/microsoft/referrals", { ...sampleDeal, name, ...more }))["id"]);

const answer = (row: Body, Answer: string, Reason?: string): Promise<Body> =>
  sides.call(customApis.respondToReferral, {
    OpportunityId: row["opportunityid"],
    Answer,
    ...(Reason === undefined ? {} : { Reason }),
  });

test("a deal that Microsoft offers appears in CRM by itself, and says until when to answer", async () => {
  const id = await offer("Appears");
  const row = await opportunity(id);

  expect(row).toMatchObject({
    name: "Appears",
    estimatedvalue: 50_000,
    description: sampleDeal.notes,
    statecode: 0,
    [own.syncWithPartnerCenter]: true,
    [own.syncStatus]: syncStatus.needsAttention,
  });
  expect(Date.parse(String(row[own.answerDueOn]))).toBeGreaterThan(Date.now() + 13 * 86_400_000);
  expect(row[own.audit]).toMatch(/Came from Partner Center/);
  expect(row[own.audit]).not.toMatch(/Not sent/);
});

test("two notifications of the same deal make one opportunity, one account and one contact", async () => {
  await sides.sandbox("POST", "/mishaps", { kind: "duplicate", times: 5 });
  const email = "twin@twins.example";
  const id = await offer("Twins", { companyName: "Twins Ltd", email });
  await opportunity(id);
  await new Promise((resolve) => setTimeout(resolve, 1000));

  expect(await sides.rows(`opportunities?$select=name&$filter=name eq 'Twins'`)).toHaveLength(1);
  expect(await sides.rows(`accounts?$select=name&$filter=name eq 'Twins Ltd'`)).toHaveLength(1);
  expect(await sides.rows(`contacts?$select=lastname&$filter=emailaddress1 eq '${email}'`)).toHaveLength(1);
});

test("accepting tells Partner Center, and edits of both sides arrive on the other", async () => {
  const id = await offer("Accepted");
  const row = await opportunity(id);
  const accepted = await answer(row, "accept");
  expect(accepted["Response"]).toMatchObject({ failure: null });
  expect(referral(id).content).toMatchObject({ status: "Active", substatus: "Accepted" });
  expect(referral(id).content.externalReferenceId).toBe(row["opportunityid"]);
  await opportunity(id, (now) => now[own.syncStatus] === syncStatus.inSync);

  await sides.crm(`opportunities(${String(row["opportunityid"])})`, "PATCH", { estimatedvalue: 61_000 });
  await sides.until("The value in Partner Center", async () =>
    referral(id).content.details?.dealValue === 61_000 ? true : undefined,
  );
  // An event that meets a run of the same deal waits for the next minute.
  await opportunity(id, (now) => String(now[own.audit]).includes("Sent to Partner Center: Est. Revenue"));
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await sides.sandbox("POST", `/partner/referrals/${id}/edit`, { notes: "Edited in Partner Center." });
  const edited = await opportunity(id, (now) => now["description"] === "Edited in Partner Center.");
  expect(edited["estimatedvalue"]).toBe(61_000);
});

test("what Microsoft's seller changes on Microsoft's side of the deal arrives in CRM", async () => {
  const id = await offer("Changed at Microsoft");
  await answer(await opportunity(id), "accept");
  await sides.sandbox("POST", `/microsoft/referrals/${id}/edit`, { dealValue: 75_500 });
  await opportunity(id, (now) => now["estimatedvalue"] === 75_500);
  await sides.until("The value on the own referral", async () =>
    referral(id).content.details?.dealValue === 75_500 ? true : undefined,
  );
});

test("declining with a reason closes the deal on both sides", async () => {
  const id = await offer("Declined");
  await answer(await opportunity(id), "decline", "Timeline is too short");
  expect(referral(id).content).toMatchObject({ status: "Closed", substatus: "Declined" });
  const row = await opportunity(id, (now) => now["statecode"] === 2);
  expect(row[own.syncStatus]).toBe(syncStatus.closed);
});

test("a deal that is won in CRM is won in Partner Center", async () => {
  const id = await offer("Won here");
  const row = await opportunity(id);
  await answer(row, "accept");
  await sides.crm("WinOpportunity", "POST", {
    Status: 3,
    OpportunityClose: {
      subject: "Won",
      "opportunityid@odata.bind": `/opportunities(${String(row["opportunityid"])})`,
    },
  });
  await sides.until("The won referral", async () => (referral(id).content.substatus === "Won" ? true : undefined));
  await opportunity(id, (now) => now[own.syncStatus] === syncStatus.closed);
});

test("a deal that is lost in Partner Center is lost in CRM", async () => {
  const id = await offer("Lost there");
  await answer(await opportunity(id), "accept");
  await sides.sandbox("POST", `/partner/referrals/${id}/close`, { outcome: "Lost", reason: "Others" });
  const row = await opportunity(id, (now) => now["statecode"] === 2);
  expect(row[own.syncStatus]).toBe(syncStatus.closed);
});

test("a lead of Microsoft's becomes a lead", async () => {
  const id = await offer("A lead", { kind: "qualifiedLead", companyName: "Lead Company", email: "l@lead.example" });
  const lead = await sides.until("The lead", async () =>
    find("leads", id, `subject,companyname,${columns.lead.syncWithPartnerCenter}`),
  );
  expect(lead).toMatchObject({ companyname: "Lead Company", [columns.lead.syncWithPartnerCenter]: true });
});

test("a deal that Microsoft changed and that is declined then tells of no edit of ours", async () => {
  const id = await offer("Changed, then declined", { companyName: "Declined Ltd", email: "d@declined.example" });
  const row = await opportunity(id);
  await sides.sandbox("POST", `/microsoft/referrals/${id}/edit`, { currency: "USD" });
  await opportunity(id, ({ [own.audit]: audit }) => /Taken from Partner Center: Currency/.test(String(audit)));
  await answer(row, "decline", "Not a customer");

  const { [own.audit]: audit } = await opportunity(id, ({ statecode }) => statecode !== 0);
  expect(audit).toMatch(/Declined the deal in Partner Center: Not a customer/);
  expect(audit).not.toMatch(/Not sent|Changed on both sides/);
});
