import type { Page } from "playwright-core";
import { describeInBrowser } from "../../../support/browser";
import { startBrowserTest, type BrowserTest } from "./support/startBrowserTest";
import { ids } from "./support/salesFixture";

const recordPath = `/main.aspx?pagetype=entityrecord&etn=opportunity&id=${ids.opportunity}`;

describeInBrowser("an opportunity's form in a browser", () => {
  let forms: BrowserTest;
  let page: Page;

  beforeAll(async () => {
    forms = await startBrowserTest();
  });
  afterAll(() => forms.stop());
  beforeEach(async () => {
    page = await forms.open(recordPath);
    await page.locator("[data-record]").waitFor();
    forms.tenant.api.writes.length = 0;
  });
  afterEach(() => page.close());

  const save = () => page.locator('[data-command="save"]').click();
  const input = (column: string) =>
    page.locator(`[data-column="${column}"] input, [data-column="${column}"] textarea`).first();
  const saved = () => page.locator('[data-saved="Saved"]').waitFor();
  const openTab = (name: string) => page.getByRole("tab", { name }).click();

  test("shows what the Web API holds, and saves only what was edited", async () => {
    expect(await input("name").inputValue()).toBe("6 tablets for Contoso");

    await input("name").fill("8 tablets for Contoso");
    await save();
    await page.getByRole("heading", { name: "8 tablets for Contoso" }).waitFor();
    await saved();

    expect(forms.tenant.api.writes).toEqual([
      { method: "PATCH", path: `opportunities(${ids.opportunity})`, body: { name: "8 tablets for Contoso" } },
    ]);
  });

  test("writes every kind of column the way the Web API wants it", async () => {
    await input("estimatedvalue").fill("31,500.5");
    await input("estimatedclosedate").fill("12/24/2026");
    await input("estimatedclosedate").press("Enter");
    await page.locator('[data-column="opportunityratingcode"] [role="combobox"]').click();
    await page.getByRole("option", { name: "Warm" }).click();
    await page.getByRole("button", { name: "Remove Contoso Ltd from Account" }).click();
    await input("parentaccountid").fill("Fab");
    await page.getByRole("option", { name: /Fabrikam/ }).click();
    await save();
    await saved();

    expect(forms.tenant.api.writes.map(({ body }) => body)).toEqual([
      {
        estimatedvalue: 31500.5,
        estimatedclosedate: "2026-12-24",
        opportunityratingcode: 2,
        "parentaccountid@odata.bind": `/accounts(${ids.otherAccount})`,
      },
    ]);
  });

  test("does not send a record without its required column", async () => {
    await input("name").fill("");
    await save();

    await page.getByText("Topic: Required fields must be filled in.").waitFor();
    await page.locator('[data-column="name"]', { hasText: "Required fields must be filled in." }).waitFor();
    expect(forms.tenant.api.writes).toEqual([]);
  });

  test("does not send a number outside its limits", async () => {
    await input("closeprobability").fill("one");
    await save();

    await page.locator("[data-notification]", { hasText: "Probability: Enter a number." }).waitFor();
    expect(forms.tenant.api.writes).toEqual([]);
  });

  test("shows the server's own words when it refuses, and tells the script", async () => {
    forms.tenant.api.refuseNext = "The deal is frozen by finance.";
    await input("name").fill("Frozen deal");
    await save();

    await page.locator('[data-dialog="error"]', { hasText: "The deal is frozen by finance." }).waitFor();
    expect(await page.getByRole("heading", { name: "Business Process Error" }).count()).toBe(1);
    expect(await page.evaluate("window.acmeSaves")).toEqual([false]);
  });

  test("an OnSave handler keeps the record from being sent", async () => {
    await input("name").fill("Do not save");
    await save();
    await page.locator('[data-saved="Unsaved"]').waitFor();

    expect(forms.tenant.api.writes).toEqual([]);
  });

  test("a code component's output reaches the column, its OnChange handler and the next save", async () => {
    await openTab("Acme");
    const gauge = page.locator('[data-control="acme_Acme.Gauge"]');
    await gauge.getByText("Deal score: 7").waitFor();

    await gauge.getByRole("button", { name: "Raise" }).click();
    await gauge.getByRole("button", { name: "Raise" }).click();
    await gauge.getByText("Deal score: 9").waitFor();
    await save();

    await page.locator("[data-notification]", { hasText: "Description: Say why the score is that high." }).waitFor();
    expect(forms.tenant.api.writes).toEqual([]);
  });

  test("a code component follows the columns it is bound to", async () => {
    await openTab("Acme");
    await page.getByText("(6 tablets for Contoso)").or(page.getByText("(8 tablets for Contoso)")).waitFor();
    await openTab("Summary");
    await input("name").fill("Ten tablets");
    await openTab("Acme");

    await page.getByText("(Ten tablets)").waitFor();
  });

  test("an event of a code component reaches the form script that listens", async () => {
    await openTab("Acme");
    await page.getByRole("button", { name: "Ask for help" }).click();

    await page.locator('[data-notification="acme-help"]', { hasText: "Help asked for description" }).waitFor();
  });

  test("adds a row to a subgrid through the other table's form, the lookup already filled", async () => {
    await openTab("Acme");
    const grid = page.locator('[data-subgrid="subgrid_parts"]');
    await grid.getByRole("link", { name: "Stylus" }).waitFor();
    await grid
      .getByRole("menuitem", { name: "New Part" })
      .or(grid.getByRole("button", { name: "New Part" }))
      .click();

    const panel = page.getByRole("dialog");
    await panel.getByLabel("Name").fill("Cover");
    await panel.getByRole("button", { name: "Save & Close" }).click();
    await grid.getByRole("link", { name: "Cover" }).waitFor();

    expect(forms.tenant.api.writes[0]?.body).toMatchObject({
      acme_name: "Cover",
      "acme_OpportunityId@odata.bind": `/opportunities(${ids.opportunity})`,
    });
    expect(await page.evaluate("window.acmePartCounts")).toEqual([1, 2]);
  });

  test("a new record starts with defaults and gets its address with the first save", async () => {
    await page.goto(`${forms.tenant.address}/main.aspx?pagetype=entityrecord&etn=opportunity`);
    await input("name").fill("A new deal");
    await save();
    await saved();

    expect(forms.tenant.api.writes[0]).toMatchObject({
      method: "POST",
      path: "opportunities",
      body: { name: "A new deal", "ownerid@odata.bind": `/systemusers(${ids.user})` },
    });
    expect(page.url()).toMatch(/id=[0-9a-f-]{36}/);
  });

  test("no page asked another address than the tenant's or failed unheard", () => {
    expect(forms.foreign).toEqual([]);
    expect(forms.errors).toEqual([]);
  });
});
