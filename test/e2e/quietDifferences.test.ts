import { randomUUID } from "node:crypto";
import { choices } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { sampleId } from "../../scripts/tenant/baseTables/sampleData";
import { startDeals, type Deals } from "./support/Deals";
import { sampleDeal } from "./support/sampleDeal";
import type { Body, Sides } from "./support/Sides";

const { visible, private: hidden } = choices.referralVisibility;
const { inSync, changedAtMicrosoft } = choices.syncStatus;

describe("what both sides say, though nobody used the form", () => {
  let tenant: RunningTenant;
  let sides: Sides;
  let deals: Deals;

  beforeAll(async () => {
    ({ tenant, sides, deals } = await startDeals());
  });
  afterAll(() => tenant.stop());

  it("takes the day in UTC of whatever time Partner Center holds", async () => {
    const { id, referralId } = await deals.share("Days");
    for (const time of ["12:00:00", "13:00:00", "23:59:59"]) {
      await deals.edit(referralId, { closingDateTime: `2027-08-31T${time}Z` });
      await deals.when(id, `31 August at ${time}`, (one) => one["estimatedclosedate"] === "2027-08-31");
      await deals.edit(referralId, { closingDateTime: "2027-09-15T00:00:00Z" });
      await deals.when(id, "15 September", (one) => one["estimatedclosedate"] === "2027-09-15");
    }
  });

  it("sets a visible deal back to visible, and makes one visible that asks for help", async () => {
    const { id, referralId } = await deals.share("Seen", { cosell_referralvisibility: visible });
    await deals.patch(id, { cosell_referralvisibility: hidden });
    await deals.when(id, "Visible again", (one) => String(one["cosell_audit"]).includes("Set to Visible again"));
    expect((await deals.read(id))["cosell_referralvisibility"]).toBe(visible);
    expect(deals.referral(referralId).consent?.consentToShareReferralWithMicrosoftSellers).toBe(true);

    const other = await deals.share("Helped");
    await deals.patch(other.id, { cosell_howcanmicrosofthelp: choices.howCanMicrosoftHelp.quotesAndLicensing });
    await deals.when(
      other.id,
      "Microsoft",
      (one) => one["cosell_syncstatus"] === choices.syncStatus.waitingOnMicrosoft,
    );
    expect((await deals.read(other.id))["cosell_referralvisibility"]).toBe(visible);
    expect(deals.referral(other.referralId).consent).toMatchObject({
      consentToShareReferralWithMicrosoftSellers: true,
      consentToContact: false,
    });
  });

  it("looks at both sides when sync comes on again", async () => {
    const { id, referralId } = await deals.share("Off and on");
    await deals.patch(id, { cosell_syncwithpartnercenter: false });
    await deals.when(id, "Sync off", (one) => one["cosell_syncstatus"] === choices.syncStatus.notShared);
    await deals.edit(referralId, { dealValue: 31 });
    await deals.patch(id, { cosell_syncwithpartnercenter: true });
    const row = await deals.when(id, "Sync on", (one) => one["cosell_syncstatus"] === inSync);
    expect(row["estimatedvalue"]).toBe(31);
  });

  it("never sends back what Dynamics 365 did not take", async () => {
    const { id, referralId } = await deals.share("Computed", { estimatedvalue: 500 });
    await deals.patch(id, { isrevenuesystemcalculated: true });
    await deals.edit(referralId, { dealValue: 900 });
    const row = await deals.when(id, "The difference", (one) => one["cosell_syncstatus"] === changedAtMicrosoft);
    expect(row["estimatedvalue"]).toBe(500);
    expect(deals.referral(referralId).details?.dealValue).toBe(900);
  });

  it("keeps a value that is typed over in a form opened before it came", async () => {
    const { id, referralId } = await deals.share("Old form", { estimatedvalue: 8888 });
    await deals.edit(referralId, { dealValue: 7777 });
    await deals.when(id, "7,777", (one) => one["estimatedvalue"] === 7777);
    await deals.patch(id, { estimatedvalue: 6000 });
    await sides.until("6,000 there", async () =>
      Promise.resolve(deals.referral(referralId).details?.dealValue === 6000 ? true : undefined),
    );
    const conflicts = await sides.rows(
      `cosell_conflicts?$filter=_cosell_opportunityid_value eq ${id}&$orderby=createdon`,
    );
    expect(JSON.stringify(conflicts)).toContain("7777");
  });

  it("sends another owner, and what changes of the contact, without waiting for maintenance", async () => {
    const { id, referralId } = await deals.share("People");
    const emails = (people: unknown): string => JSON.stringify(people);
    const before = emails(deals.referral(referralId).team);
    await deals.patch(id, { "ownerid@odata.bind": `/systemusers(${baseIds.alexAdmin})` });
    await sides.until("Another owner", () =>
      Promise.resolve(emails(deals.referral(referralId).team) === before ? undefined : true),
    );
    await sides.crm(`contacts(${sampleId("contact", "erika")})`, "PATCH", { telephone1: "+47 99 88 77 66" });
    await sides.until("The new phone", () =>
      Promise.resolve(
        emails(deals.referral(referralId).customerProfile?.team).includes("+47 99 88 77 66") ? true : undefined,
      ),
    );
  });

  it("tells operators of a deal that was deleted while its referral is open", async () => {
    const { id, referralId } = await deals.share("Deleted");
    await sides.crm(`opportunities(${id})`, "DELETE");
    const message = await sides.until<Body>(
      "The message",
      async () => (await sides.rows(`cosell_messages?$filter=cosell_failurecode eq 'referral.recordDeleted'`))[0],
    );
    expect(message).toMatchObject({
      // Once the referral was read, its customer stands beside the name.
      cosell_name: expect.stringMatching(/^Deleted( – Fabrikam Maschinenbau GmbH)?$/) as string,
      cosell_subject: `referral/${referralId}`,
    });
    expect(deals.referral(referralId).status).toBe("Active");
  });

  it("begins a trail with its own record: a copy tells nothing of the original", async () => {
    const { id } = await deals.share("Original");
    const original = await deals.read(id);
    const copied = Object.fromEntries(
      Object.entries(original).filter(([column]) => column.startsWith("cosell_") && !column.includes("@")),
    );
    const copy: string = randomUUID();
    await sides.crm("opportunities", "POST", {
      ...copied,
      opportunityid: copy,
      name: "Copy",
      cosell_syncwithpartnercenter: false,
    });
    const row = await deals.when(copy, "The copy's own state", (one) => one["cosell_referralidentifier"] === null);
    expect(String(row["cosell_audit"])).not.toContain("Shared");
  });

  it("takes what only Partner Center holds into the opportunity of a qualified lead", async () => {
    const offered = await sides.sandbox("POST", "/microsoft/referrals", {
      ...sampleDeal,
      kind: "qualifiedLead",
      name: "Qualified",
    });
    const referralId = String(offered["id"]);
    const lead = await sides.until<Body>(
      "The lead",
      async () => (await sides.rows(`leads?$filter=cosell_referralidentifier eq '${referralId}'`))[0],
    );
    const leadId = String(lead["leadid"]);
    await sides.call("cosell_RespondToReferral", { LeadId: leadId, Answer: "accept" });
    await sides.crm(`leads(${leadId})/Microsoft.Dynamics.CRM.QualifyLead`, "POST", {
      CreateAccount: true,
      CreateContact: true,
      CreateOpportunity: true,
      Status: 3,
    });
    const row = await sides.until<Body>("The opportunity in sync", async () => {
      const filter = `_originatingleadid_value eq ${leadId} and cosell_syncstatus eq ${inSync}`;
      return (await sides.rows(`opportunities?$filter=${filter}`))[0];
    });
    const filter = `_cosell_opportunityid_value eq ${String(row["opportunityid"])}`;
    const solution = await sides.until<Body>(
      "Its solution",
      async () => (await sides.rows(`cosell_partnercentersolutions?$filter=${filter}`))[0],
    );
    expect(solution["cosell_solutionid"]).toBe("SOL-10001-CFS");
    expect(row["cosell_customerconsent"]).toBe(true);
  });
});
