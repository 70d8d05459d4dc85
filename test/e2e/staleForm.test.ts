import type { Browser, Page } from "playwright-core";
import { choices, columns, tables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { sampleId } from "../../scripts/tenant/baseTables/sampleData";
import { describeInBrowser, launchBrowser } from "../support/browser";
import { RecordPage } from "./support/RecordPage";
import { Sides } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

const own = columns.opportunity;
const deal = sampleId("opportunity", "migration");

describeInBrowser("a form that was opened before Partner Center changed a value", () => {
  let tenant: RunningTenant;
  let sides: Sides;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [tenant, browser] = await Promise.all([startBuiltTenant(), launchBrowser()]);
    sides = new Sides(tenant);
    page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  });
  afterAll(async () => {
    await browser.close();
    await tenant.stop();
  });

  const valueHere = async (): Promise<unknown> =>
    (await sides.crm(`opportunities(${deal})?$select=estimatedvalue`))["estimatedvalue"];
  const until = (what: string, isSo: () => Promise<boolean>): Promise<true> =>
    sides.until(what, async () => ((await isSo()) ? true : undefined));

  it("warns before it saves over the new value, and keeps the value that loses", async () => {
    await sides.crm("cosell_partnercentersolutions", "POST", {
      [columns.partnerCenterSolution.name]: "Contoso Field Service Accelerator",
      [columns.partnerCenterSolution.solutionId]: "SOL-10001-CFS",
      "cosell_OpportunityId@odata.bind": `/opportunities(${deal})`,
    });
    await sides.crm(`opportunities(${deal})`, "PATCH", {
      [own.customerConsent]: true,
      [own.customerMarketplaceIntent]: choices.customerMarketplaceIntent.yes,
      [own.syncWithPartnerCenter]: true,
    });
    await until("In sync", async () => {
      const row = await sides.crm(`opportunities(${deal})?$select=${own.syncStatus}`);
      return row[own.syncStatus] === choices.syncStatus.inSync;
    });
    const [referral] = [...tenant.sandbox.state.referrals.values()];

    await page.goto(`${tenant.tenantAddress}/main.aspx?pagetype=entityrecord&etn=opportunity&id=${deal}`);
    const form = new RecordPage(page);
    await form.column("estimatedvalue").waitFor();
    await sides.sandbox("POST", `/partner/referrals/${referral?.id ?? ""}/edit`, { dealValue: 7_777 });
    await until("The edit", async () => (await valueHere()) === 7_777);
    await form.fill("estimatedvalue", "6000");

    await page.getByRole("button", { name: "Save", exact: true }).first().click();
    await page.getByText(/Est\. Revenue is .*7,777\.00 by now/).waitFor();
    await page.getByRole("button", { name: "Don't save" }).click();
    await page.getByText(/^Not saved\./).waitFor();
    expect(await valueHere()).toBe(7_777);

    await page.getByRole("button", { name: "Save", exact: true }).first().click();
    await page.getByRole("button", { name: "Save mine" }).click();
    await until("The save", async () => (await valueHere()) === 6_000);
    await until("Partner Center", async () =>
      Promise.resolve(tenant.sandbox.state.referrals.get(referral?.id ?? "")?.content.details?.dealValue === 6_000),
    );
    const { field, valueThere } = columns.conflict;
    const kept = await sides.rows(`${tables.conflict.entitySetName}?$select=${field},${valueThere}`);
    expect(kept).toEqual([expect.objectContaining({ [field]: "/details/dealValue", [valueThere]: "7777" })]);
  });
});
