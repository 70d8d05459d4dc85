import { randomUUID } from "node:crypto";
import { choices } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { sampleId } from "../../scripts/tenant/baseTables/sampleData";
import { sampleDeal } from "./support/sampleDeal";
import { Sides, type Body } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

const { visible, private: hidden } = choices.referralVisibility;
const { inSync, changedAtMicrosoft } = choices.syncStatus;

describe("what both sides say, though nobody used the form", () => {
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
    return found.content;
  };
  const deal = (id: string): Promise<Body> => sides.crm(`opportunities(${id})`);
  const patch = (id: string, changes: Body): Promise<Body> => sides.crm(`opportunities(${id})`, "PATCH", changes);
  const dealWhen = (id: string, what: string, fits: (row: Body) => boolean): Promise<Body> =>
    sides.until(what, async () => {
      const row = await deal(id);
      return fits(row) ? row : undefined;
    });
  const edit = (referralId: string, changes: Body): Promise<Body> =>
    sides.sandbox("POST", `/partner/referrals/${referralId}/edit`, changes);

  /** A deal that is shared, and its referral. */
  const share = async (name: string, changes: Body = {}): Promise<{ id: string; referralId: string }> => {
    const id: string = randomUUID();
    await sides.crm("opportunities", "POST", {
      opportunityid: id,
      name,
      "parentaccountid@odata.bind": `/accounts(${sampleId("account", "fabrikam")})`,
      "parentcontactid@odata.bind": `/contacts(${sampleId("contact", "erika")})`,
      estimatedvalue: 1000,
      estimatedclosedate: "2027-06-30",
      cosell_customerconsent: true,
      cosell_customermarketplaceintent: choices.customerMarketplaceIntent.yes,
      ...changes,
    });
    await sides.crm("cosell_partnercentersolutions", "POST", {
      cosell_name: "Contoso Field Service Accelerator",
      cosell_solutionid: "SOL-10001-CFS",
      "cosell_OpportunityId@odata.bind": `/opportunities(${id})`,
    });
    await patch(id, { cosell_syncwithpartnercenter: true });
    const row = await dealWhen(id, "The shared deal", (one) => one["cosell_syncstatus"] === inSync);
    return { id, referralId: String(row["cosell_referralidentifier"]) };
  };

  it("takes the day in UTC of whatever time Partner Center holds", async () => {
    const { id, referralId } = await share("Days");
    for (const time of ["12:00:00", "13:00:00", "23:59:59"]) {
      await edit(referralId, { closingDateTime: `2027-08-31T${time}Z` });
      await dealWhen(id, `31 August at ${time}`, (one) => one["estimatedclosedate"] === "2027-08-31");
      await edit(referralId, { closingDateTime: "2027-09-15T00:00:00Z" });
      await dealWhen(id, "15 September", (one) => one["estimatedclosedate"] === "2027-09-15");
    }
  });

  it("sets a visible deal back to visible, and makes one visible that asks for help", async () => {
    const { id, referralId } = await share("Seen", { cosell_referralvisibility: visible });
    await patch(id, { cosell_referralvisibility: hidden });
    await dealWhen(id, "Visible again", (one) => String(one["cosell_audit"]).includes("Set to Visible again"));
    expect((await deal(id))["cosell_referralvisibility"]).toBe(visible);
    expect(referral(referralId).consent?.consentToShareReferralWithMicrosoftSellers).toBe(true);

    const other = await share("Helped");
    await patch(other.id, { cosell_howcanmicrosofthelp: choices.howCanMicrosoftHelp.quotesAndLicensing });
    await dealWhen(other.id, "Microsoft", (one) => one["cosell_syncstatus"] === choices.syncStatus.waitingOnMicrosoft);
    expect((await deal(other.id))["cosell_referralvisibility"]).toBe(visible);
    expect(referral(other.referralId).consent).toMatchObject({
      consentToShareReferralWithMicrosoftSellers: true,
      consentToContact: false,
    });
  });

  it("looks at both sides when sync comes on again", async () => {
    const { id, referralId } = await share("Off and on");
    await patch(id, { cosell_syncwithpartnercenter: false });
    await dealWhen(id, "Sync off", (one) => one["cosell_syncstatus"] === choices.syncStatus.notShared);
    await edit(referralId, { dealValue: 31 });
    await patch(id, { cosell_syncwithpartnercenter: true });
    const row = await dealWhen(id, "Sync on", (one) => one["cosell_syncstatus"] === inSync);
    expect(row["estimatedvalue"]).toBe(31);
  });

  it("never sends back what Dynamics 365 did not take", async () => {
    const { id, referralId } = await share("Computed", { estimatedvalue: 500 });
    await patch(id, { isrevenuesystemcalculated: true });
    await edit(referralId, { dealValue: 900 });
    const row = await dealWhen(id, "The difference", (one) => one["cosell_syncstatus"] === changedAtMicrosoft);
    expect(row["estimatedvalue"]).toBe(500);
    expect(referral(referralId).details?.dealValue).toBe(900);
  });

  it("keeps a value that is typed over in a form opened before it came", async () => {
    const { id, referralId } = await share("Old form", { estimatedvalue: 8888 });
    await edit(referralId, { dealValue: 7777 });
    await dealWhen(id, "7,777", (one) => one["estimatedvalue"] === 7777);
    await patch(id, { estimatedvalue: 6000 });
    await sides.until("6,000 there", async () =>
      Promise.resolve(referral(referralId).details?.dealValue === 6000 ? true : undefined),
    );
    const conflicts = await sides.rows(
      `cosell_conflicts?$filter=_cosell_opportunityid_value eq ${id}&$orderby=createdon`,
    );
    expect(JSON.stringify(conflicts)).toContain("7777");
  });

  it("sends another owner, and what changes of the contact, without waiting for maintenance", async () => {
    const { id, referralId } = await share("People");
    const emails = (people: unknown): string => JSON.stringify(people);
    const before = emails(referral(referralId).team);
    await patch(id, { "ownerid@odata.bind": `/systemusers(${baseIds.alexAdmin})` });
    await sides.until("Another owner", () =>
      Promise.resolve(emails(referral(referralId).team) === before ? undefined : true),
    );
    await sides.crm(`contacts(${sampleId("contact", "erika")})`, "PATCH", { telephone1: "+47 99 88 77 66" });
    await sides.until("The new phone", () =>
      Promise.resolve(
        emails(referral(referralId).customerProfile?.team).includes("+47 99 88 77 66") ? true : undefined,
      ),
    );
  });

  it("tells operators of a deal that was deleted while its referral is open", async () => {
    const { id, referralId } = await share("Deleted");
    await sides.crm(`opportunities(${id})`, "DELETE");
    const message = await sides.until<Body>(
      "The message",
      async () => (await sides.rows(`cosell_messages?$filter=cosell_failurecode eq 'referral.recordDeleted'`))[0],
    );
    expect(message).toMatchObject({
      cosell_name: "Deleted – Fabrikam Maschinenbau GmbH",
      cosell_subject: `referral/${referralId}`,
    });
    expect(referral(referralId).status).toBe("Active");
  });

  it("begins a trail with its own record: a copy tells nothing of the original", async () => {
    const { id } = await share("Original");
    const original = await deal(id);
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
    const row = await dealWhen(copy, "The copy's own state", (one) => one["cosell_referralidentifier"] === null);
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
