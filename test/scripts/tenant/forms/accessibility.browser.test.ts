import type { Page } from "playwright-core";
import { describeInBrowser } from "../../../support/browser";
import { seenFaults } from "../../../support/seenFaults";
import { ids } from "./support/salesFixture";
import { startBrowserTest, type BrowserTest } from "./support/startBrowserTest";

jest.setTimeout(180_000);

describeInBrowser("accessibility", () => {
  let forms: BrowserTest;

  beforeAll(async () => {
    forms = await startBrowserTest();
  });
  afterAll(() => forms.stop());

  test.each([
    ["list", "/", async () => undefined],
    ["form", `/main.aspx?pagetype=entityrecord&etn=opportunity&id=${ids.opportunity}`, async () => undefined],
    [
      "tab with a code component and a subgrid",
      `/main.aspx?pagetype=entityrecord&etn=opportunity&id=${ids.opportunity}`,
      (page: Page) => page.getByRole("tab", { name: "Acme" }).click(),
    ],
    [
      "panel over a form",
      `/main.aspx?pagetype=entityrecord&etn=opportunity&id=${ids.opportunity}`,
      async (page: Page) => {
        await page.getByRole("tab", { name: "Acme" }).click();
        await page.getByRole("button", { name: "New Part" }).click();
        await page.getByRole("dialog").getByLabel("Name").waitFor();
      },
    ],
    [
      "open lookup",
      `/main.aspx?pagetype=entityrecord&etn=opportunity&id=${ids.opportunity}`,
      async (page: Page) => {
        await page.locator('[data-column="transactioncurrencyid"] input').click();
        await page.getByText("No records found.").waitFor();
      },
    ],
  ] as [string, string, (page: Page) => Promise<void>][])(
    "%s: axe finds nothing, and nothing needs scrolling in two directions",
    async (_name, path, prepare) => {
      const page = await forms.open(path);
      await page.locator("[data-row], [data-record]").first().waitFor();
      await prepare(page);

      expect(await seenFaults(page)).toEqual([]);
      await page.close();
    },
  );

  test("twin: a button without a name is found", async () => {
    const page = await forms.open("/");
    await page.locator("[data-row]").first().waitFor();
    await page.evaluate("document.querySelector('main').append(document.createElement('button'))");

    expect(await seenFaults(page)).toContain("320 px: button-name: <button></button>");
    await page.close();
  });
});
