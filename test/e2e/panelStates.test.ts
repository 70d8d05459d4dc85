import type { Browser, Locator, Page } from "playwright-core";
import { choices, columns, securityRoles } from "../../Solution/engine/domain/schema";
import { galleryItems } from "../../scripts/gallery/states/galleryItems";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { describeInBrowser, launchBrowser } from "../support/browser";
import { startDeals, type Deals } from "./support/Deals";
import { RecordPage } from "./support/RecordPage";
import { axeFaults, cutFaults, seenFaults } from "../support/seenFaults";
import type { Sides } from "./support/Sides";

jest.setTimeout(300_000);

const { syncStatus } = columns.opportunity;
const status = choices.syncStatus;

const [english, arabic] = [1033, 1025];
const items = galleryItems(0);

/** Waits until an item of the gallery, in all its states or in one, is on the page. */
const showItem = async (page: Page, tenant: RunningTenant, query: Record<string, string | number>): Promise<void> => {
  const parameters = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  await page.goto(`${tenant.tenantAddress}/gallery/show?${parameters.join("&")}`);
  await page.locator('[data-drawn="true"]').waitFor();
};

/** In a real browser: the panel over a real form, and the gallery's states of everything. What they say, their own tests tell. */
describeInBrowser("controls and pages, read with tired eyes, a magnifier or a screen reader", () => {
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

  it.each<[state: string, given: () => Promise<string>, words: RegExp]>([
    ["a value that Dynamics 365 did not take", computed, /Dynamics 365 keeps its own value: it computes or rounds it/],
    ["something is missing", () => deals.prepare("Blocked", { cosell_customerconsent: false }), /Ready to share\?/],
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

  it.each(items.flatMap((item) => (item.kind === "control" ? [item.id] : [])))(
    "%s has no fault in any state: light from the left, dark from the right",
    async (item) => {
      const faults: string[] = [];
      // Colours do not depend on the side, nor names and roles on colours: two looks find what four would.
      for (const [lang, theme] of [
        [english, "light"],
        [arabic, "dark"],
      ] as const) {
        await page.setViewportSize({ width: 1280, height: 1024 });
        await showItem(page, tenant, { item, lang, theme });
        faults.push(...(await axeFaults(page)), ...(await cutFaults(page)));
      }
      // Panels on one page have the names of their regions in common; no form has two of them.
      expect(faults.filter((fault) => !fault.includes("landmark-unique"))).toEqual([]);
    },
  );

  it.each(
    items.flatMap((item) => (item.kind === "page" ? item.states.map((state) => [item.id, state.id] as const) : [])),
  )("%s has no fault in state %s: light, dark, in forced colours", async (item, state) => {
    await page.setViewportSize({ width: 1280, height: 1024 });
    await showItem(page, tenant, { item, state });
    const frame = page.frames()[1];
    if (frame === undefined) throw new Error("The gallery shows no page.");
    await frame.locator("h1, p").first().waitFor();
    const paper = (): Promise<string> => frame.evaluate("getComputedStyle(document.body).backgroundColor");
    const light = await paper();
    expect(await axeFaults(frame)).toEqual([]);

    await page.emulateMedia({ colorScheme: "dark" });
    expect(await paper()).not.toBe(light);
    expect(await axeFaults(frame)).toEqual([]);

    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    expect(await axeFaults(frame)).toEqual([]);
    await page.emulateMedia({ forcedColors: "none" });
  });

  it("puts the two buttons of a conflict level with each other, however long the values are", async () => {
    await page.setViewportSize({ width: 320, height: 1024 });
    await showItem(page, tenant, { item: "SyncPanel", state: "conflict" });
    const rows = await page
      .locator(".cosell-sides tbody")
      .evaluateAll<number[][], HTMLElement>((bodies) =>
        bodies.map((body) =>
          Array.from(body.querySelectorAll("button"), (button) => button.getBoundingClientRect().top),
        ),
      );
    expect(rows.map((tops) => tops.length)).toEqual([2, 2]);
    expect(rows.map(([here, there]) => here === there)).toEqual([true, true]);
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
