import { randomUUID } from "node:crypto";
import type { Browser, Locator, Page } from "playwright-core";
import { choices, columns } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { describeInBrowser, launchBrowser } from "../support/browser";
import { seenFaults } from "../support/seenFaults";
import { Offers } from "./support/Offers";
import { RecordPage } from "./support/RecordPage";
import { sampleDeal } from "./support/sampleDeal";
import { Sides, type Body } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

const own = columns.opportunity;

describeInBrowser("a seller who answers Microsoft on the form", () => {
  let tenant: RunningTenant;
  let sides: Sides;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [tenant, browser] = await Promise.all([startBuiltTenant(), launchBrowser()]);
    sides = new Sides(tenant);
    page = await browser.newPage({ viewport: { width: 1400, height: 1100 } });
  });
  afterAll(async () => {
    await browser.close();
    await tenant.stop();
  });

  const panel = (): Locator => page.locator('[data-control="cosell_CoSell.SyncPanel"]');
  const referral = (id: string) => {
    const found = tenant.sandbox.state.referrals.get(id);
    if (found === undefined) throw new Error(`The sandbox has no referral ${id}.`);
    return found;
  };

  /** Microsoft offers a deal; its referral, and its opportunity once that is there. */
  const offer = async (name: string): Promise<{ referralId: string; opportunityId: string }> => {
    const begun = await sides.sandbox("POST", "/microsoft/referrals", { ...sampleDeal, name });
    const referralId = String(begun["id"]);
    const filter = `${own.referralIdentifier} eq '${referralId}' and ${own.syncStatus} eq ${choices.syncStatus.needsAttention}`;
    const row = await sides.until<Body>(
      "The opportunity",
      async () => (await sides.rows(`opportunities?$select=name&$filter=${filter}`))[0],
    );
    return { referralId, opportunityId: String(row["opportunityid"]) };
  };

  const open = async (opportunityId: string): Promise<void> => {
    await page.goto(`${tenant.tenantAddress}/main.aspx?pagetype=entityrecord&etn=opportunity&id=${opportunityId}`);
    await new RecordPage(page).openTab("Microsoft Partner Center");
  };

  it("sees how long there is, accepts with one press, and both sides agree", async () => {
    const { referralId, opportunityId } = await offer("Offered on the form");
    await open(opportunityId);
    const card = panel().getByRole("region", { name: "Microsoft waits for your answer" });
    await card.getByText("You have 14 days to answer.").waitFor();
    await card.getByRole("button", { name: "Accept" }).click();
    await panel().getByText("In sync").first().waitFor();
    expect(referral(referralId).content).toMatchObject({ status: "Active", externalReferenceId: opportunityId });
  });

  it("declines for a reason, and the deal is closed on both sides", async () => {
    const { referralId, opportunityId } = await offer("Declined on the form");
    await open(opportunityId);
    await panel().getByRole("button", { name: "Decline…" }).click();
    await panel().getByRole("radio", { name: "Not a customer" }).check();
    await panel().getByRole("button", { name: "Decline for good" }).click();
    await panel().getByText("Closed").first().waitFor();
    expect(referral(referralId).content).toMatchObject({ status: "Closed", substatus: "Declined" });
  });

  it("decides a value that both sides changed, with one press", async () => {
    const { referralId, opportunityId } = await offer("Changed on both sides");
    await open(opportunityId);
    // From the first on: the notification of the acceptance would bring Microsoft's edit in before the seller's.
    await sides.sandbox("POST", "/mishaps", { kind: "delay", times: 10, ms: 60_000 });
    await panel().getByRole("button", { name: "Accept" }).click();
    await panel().getByText("In sync").first().waitFor();

    await sides.sandbox("POST", `/partner/referrals/${referralId}/edit`, { dealValue: 70_000 });
    const form = new RecordPage(page);
    await form.openTab("Summary");
    await form.fill("estimatedvalue", "80000");
    await form.save();
    await form.openTab("Microsoft Partner Center");
    await panel().getByText("Changed on both sides – choose the right value").waitFor();
    expect(referral(referralId).content.details?.dealValue).toBe(70_000);

    await panel()
      .getByRole("button", { name: /^Take this for Est\. Revenue: .*70,000/ })
      .click();
    await panel().getByText("In sync").first().waitFor();
    const row = await sides.crm(`opportunities(${opportunityId})?$select=estimatedvalue`);
    expect(row["estimatedvalue"]).toBe(70_000);
    await sides.sandbox("DELETE", "/mishaps");
  });

  describe("about a lead", () => {
    const leadPanel = (): Locator => page.locator('[data-control="cosell_CoSell.LeadPanel"]');

    /** Opens the lead that a referral became. */
    const offerLead = async (name: string): Promise<{ referralId: string; leadId: string }> => {
      const offers = new Offers(sides);
      const referralId = await offers.offer({ kind: "marketplaceLead", name });
      const isOffered = (row: Body): boolean => row[own.syncStatus] === choices.syncStatus.needsAttention;
      const { leadid } = await offers.arrived(referralId, isOffered, "leads");
      const leadId = String(leadid);
      await page.goto(`${tenant.tenantAddress}/main.aspx?pagetype=entityrecord&etn=lead&id=${leadId}`);
      return { referralId, leadId };
    };

    it("reads above the form that Microsoft waits, accepts on its tab, and the next edit is sent", async () => {
      const { referralId } = await offerLead("Lead to accept");
      await page.getByText(/^Microsoft offers this deal to you\. You have 14 days to answer\./).waitFor();
      const form = new RecordPage(page);
      await form.openTab("Microsoft Partner Center");
      await leadPanel().getByText("Microsoft offers you this lead. Do you want it?").waitFor();
      expect(await seenFaults(page)).toEqual([]);

      await leadPanel().getByRole("button", { name: "Accept" }).click();
      await leadPanel().getByText("In sync").first().waitFor();
      expect(referral(referralId).content).toMatchObject({ status: "Active", substatus: "Accepted" });
      expect(await seenFaults(page)).toEqual([]);

      await page.setViewportSize({ width: 1400, height: 1100 });
      await form.openTab("Summary");
      await form.fill("description", "They called back.");
      await form.save();
      await sides.until("The seller's words", () =>
        Promise.resolve(referral(referralId).content.details?.notes === "They called back." ? true : undefined),
      );
    });

    it("declines for a reason, and the referral is closed on both sides", async () => {
      const { referralId } = await offerLead("Lead to decline");
      await new RecordPage(page).openTab("Microsoft Partner Center");
      await leadPanel().getByRole("button", { name: "Decline…" }).click();
      await leadPanel().getByRole("radio", { name: "Not a customer" }).check();
      await leadPanel().getByRole("button", { name: "Decline for good" }).click();
      await leadPanel().getByText("This lead was declined and is closed in Partner Center").waitFor();
      expect(referral(referralId).content).toMatchObject({ status: "Closed", substatus: "Declined" });
    });

    it("is told of a lead that never was in Partner Center that nothing of it is shared", async () => {
      const leadId: string = randomUUID();
      await sides.crm("leads", "POST", { leadid: leadId, subject: "From a fair", lastname: "Lie" });
      await page.goto(`${tenant.tenantAddress}/main.aspx?pagetype=entityrecord&etn=lead&id=${leadId}`);
      await new RecordPage(page).openTab("Microsoft Partner Center");
      await leadPanel().getByText("This lead did not come from Microsoft Partner Center").waitFor();
      expect(await leadPanel().getByRole("button").count()).toBe(0);
      expect(await seenFaults(page)).toEqual([]);
    });
  });
});
