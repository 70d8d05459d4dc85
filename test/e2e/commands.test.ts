import { randomUUID } from "node:crypto";
import type { Browser, Locator, Page } from "playwright-core";
import { choices, columns } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { describeInBrowser, launchBrowser } from "../support/browser";
import { axeFaults, seenFaults } from "../support/seenFaults";
import { openRecord } from "./support/RecordPage";
import { Offers } from "./support/Offers";
import { Sides, type Body } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(120_000);

const { syncStatus } = columns.opportunity;

/** A form of accounts that lists their opportunities, as Microsoft's own does. */
const withSubgrid = (formXml: string, viewId: string): string =>
  formXml.replace(
    "</rows>",
    `<row><cell id="{${randomUUID()}}" showlabel="false" rowspan="4"><labels><label description="Opportunities" languagecode="1033"/></labels>` +
      `<control id="subgrid_deals" classid="{E7A81278-8635-4D9E-8D4D-59480B391C5B}" indicationOfSubgrid="true"><parameters>` +
      `<TargetEntityType>opportunity</TargetEntityType><ViewId>{${viewId}}</ViewId>` +
      `<RelationshipName>opportunity_parent_account</RelationshipName><RecordsPerPage>10</RecordsPerPage>` +
      `</parameters></control></cell></row></rows>`,
  );

describeInBrowser("commands of the solution over forms and lists", () => {
  let tenant: RunningTenant;
  let sides: Sides;
  let offers: Offers;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [tenant, browser] = await Promise.all([startBuiltTenant(), launchBrowser()]);
    sides = new Sides(tenant);
    offers = new Offers(sides);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  });
  afterAll(async () => {
    await browser.close();
    await tenant.stop();
  });

  const command = (name: string): Locator => page.locator(`[data-command$=".${name}"]`);
  const openForm = (table: string, id: string): Promise<void> => openRecord(page, tenant, table, id);

  const referral = (id: string) => {
    const { status, substatus } = tenant.sandbox.state.referrals.get(id)?.content ?? {};
    return { status, substatus };
  };
  const offered = async (name: string): Promise<{ referralId: string; id: string; row: Body }> => {
    const referralId = await offers.offer({ name });
    const row = await offers.arrived(referralId, (each) => each[syncStatus] === choices.syncStatus.needsAttention);
    return { referralId, id: String(row["opportunityid"]), row };
  };
  const select = (id: string): Promise<void> =>
    page.locator(`[data-row="${id}"]`).getByRole("checkbox").check({ force: true });
  const openList = async (table: string): Promise<void> => {
    await page.goto(`${tenant.tenantAddress}/main.aspx?pagetype=entitylist&etn=${table}`);
    await page.locator("[data-row]").first().waitFor();
  };

  it("opens the referral in Partner Center", async () => {
    const { id, row } = await offered("Opened");
    await openForm("opportunity", id);
    await command("Form.Menu").click();
    const opened = page.waitForEvent("popup");
    await command("OpenInPartnerCenter").click();
    expect((await opened).url()).toBe(row["cosell_referrallink"]);
  });

  it("accepts on the form, and what was a question before is none any more", async () => {
    const { id, referralId } = await offered("Accepted");
    await openForm("opportunity", id);
    await command("Form.Accept").click();
    await page.locator('[data-notification="cosell"]').getByText("In sync with").waitFor();
    await command("Form.Accept").waitFor({ state: "detached" });
    expect(referral(referralId)).toMatchObject({ status: "Active", substatus: "Accepted" });
  });

  it("declines for a reason that is chosen in a page of its own", async () => {
    const { id, referralId } = await offered("Declined");
    await openForm("opportunity", id);
    await command("Form.Decline").click();
    const asked = page.frameLocator("[data-page-dialog]");
    expect(await asked.getByRole("button", { name: "Decline for good" }).isDisabled()).toBe(true);
    await asked.getByRole("radio", { name: "Not a customer" }).check();
    await asked.getByRole("button", { name: "Decline for good" }).click();
    await page.locator('[data-notification="cosell"]').getByText("Closed in Microsoft Partner Center").waitFor();
    expect(referral(referralId)).toMatchObject({ status: "Closed", substatus: "Declined" });
  });

  it("accepts those of a selection that wait for it, and says which were left out", async () => {
    const [one, other] = [await offered("First of many"), await offered("Second of many")];
    const { opportunityid } = await sides
      .crm("opportunities", "POST", { name: "Never shared" })
      .then(() =>
        sides.rows("opportunities?$select=opportunityid&$filter=name eq 'Never shared'").then(([row]) => row ?? {}),
      );
    await openList("opportunity");
    for (const id of [one.id, other.id, String(opportunityid)]) await select(id);
    await command("List.Accept").click();
    await page.getByText("1 row of your selection will be left out").waitFor();
    await page.getByRole("button", { name: "Accept", exact: true }).last().click();
    await page.getByText("Accepted: 2 of 3 rows").waitFor();
    expect([referral(one.referralId), referral(other.referralId)]).toEqual([
      { status: "Active", substatus: "Accepted" },
      { status: "Active", substatus: "Accepted" },
    ]);
  });

  it("accepts over the opportunities of an account as over their list", async () => {
    const { id, referralId, row } = await offered("Of an account");
    const { rows } = tenant.core;
    const [form] = await rows.read("systemform", ["formid", "formxml"], { objecttypecode: "account", type: 2 });
    const [view] = await rows.read("savedquery", ["savedqueryid"], { name: "Co-sell Opportunities" });
    await rows.save("systemform", String(form?.["formid"]), {
      formxml: withSubgrid(String(form?.["formxml"]), String(view?.["savedqueryid"])),
    });
    await openForm("account", String(row["_parentaccountid_value"]));
    const grid = page.locator('[data-subgrid="subgrid_deals"]');
    await grid.locator(`[data-row="${id}"]`).getByRole("checkbox").check({ force: true });
    await command("SubGrid.Accept").click();
    await command("SubGrid.Accept").waitFor({ state: "detached" });
    expect(referral(referralId)).toMatchObject({ status: "Active", substatus: "Accepted" });
  });

  it("shows nothing over opportunities that are not shared", async () => {
    await sides.crm("opportunities", "POST", { name: "Kept to oneself" });
    const [row] = await sides.rows("opportunities?$select=opportunityid&$filter=name eq 'Kept to oneself'");
    await openForm("opportunity", String(row?.["opportunityid"]));
    // The rules have answered when they have asked for the record.
    await page.waitForLoadState("networkidle");
    expect(await page.locator('[data-command^="cosell."]').count()).toBe(0);
  });

  it("answers and closes an offered lead over its own form", async () => {
    const referralId = await offers.offer({ name: "A lead", kind: "qualifiedLead" });
    const row = await offers.arrived(
      referralId,
      (each) => each[syncStatus] === choices.syncStatus.needsAttention,
      "leads",
    );
    await openForm("lead", String(row["leadid"]));
    await command("Form.Accept").click();
    await command("Form.Accept").waitFor({ state: "detached" });
    await command("Form.Menu").click();
    await command("CloseAsWon").click();
    await page.getByRole("button", { name: "Close as won", exact: true }).click();
    await page.locator('[data-notification="cosell"]').getByText("Closed in Microsoft Partner Center").waitFor();
    expect(referral(referralId)).toEqual({ status: "Closed", substatus: "Won" });
  });

  it("lets operators compare a link anew, and shows that to nobody else", async () => {
    const { id } = await offered("Linked");
    const [link] = await sides.rows(`cosell_links?$select=cosell_linkid&$filter=_cosell_opportunityid_value eq ${id}`);
    await openList("cosell_link");
    await select(String(link?.["cosell_linkid"]));
    await command("List.Menu").waitFor();
    expect(await command("List.Replay").count()).toBe(0);

    await page.context().addCookies([{ name: "tenant-user", value: baseIds.alexAdmin, url: tenant.tenantAddress }]);
    await openList("cosell_link");
    await select(String(link?.["cosell_linkid"]));
    await command("List.Replay").click();
    await page.getByText("Compared: 1 row").waitFor();
    await page.context().clearCookies();
  });

  it("needs no mouse", async () => {
    const { id, row } = await offered("By keyboard");
    await openForm("opportunity", id);
    await command("Form.Menu").focus();
    await page.keyboard.press("Enter");
    const focused = (name: string): Locator => command(name).and(page.locator(":focus"));
    await focused("SyncNow").waitFor();
    await page.keyboard.press("ArrowDown");
    await focused("OpenInPartnerCenter").waitFor();
    const opened = page.waitForEvent("popup");
    await page.keyboard.press("Enter");
    expect((await opened).url()).toBe(row["cosell_referrallink"]);
  });

  it("axe finds nothing in an open menu, nor in the page that asks for a reason", async () => {
    const { id } = await offered("Looked at");
    await openForm("opportunity", id);
    await command("Form.Decline").click();
    const frame = await (await page.waitForSelector("[data-page-dialog]")).contentFrame();
    await frame?.waitForSelector("input[type=radio]");
    expect(frame && (await axeFaults(frame))).toEqual([]);
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await command("Form.Menu").click();
    await command("CopyReferralId").waitFor();
    expect(await seenFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});
