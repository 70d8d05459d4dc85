import type { Page } from "playwright-core";
import { describeInBrowser } from "../../../support/browser";
import { startBrowserTest, type BrowserTest } from "./support/startBrowserTest";
import { ids } from "./support/salesFixture";

describeInBrowser("a table's list in a browser", () => {
  let forms: BrowserTest;
  let page: Page;

  beforeAll(async () => {
    forms = await startBrowserTest();
  });
  afterAll(() => forms.stop());
  beforeEach(async () => {
    page = await forms.open("/");
    await page.locator("[data-row]").first().waitFor();
  });
  afterEach(() => page.close());

  test("begins with the default view of opportunities", async () => {
    expect(await page.getByRole("button", { name: "Open Opportunities" }).count()).toBe(1);
    expect(await page.locator('[data-row] [data-column="estimatedvalue"]').textContent()).toBe("$25,000.00");
    expect(await page.locator('[data-row] [data-column="estimatedclosedate"]').textContent()).toBe("11/30/2026");
  });

  test("a view's script puts its icon, with its words, beside the value", async () => {
    await page.getByRole("button", { name: "Open Opportunities" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Scored Opportunities" }).click();

    const icon = page.getByRole("img", { name: "High score" });
    await icon.waitFor();
    expect(await icon.getAttribute("src")).toBe("/WebResources/acme_/images/high.svg");
    expect(await page.getByRole("columnheader", { name: "Opportunity" }).count()).toBe(0);
    expect(page.url()).toContain(ids.scoredView);
  });

  test("every row has its icon as soon as the script is there, however many wait for it", async () => {
    const { opportunities } = forms.tenant.api.sets;
    const scored = opportunities?.get(ids.opportunity) ?? {};
    const others = ["a", "b", "c"].map((last) => ids.opportunity.slice(0, -1) + last);
    for (const id of others) opportunities?.set(id, { ...scored, opportunityid: id });
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route("**/acme_/Icons.js", async (route) => {
      await arrived;
      await route.continue();
    });

    await page.goto(`${forms.tenant.address}/main.aspx?pagetype=entitylist&etn=opportunity&viewid=${ids.scoredView}`);
    await page.locator("[data-row]").nth(others.length).waitFor();
    expect(await page.getByRole("img", { name: "High score" }).count()).toBe(0);
    arrive();
    await page.getByRole("img", { name: "High score" }).nth(others.length).waitFor();
    for (const id of others) opportunities?.delete(id);
  });

  test("opens the row one clicks", async () => {
    await page.getByRole("link", { name: "6 tablets for Contoso" }).click();

    await page.locator(`[data-record="${ids.opportunity}"]`).waitFor();
  });

  test("deletes selected rows after asking", async () => {
    await page.locator('[data-sitemap="account"]').click();
    const row = page.locator(`[data-row="${ids.otherAccount}"]`);
    await row.getByRole("checkbox").check({ force: true });
    await page.locator('[data-command="delete"]').click();
    await page.locator('[data-dialog="confirm"]').waitFor();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await row.waitFor({ state: "detached" });

    expect(forms.tenant.api.writes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `DELETE accounts(${ids.otherAccount})`,
    ]);
  });

  test("tables of imported solutions stand in the site map", async () => {
    await page.locator('[data-sitemap="acme_part"]').click();

    await page.getByRole("link", { name: "Stylus" }).waitFor();
  });

  test("a table without what is asked says so in words", async () => {
    await page.goto(`${forms.tenant.address}/main.aspx?pagetype=entitylist&etn=nowhere`);

    await page.getByText('The table "nowhere" is not in this tenant.').waitFor();
  });

  test("no page asked another address than the tenant's or failed unheard", () => {
    expect(forms.foreign).toEqual([]);
    expect(forms.errors).toEqual([]);
  });
});
