import type { Browser, BrowserContext } from "playwright-core";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { localPartner } from "../../scripts/tenant/partnerCenter/localPartner";
import { cloudFlows, tables } from "../../Solution/engine/domain/schema";
import { describeInBrowser, launchBrowser } from "../support/browser";
import { sampleDeal } from "./support/sampleDeal";
import { Offers } from "./support/Offers";
import { SetupPage } from "./support/SetupPage";
import { Sides } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(120_000);

describeInBrowser("from the imported package to the first referral, on the page Setup and health", () => {
  let tenant: RunningTenant;
  let browser: Browser;
  let context: BrowserContext;
  let setup: SetupPage;
  const problems: string[] = [];

  beforeAll(async () => {
    [tenant, browser] = await Promise.all([startBuiltTenant(undefined, false), launchBrowser()]);
    context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    await context.addCookies([{ name: "tenant-user", value: baseIds.alexAdmin, url: tenant.tenantAddress }]);
    const page = await context.newPage();
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("console", (message) => (message.type() === "error" ? problems.push(message.text()) : undefined));
    setup = new SetupPage(page, context);
    await setup.open(tenant.tenantAddress);
  });
  afterAll(async () => {
    await browser.close();
    await tenant.stop();
  });

  it("says what is left, and opens the first step", async () => {
    const open = setup.frame.locator("[data-step] > details[open]");
    expect(await open.count()).toBe(1);
    expect(await open.first().innerText()).toContain("/WebResources/cosell_/setup/signedIn.html");
    expect(await setup.states()).toMatchObject({
      settings: "problem",
      signIn: "problem",
      [`flow:${cloudFlows.partnerCenterToDynamics365.id}`]: "problem",
      registration: "warning",
    });
  });

  it.each([
    ["light colours", { colorScheme: "light" }],
    ["forced colours", { forcedColors: "active" }],
  ] as const)("axe finds nothing in it, in %s", async (_what, media) => {
    await setup.page.emulateMedia(media);
    expect(await setup.violations()).toEqual([]);
    await setup.page.emulateMedia({ forcedColors: "none" });
  });

  it("needs no scrolling to the side where a page of 1280 pixels is shown at 400 %", async () => {
    await setup.page.setViewportSize({ width: 320, height: 256 });
    expect(await setup.overflow()).toBeLessThanOrEqual(0);
    expect(await setup.violations()).toEqual([]);
    await setup.page.setViewportSize({ width: 1440, height: 1000 });
  });

  it("refuses what is no GUID before it is stored", async () => {
    await setup.frame.locator("#field-tenantId").fill("contoso");
    await setup.frame.locator('[data-action="saveRegistration"]').click();
    expect(await setup.frame.locator("#hint-tenantId").innerText()).toMatch(/is a GUID/);
    expect((await setup.states())["settings"]).toBe("problem");
  });

  it("needs four clicks and no address copied until Partner Center's notifications arrive", async () => {
    await setup.type("tenantId", localPartner.tenantId);
    await setup.type("clientId", localPartner.client.clientId);
    await setup.type("clientSecret", localPartner.client.clientSecret);
    await setup.press("saveRegistration");
    await setup.done("registration");
    await setup.signIn();
    await setup.done("signIn");
    await setup.press("turnFlowsOn");
    await setup.done("flows");
    await setup.done("notifications");

    console.log(`set up with ${setup.clicks} clicks and ${setup.typed} fields`);
    expect(await setup.violations()).toEqual([]);
    expect(setup.clicks).toBeLessThanOrEqual(4);
    expect([...tenant.sandbox.state.webhookRegistrations.values()].map(({ WebhookUrl }) => WebhookUrl)).toEqual([
      `${tenant.tenantAddress}/flows/${cloudFlows.partnerCenterToDynamics365.id}/trigger`,
    ]);
  });

  it("brings the first referral in", async () => {
    const sides = new Sides(tenant);
    const offers = new Offers(sides);
    const found = await offers.arrived(await offers.offer({ name: "First of all" }));
    expect(found["description"]).toBe(sampleDeal.notes);
  });

  it("says what a backfill would do, and does it: what is here already stays as it is", async () => {
    await setup.press("backfillPreview");
    const known = setup.frame.locator('[data-status="backfill"] [data-result="known"]');
    await known.waitFor();
    expect(await setup.frame.locator('[data-status="backfill"]').innerText()).toMatch(
      /would do[^]*nothing to change: 1/,
    );
    await setup.press("backfill");
    await setup.frame.getByText("Done:").waitFor();
    expect(await known.count()).toBe(1);
  });

  it("edits the field map: says what is wrong while it is typed, and shows with a deal what is sent", async () => {
    await setup.press("showMapping");
    const notes = setup.frame.locator('[data-field="/details/notes"]');
    await notes.waitFor();
    expect(await setup.frame.locator('[data-field][data-verdict="ok"]').count()).toBe(20);
    expect(await setup.violations()).toEqual([]);
    await setup.frame.locator("#field-mappingDeal").selectOption({ label: "Support contract renewal" });
    await setup.frame.locator("[data-referral]").waitFor();
    await setup.type("mappingSearch", "notes");
    await notes.locator('[data-action="editField"]').click();

    await setup.type("crmColumn", "new_nothing");
    await setup.frame.locator('[data-status="fieldEditor"] [data-problem]').first().waitFor();
    expect(await setup.frame.locator('[data-action="saveField"]').count()).toBe(0);
    expect(await setup.violations()).toEqual([]);

    await setup.type("crmColumn", "description");
    await setup.type("defaultValue", "See the proposal");
    await setup.press("saveField");
    await notes.getByText("Sent: See the proposal").waitFor();
    expect(await setup.frame.locator('[data-filter="attention"]').innerText()).toBe("Needs attention (0)");
  });

  it("takes a map of another environment only when what it changes was seen", async () => {
    const rows = [{ key: "/details/notes", name: "Description", path: "/details/notes", direction: "off" }];
    const file = { version: 1, partial: true, rows };
    await setup.frame.locator("[data-import-mapping] summary").click();
    await setup.frame.locator("#field-mappingFile").setInputFiles({
      name: "map.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(file)),
    });
    const change = setup.frame.locator('[data-change="/details/notes"]');
    await change.waitFor();
    expect(await change.innerText()).toBe("/details/notes: turned off");
    await setup.press("importMapping");
    await setup.frame.locator('[data-field="/details/notes"][data-verdict="off"]').waitFor();
  });

  it("leads to the catalogue, the one step that is left", async () => {
    await setup.press("checkAgain");
    await setup.settled();
    const left = setup.frame.locator('[data-step][data-done="false"]');
    expect(await left.evaluateAll((steps) => steps.map((step) => step.getAttribute("data-step")))).toEqual([
      "solutions",
    ]);
    await setup.press("openSolutions");
    await setup.page.waitForURL(new RegExp(`etn=${tables.solutionDetail.logicalName}`));
    expect(setup.page.url()).toContain("appname=cosell_CoSell");
  });

  it("is nothing that sellers see: they work in the Sales Hub alone", async () => {
    const seller = await browser.newPage();
    await seller.goto(tenant.tenantAddress);
    await seller.locator(".top-app").waitFor();
    expect(await seller.locator("[data-app]").count()).toBe(0);
    expect(await seller.getByRole("combobox", { name: "Work as" }).locator("option:checked").innerText()).toBe(
      "Kim Seller",
    );
    await seller.close();
  });

  it("asks nothing that the browser's console complains about", () => {
    expect(problems).toEqual([]);
  });
});
