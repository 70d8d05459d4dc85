import type { Browser, Page } from "playwright-core";
import { columns, customApis, environmentVariables, securityRoles, tables } from "../../Solution/engine/domain/schema";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { describeInBrowser, launchBrowser } from "../support/browser";
import { Offers } from "./support/Offers";
import { parkedMessage } from "./support/parkedMessage";
import { setVariable } from "./support/setVariable";
import { Sides, type Body } from "./support/Sides";
import { SetupPage } from "./support/SetupPage";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(180_000);

const { connection, message } = columns;

describeInBrowser("whoever watches over the connector hears of trouble wherever they work", () => {
  let tenant: RunningTenant;
  let browser: Browser;
  let page: Page;
  let sides: Sides;

  beforeAll(async () => {
    [tenant, browser] = await Promise.all([startBuiltTenant(), launchBrowser()]);
    await tenant.core.assignRole(baseIds.kimSeller, securityRoles.coSellOperator);
    sides = new Sides(tenant);
    page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  });
  afterAll(async () => {
    await browser.close();
    await tenant.stop();
  });

  const bell = () => page.locator('[data-command="notifications"]');

  const look = async (): Promise<Body> => (await sides.call(customApis.raiseAlerts, {}))["Response"] as Body;

  /** Everything that stands has stood for an hour. */
  const waitAnHour = async (): Promise<void> => {
    const { logicalName, primaryId } = tables.connection;
    const { rows } = tenant.core;
    const [row] = await rows.read(logicalName, [primaryId, connection.alertMemory]);
    const memory = JSON.parse(String(row?.[connection.alertMemory])) as Record<string, { since: string }>;
    const since = new Date(Date.now() - 3_600_000).toISOString();
    const before = Object.fromEntries(Object.entries(memory).map(([cause, known]) => [cause, { ...known, since }]));
    await rows.save(logicalName, String(row?.[primaryId]), { [connection.alertMemory]: JSON.stringify(before) });
  };

  it("says to operators what they may not see, and asks them for nothing", async () => {
    const setup = new SetupPage(page, page.context());
    await setup.open(tenant.tenantAddress);
    expect(await setup.frame.locator("[data-overall]").innerText()).toMatch(/Only an administrator sees/);
    expect(await setup.frame.locator('[data-state="open"], [data-step] button, [data-state="problem"]').count()).toBe(
      0,
    );
  });

  it("shows nothing while everything works", async () => {
    expect(await look()).toMatchObject({ raised: [], standing: [] });
    await page.goto(tenant.tenantAddress);
    await page.getByRole("button", { name: "Notifications", exact: true }).click();
    await page.getByRole("dialog", { name: "Notifications" }).getByText("Nothing new.").waitFor();
  });

  it("tells of work that stopped, with what to do, once", async () => {
    await setVariable(tenant, environmentVariables.customizeApi.schemaName, "new_Missing");
    await new Offers(sides).offer({ name: "Stopped" });
    await parkedMessage(sides, `${message.failureCode} eq 'customize.unknown'`);
    expect(await look()).toMatchObject({ raised: [] });
    await waitAnHour();

    expect(await look()).toMatchObject({ raised: [{ cause: "parked customize.unknown" }] });
    expect(await look()).toMatchObject({ raised: [] });
    const told = (await tenant.core.rows.read("appnotification", ["ownerid"])).map(({ ownerid }) => ownerid);
    expect(told.sort()).toEqual([baseIds.kimSeller, baseIds.alexAdmin].sort());

    await page.reload();
    await page.getByRole("button", { name: "Notifications (1)" }).click();
    const card = page.locator('[data-notification="Co-sell: A change stopped and waits"]');
    expect(await card.innerText()).toMatch(/Correct or empty the environment variable Customize API\./);
  });

  it("leads to the page where it is repaired, and goes when it is dismissed", async () => {
    await page.getByRole("link", { name: "Open Setup and health" }).click();
    await page.locator('[data-web-resource="cosell_/setup/setup.html"]').waitFor();

    await bell().click();
    await page.getByRole("button", { name: "Dismiss Co-sell: A change stopped and waits" }).click();
    await page.getByText("Nothing new.").waitFor();
    expect(await sides.rows("appnotifications")).toEqual([]);
  });
});
