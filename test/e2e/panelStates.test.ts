import type { Browser, Locator, Page } from "playwright-core";
import { choices, columns, securityRoles } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { describeInBrowser, launchBrowser } from "../support/browser";
import { startDeals, type Deals } from "./support/Deals";
import { RecordPage } from "./support/RecordPage";
import { sampleDeal } from "./support/sampleDeal";
import { seenFaults } from "../support/seenFaults";
import type { Body, Sides } from "./support/Sides";

jest.setTimeout(300_000);

const { referralIdentifier, syncStatus } = columns.opportunity;
const status = choices.syncStatus;

/** In a real browser over a real form; what the panel says in each of its states, its own tests tell. */
describeInBrowser("the panel on the form, read with tired eyes, a magnifier or a screen reader", () => {
  let tenant: RunningTenant;
  let sides: Sides;
  let deals: Deals;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [{ tenant, sides, deals }, browser] = await Promise.all([startDeals(), launchBrowser()]);
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await tenant.stop();
  });

  const panel = (): Locator => page.locator('[data-control="cosell_CoSell.SyncPanel"]');

  const open = async (id: string): Promise<void> => {
    await page.setViewportSize({ width: 1280, height: 1024 });
    await page.goto(`${tenant.tenantAddress}/main.aspx?pagetype=entityrecord&etn=opportunity&id=${id}`);
    await new RecordPage(page).openTab("Microsoft Partner Center");
  };

  /** Kim is this, and nothing else, from now on. */
  const become = async (...roleNames: readonly string[]): Promise<void> => {
    const { core } = tenant;
    const [table, id] = ["systemuserroles", "systemuserroleid"];
    for (const row of await core.rows.read(table, [id], { systemuserid: baseIds.kimSeller }))
      await core.rows.delete(table, String(row[id]));
    for (const name of roleNames) await core.assignRole(baseIds.kimSeller, name);
  };

  /** A deal whose revenue Dynamics 365 computes, and Partner Center changed. */
  const computed = async (): Promise<string> => {
    const { id, referralId } = await deals.share("Computed", { estimatedvalue: 500 });
    await deals.patch(id, { isrevenuesystemcalculated: true });
    await deals.edit(referralId, { dealValue: 900 });
    await deals.when(id, "The difference", (row) => row[syncStatus] === status.changedAtMicrosoft);
    return id;
  };

  const blocked = async (): Promise<string> => deals.prepare("Blocked", { cosell_customerconsent: false });

  const offered = async (): Promise<string> => {
    const { id: referralId } = await sides.sandbox("POST", "/microsoft/referrals", { ...sampleDeal, name: "Offered" });
    const filter = `${referralIdentifier} eq '${String(referralId)}' and ${syncStatus} eq ${status.needsAttention}`;
    const row = await sides.until<Body>(
      "The offered deal",
      async () => (await sides.rows(`opportunities?$filter=${filter}`))[0],
    );
    return String(row["opportunityid"]);
  };

  const refused = async (): Promise<string> => {
    const { id } = await deals.share("Refused");
    await sides.sandbox("POST", "/faults", { operation: "PATCH referral", kind: 403, times: 1 });
    await deals.patch(id, { estimatedvalue: 1001 });
    await deals.when(id, "The refusal", (row) => row[syncStatus] === status.needsAttention);
    return id;
  };

  const conflicting = async (): Promise<string> => {
    // From the first on: the notification of the own referral would bring Microsoft's edit in before the seller's.
    await sides.sandbox("POST", "/mishaps", { kind: "delay", times: 10, ms: 60_000 });
    const { id, referralId } = await deals.share("Conflicting");
    await deals.edit(referralId, { dealValue: 70_000 });
    await deals.patch(id, { estimatedvalue: 80_000 });
    await deals.when(id, "The conflict", (row) => row[syncStatus] === status.conflict);
    await sides.sandbox("DELETE", "/mishaps");
    return id;
  };

  it.each<[state: string, given: () => Promise<string>, words: RegExp]>([
    ["a value that Dynamics 365 did not take", computed, /Dynamics 365 keeps its own value: it computes or rounds it/],
    ["something is missing", blocked, /Ready to share\?/],
    ["Microsoft waits for an answer", offered, /You have 14 days to answer/],
    ["Partner Center refused", refused, /Who can do it/],
    ["both sides changed one value", conflicting, /choose the right value/],
  ])("%s: nothing is cut, hidden from a screen reader or scrolled in two directions", async (_state, given, words) => {
    await open(await given());
    await panel().getByText(words).first().waitFor();

    expect(await seenFaults(page)).toEqual([]);
  });

  it("twin: what is too wide, and a button without a name, are found", async () => {
    await page.evaluate(`(() => {
      const box = document.querySelector('[data-control="cosell_CoSell.SyncPanel"]');
      box.insertAdjacentHTML("beforeend", '<div style="overflow: hidden"><button style="width: 310px"></button></div>');
    })()`);
    const faults = await seenFaults(page);
    expect(faults).toContain('1280 px: button-name: <button style="width: 310px"></button>');
    expect(faults.some((fault) => fault.startsWith("300 px: cut: <div"))).toBe(true);
    await page.reload();
  });

  it("says to whoever lacks the role what is hidden, that edits are sent all the same, and whom to ask", async () => {
    const { id, referralId } = await deals.share("Without the role");
    await become("Basic User", "Salesperson");
    await open(id);
    await panel()
      .getByText(/What you save is sent all the same\. Ask your .* for the security role “Co-sell Seller”/)
      .waitFor();
    await panel().getByRole("button", { name: "What Partner Center holds" }).waitFor();
    expect(await seenFaults(page)).toEqual([]);

    await page.setViewportSize({ width: 1280, height: 1024 });
    const form = new RecordPage(page);
    await form.openTab("Summary");
    await form.fill("estimatedvalue", "4321");
    await form.save();
    await page.getByText(/saved and sent in the background, but you may not follow that here/).waitFor();
    await sides.until("The value", () =>
      Promise.resolve(deals.referral(referralId).details?.dealValue === 4321 || undefined),
    );
  });

  it("shows everything to whoever may only read, and offers nothing", async () => {
    await become("Basic User", securityRoles.coSellOperator);
    const [row] = await sides.rows("opportunities?$filter=name eq 'Computed'");
    await open(String(row?.["opportunityid"]));
    await panel().getByText("You can read this opportunity but not change it.").waitFor();
    await panel().getByText("€900.00").waitFor();

    expect(
      await panel()
        .getByText(/before you delete it/)
        .count(),
    ).toBe(0);
    expect(await page.locator('[data-command="save"]').isDisabled()).toBe(true);
    expect(await seenFaults(page)).toEqual([]);
  });
});
