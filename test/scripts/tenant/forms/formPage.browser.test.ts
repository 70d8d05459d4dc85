import type { BrowserContext, Page } from "playwright-core";
import type { FixtureTenant } from "./support/startFixtureTenant";
import { describeInBrowser } from "./support/describeInBrowser";
import { openBrowser } from "./support/openBrowser";
import { ids, startSalesTenant } from "./support/startSalesTenant";

describeInBrowser("an opportunity's form in a browser", () => {
  let tenant: FixtureTenant;
  let browser: BrowserContext;
  let page: Page;
  const foreign: string[] = [];

  beforeAll(async () => {
    [tenant, browser] = await Promise.all([startSalesTenant(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await tenant?.stop();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    page.on("request", (request) => {
      if (!request.url().startsWith(tenant.address) && !request.url().startsWith("data:")) foreign.push(request.url());
    });
    await page.goto(`${tenant.address}/main.aspx?pagetype=entityrecord&etn=opportunity&id=${ids.opportunity}`);
  });
  afterEach(() => page.close());

  test("shows what the Web API holds, and saves only what was edited", async () => {
    const topic = page.locator('[data-column="name"] input').first();
    await topic.waitFor();
    expect(await topic.inputValue()).toBe("6 tablets for Contoso");

    await topic.fill("8 tablets for Contoso");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("heading", { name: "8 tablets for Contoso" }).waitFor();

    expect(tenant.api.writes).toEqual([
      { method: "PATCH", path: `opportunities(${ids.opportunity})`, body: { name: "8 tablets for Contoso" } },
    ]);
  });

  test("draws a code component and takes its outputs into the column", async () => {
    await page.getByRole("tab", { name: "Acme" }).click();
    const gauge = page.locator('[data-control="acme_Acme.Gauge"]');
    await gauge.getByText("Deal score: 7").waitFor();

    await gauge.getByRole("button", { name: "Raise" }).click();

    await gauge.getByText("Deal score: 8").waitFor();
  });

  test("asks no address but the tenant's", () => {
    expect(foreign).toEqual([]);
  });
});
