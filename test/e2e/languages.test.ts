import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { choices } from "../../Solution/engine/domain/schema";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { describeInBrowser, launchBrowser } from "../support/browser";
import { seenFaults } from "../support/seenFaults";
import { startDeals } from "./support/Deals";
import { stretchTexts } from "./support/stretchTexts";

jest.setTimeout(180_000);

const [german, arabic] = [1031, 1025];
const looks = process.env["COSELL_LOOKS"];

/** One tenant, and people of several languages before it. */
describeInBrowser("the connector in the language of its user", () => {
  let tenant: RunningTenant;
  let browser: Browser;
  let dealId: string;
  let blockedId: string;
  let context: BrowserContext | undefined;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    const [started, launched] = await Promise.all([startDeals(), launchBrowser()]);
    [tenant, browser] = [started.tenant, launched];
    ({ id: dealId } = await started.deals.share("Langer Name einer Verkaufschance"));
    const { deals } = started;
    blockedId = await deals.prepare("Blocked", { cosell_customerconsent: false });
    await deals.patch(blockedId, { cosell_syncwithpartnercenter: true });
    await deals.when(blockedId, "The blocked deal", (row) => row["cosell_syncstatus"] === choices.syncStatus.blocked);
  });
  afterAll(async () => {
    await browser.close();
    await tenant.stop();
  });

  const speak = async (languageId: number, userId: string = baseIds.kimSeller): Promise<void> => {
    const url = tenant.tenantAddress;
    const opened = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    context = opened;
    await opened.addCookies([
      { name: "tenant-language", value: String(languageId), url },
      { name: "tenant-user", value: userId, url },
    ]);
    page = await opened.newPage();
    page.on("pageerror", (error) => problems.push(String(error)));
  };
  afterEach(async () => {
    await context?.close();
    expect(problems).toEqual([]);
  });

  const panel = (): Locator => page.locator('[data-control="cosell_CoSell.SyncPanel"]');
  const look = async (name: string): Promise<void> => {
    if (looks !== undefined) await page.screenshot({ path: `${looks}/${name}.png`, fullPage: true });
  };
  const openDeal = async (id: string): Promise<void> => {
    await page.goto(`${tenant.tenantAddress}/main.aspx?pagetype=entityrecord&etn=opportunity&id=${id}`);
    await page.getByRole("tab", { name: "Microsoft Partner Center", exact: true }).click();
    await panel().locator(".cosell-frame, [class*=cosell]").first().waitFor();
  };
  const openList = async (table: string): Promise<void> => {
    await page.goto(`${tenant.tenantAddress}/main.aspx?pagetype=entitylist&etn=${table}`);
    await page.locator("[data-row]").first().waitFor();
  };
  const openSetup = async () => {
    await page.goto(`${tenant.tenantAddress}/main.aspx?appname=cosell_CoSell`);
    const frame = page.frameLocator('iframe[data-web-resource="cosell_/setup/setup.html"]');
    await frame.locator('[data-loaded="true"][aria-busy="false"]').waitFor();
    return frame;
  };

  it("is German on the form: columns, choices, panel, picker and the line above the form", async () => {
    await speak(german);
    await openDeal(dealId);
    await panel().getByText("Synchron", { exact: true }).waitFor();
    expect(await page.locator('[data-column="cosell_syncwithpartnercenter"]').first().innerText()).toContain(
      "Mit Partner Center synchronisieren",
    );
    await page.getByRole("combobox", { name: "Lösung hinzufügen" }).waitFor();
    expect(await page.locator("[data-notification]").first().innerText()).toContain(
      "Synchron mit Microsoft Partner Center.",
    );
    await look("de-form");
    await openDeal(blockedId);
    await panel().getByText("Blockiert (", { exact: false }).first().waitFor();
    await look("de-blocked");
  });

  it("is German in lists: views, commands, icons and what a command says", async () => {
    await speak(german);
    await openList("opportunity");
    await page.locator("[data-row]", { hasText: "Langer Name" }).getByRole("checkbox").check({ force: true });
    await page.locator('[data-command$="List.Menu"]').getByText("Co-Selling").click();
    await look("de-list-menu");
    await page.getByRole("menuitem", { name: "Jetzt synchronisieren" }).click();
    await page.getByText("Synchronisiert: 1 Zeile").waitFor();
    await look("de-list");
  });

  it("is in definitions, with all languages and that of who asks", async () => {
    const address = `${tenant.tenantAddress}/api/data/v9.2/EntityDefinitions(LogicalName='cosell_conflict')`;
    const answer = await fetch(`${address}?$select=DisplayName`, { headers: { cookie: `tenant-language=${german}` } });
    const { DisplayName: name } = (await answer.json()) as {
      DisplayName: { UserLocalizedLabel: unknown; LocalizedLabels: unknown[] };
    };
    expect(name.UserLocalizedLabel).toEqual({ Label: "Konflikt", LanguageCode: german });
    expect(name.LocalizedLabels).toEqual(
      expect.arrayContaining([
        { Label: "Conflict", LanguageCode: 1033 },
        { Label: "Konflikt", LanguageCode: german },
      ]),
    );
  });

  it("is German on the page Setup and health, with the app around it", async () => {
    await speak(german, baseIds.alexAdmin);
    const frame = await openSetup();
    expect(await frame.locator("h1").innerText()).toBe("Einrichtung und Zustand");
    expect(await frame.locator("html").getAttribute("lang")).toBe("de-DE");
    expect(await page.locator("[data-sitemap]").allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining("Konflikte")]),
    );
    await look("de-setup");
  });

  it("is Arabic from right to left, without scrolling to the side, and axe finds nothing", async () => {
    await speak(arabic);
    await openDeal(dealId);
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    await look("ar-form");
    expect(await seenFaults(page)).toEqual([]);
  });

  it("is Arabic on the page Setup and health, too", async () => {
    await speak(arabic, baseIds.alexAdmin);
    const frame = await openSetup();
    expect(await frame.locator("html").getAttribute("dir")).toBe("rtl");
    await look("ar-setup");
    const sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    expect(await frame.locator("html").evaluate(sideways)).toBeLessThanOrEqual(0);
  });

  it("keeps all of its text where texts are 40 % longer", async () => {
    await speak(german);
    await stretchTexts(page.context());
    await openDeal(blockedId);
    await panel().getByText("⟦", { exact: false }).first().waitFor();
    await look("pseudo-form");
    // Of stretched texts the longer one no longer holds the shorter; real ones are looked at by axe.
    const faults = (await seenFaults(page)).filter((fault) => !fault.includes("label-content-name-mismatch"));
    expect(faults).toEqual([]);
  });
});
