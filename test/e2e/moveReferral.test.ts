import type { Browser, Locator, Page } from "playwright-core";
import { choices, columns, customApis, securityRoles, tables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { describeInBrowser, launchBrowser } from "../support/browser";
import { startDeals, type Deals } from "./support/Deals";
import { openRecord } from "./support/RecordPage";
import { sampleDeal } from "./support/sampleDeal";
import type { Sides } from "./support/Sides";

jest.setTimeout(180_000);

const { conflict, link } = columns;

describeInBrowser("a referral on the wrong record, and a decision that was a mistake", () => {
  let tenant: RunningTenant;
  let sides: Sides;
  let deals: Deals;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [{ tenant, sides, deals }, browser] = await Promise.all([
      startDeals(securityRoles.coSellOperator),
      launchBrowser(),
    ]);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.context().addCookies([{ name: "tenant-user", value: baseIds.alexAdmin, url: tenant.tenantAddress }]);
  });
  afterAll(async () => {
    await browser.close();
    await tenant.stop();
  });

  const command = (name: string): Locator => page.locator(`[data-command$=".${name}"]`);
  const openForm = (table: string, id: string): Promise<void> => openRecord(page, tenant, table, id);
  const confirm = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).last().click();
  const linkOf = async (referralId: string): Promise<string> => {
    const filter = `${link.referralIdentifier} eq '${referralId}' and ${link.syncStatus} ne null`;
    const row = await sides.until("The link", async () => {
      const [found] = await sides.rows(`${tables.link.entitySetName}?$filter=${filter}`);
      return found;
    });
    await deals.quiet();
    return String(row[tables.link.primaryId]);
  };
  const opportunities = (): Promise<number> =>
    sides.rows("opportunities?$select=opportunityid").then((rows) => rows.length);

  it("moves, is edited where it is now, is taken off, and never comes back", async () => {
    const right = await deals.prepare("The right record", {});
    await deals.quiet();
    const offered = await sides.sandbox("POST", "/microsoft/referrals", { ...sampleDeal, name: "On the wrong record" });
    const referralId = String(offered["id"]);
    const linkId = await linkOf(referralId);
    await sides.sandbox("POST", `/partner/referrals/${referralId}/accept`, {});
    await deals.quiet();
    await openForm(tables.link.logicalName, linkId);
    await command("Form.MoveReferral").click();
    await page.getByRole("searchbox", { name: "Look for a record" }).fill("The right");
    await page.getByRole("button", { name: "The right record", exact: true }).click();
    await confirm("Move");
    await deals.when(right, "The referral", (row) => row["cosell_referralidentifier"] === referralId);
    await deals.quiet();
    await deals.patch(right, { estimatedclosedate: "2027-05-20" });
    await deals.quiet();
    expect(JSON.stringify(deals.referral(referralId))).toContain("2027-05-20");

    const before = await opportunities();
    await page.reload();
    await command("Form.TakeOffReferral").click();
    await confirm("Take off");
    await deals.when(right, "No referral", (row) => (row["cosell_referralidentifier"] ?? null) === null);
    await deals.edit(referralId, { notes: "Edited there since" });
    await sides.call(customApis.runMaintenance, {});
    await deals.quiet();
    expect(await opportunities()).toBe(before);
    expect(await deals.read(right)).toMatchObject({ cosell_syncwithpartnercenter: false });
    expect((await deals.read(right))["cosell_audit"]).toMatch(/took the deal of Partner Center off this record/);
  });

  it("takes a decision back, and both sides hold the other value", async () => {
    const { id, referralId } = await deals.share("Decided wrongly", { description: "Agreed" });
    await sides.sandbox("POST", "/mishaps", { kind: "drop", times: 10 });
    await deals.edit(referralId, { notes: "Typed there" });
    await deals.patch(id, { description: "Typed here" });
    const open = `${conflict.state} eq ${choices.conflictState.open} and _${conflict.opportunityId}_value eq ${id}`;
    const [row] = await sides.until("The conflict", async () => {
      const rows = await sides.rows(`${tables.conflict.entitySetName}?$filter=${open}`);
      return rows.length > 0 ? rows : undefined;
    });
    await sides.sandbox("DELETE", "/mishaps");
    await deals.quiet();
    const ConflictId = String(row?.[tables.conflict.primaryId]);
    await sides.call(customApis.resolveConflict, { ConflictId, Decision: "dynamics365" });
    await openForm(tables.conflict.logicalName, ConflictId);
    await command("Form.UndoDecision").click();
    await confirm("Take back");
    const lost = row?.[conflict.valueThere];
    await deals.when(id, "The value that lost", (one) => one["description"] === lost);
    await deals.quiet();
    expect(JSON.stringify(deals.referral(referralId))).toContain(JSON.stringify(lost));
  });
});
