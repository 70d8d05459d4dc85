import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describeInBrowser } from "../../../support/browser";
import { ids } from "./support/salesFixture";
import { startBrowserTest, type BrowserTest } from "./support/startBrowserTest";

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** False findings come up while things still fade in. */
const fadeMs = 800;

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

describeInBrowser("accessibility", () => {
  let forms: BrowserTest;

  beforeAll(async () => {
    forms = await startBrowserTest();
  });
  afterAll(() => forms.stop());

  async function violationsOf(page: Page): Promise<string[]> {
    await page.waitForTimeout(fadeMs);
    // The page's own policy lets no script in but the tenant's; axe comes through the debugger.
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResult>("axe.run()");
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }

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
  ] as [string, string, (page: Page) => Promise<void>][])("%s: axe finds nothing", async (_name, path, prepare) => {
    const page = await forms.open(path);
    await page.locator("[data-row], [data-record]").first().waitFor();
    await prepare(page);

    expect(await violationsOf(page)).toEqual([]);
    await page.close();
  });

  test("twin: a button without a name is found", async () => {
    const page = await forms.open("/");
    await page.locator("[data-row]").first().waitFor();
    await page.evaluate("document.querySelector('main').append(document.createElement('button'))");

    expect(await violationsOf(page)).toEqual(["button-name: <button></button>"]);
    await page.close();
  });
});
