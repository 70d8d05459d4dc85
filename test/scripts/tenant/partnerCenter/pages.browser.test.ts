import type { Browser, Page } from "playwright-core";
import { localPartner } from "../../../../scripts/tenant/partnerCenter/localPartner";
import { describeInBrowser, launchBrowser } from "../../../support/browser";
import { seenFaults } from "../../../support/seenFaults";
import { coSellDeal, invitation } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type RunningSandbox, type WireBody } from "./startSandbox";
import { register } from "./webhookSamples";

describeInBrowser("the pages in a browser", () => {
  let browser: Browser;
  let page: Page;
  let running: RunningSandbox;
  let own: WireBody;
  let microsofts: WireBody;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    running = await startSandbox();
    await register(running);
    own = (await running.call("POST", referrals, { body: coSellDeal() })).body;
    microsofts = (await running.call("POST", referrals, { body: invitation(own.engagementId) })).body;
    // The pages' policy lets no foreign script in; the checker is one.
    page = await browser.newPage({ baseURL: running.address, bypassCSP: true });
  });
  afterEach(async () => {
    await page.close();
    await running.stop();
  });

  const get = async (id: string): Promise<WireBody> => (await running.call("GET", `${referrals}/${id}`)).body;
  const authorize = `/login/${localPartner.tenantId}/oauth2/v2.0/authorize?${new URLSearchParams({
    client_id: localPartner.client.clientId,
    response_type: "code",
    redirect_uri: "http://localhost:1/connected",
    scope: "offline_access https://api.partner.microsoft.com/.default",
  }).toString()}`;

  test("no page has an accessibility violation, or needs scrolling in two directions", async () => {
    await running.call("POST", "/sandbox/mishaps", { body: { kind: "drop" } });
    await running.call("POST", "/sandbox/faults", { body: { kind: 500, operation: "token" } });
    await running.sandbox.runDue();
    const won = (await running.call("POST", referrals, { body: coSellDeal({ type: "Independent" }) })).body.id;
    await running.call("POST", "/sandbox/clock", { body: { advanceMs: 72 * 60 * 60 * 1000 } });
    await running.call("POST", `/sandbox/partner/referrals/${won}/close`, { body: { outcome: "Won" } });
    const paths = [
      "/",
      `/referrals/${own.id}`,
      `/referrals/${microsofts.id}`,
      `/referrals/${won}`,
      "/begin",
      "/webhooks",
    ];
    for (const path of [
      ...paths,
      "/requests",
      "/faults",
      "/switches",
      "/clock",
      "/login/device",
      authorize,
      "/nothing",
    ]) {
      await page.goto(path);
      expect({ path, faults: await seenFaults(page, 0) }).toEqual({ path, faults: [] });
    }
  }, 300_000);

  test("Microsoft's seller accepts, edits and wins by hand", async () => {
    await page.goto(`/referrals/${microsofts.id}`);
    await page.getByRole("button", { name: "Accept" }).click();
    await page.getByLabel("Deal value").fill("65000");
    await page.getByLabel("First name").fill("Mia");
    await page.getByLabel("E-mail").fill("mia@microsoft.example");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Close as won" }).click();

    expect(await page.getByRole("button").count()).toBe(0);
    expect(await get(microsofts.id)).toMatchObject({
      substatus: "Won",
      details: { dealValue: 65000 },
      trackingInfo: { microsoftMsxId: expect.stringMatching(/^7-/) as string },
    });
    expect(((await get(microsofts.id))["team"] as unknown[]).length).toBe(2);
  });

  test("Microsoft's seller declines with a reason", async () => {
    await page.goto(`/referrals/${microsofts.id}`);
    await page.getByLabel("Why").selectOption("Timeline is too short");
    await page.getByRole("button", { name: "Decline" }).click();

    expect(await get(microsofts.id)).toMatchObject({ substatus: "Declined", statusReason: "Timeline is too short" });
  });

  test("Microsoft shares a deal, and the partner loses it in Partner Center", async () => {
    await page.goto("/");
    await page.getByRole("link", { name: "Microsoft shares a deal…" }).click();
    await page.getByLabel("Deal name").fill("By hand");
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    await page.getByRole("button", { name: "Close as lost" }).click();

    const [lost] = [...running.sandbox.state.referrals.values()].filter(
      ({ content, organizationId }) => content.name === "By hand" && organizationId !== "msft",
    );
    expect(lost?.content).toMatchObject({ substatus: "Lost", statusReason: "Budget is inadequate" });
  });

  test("a test event is sent and a delivery repeated from the page", async () => {
    await running.sandbox.runDue();
    const before = running.sent.length;
    await page.goto("/webhooks");
    await page.getByRole("button", { name: "Send test event" }).click();
    await page
      .getByRole("button", { name: /^Send referral-created of/ })
      .first()
      .click();
    await running.sandbox.runDue();

    expect(running.sent.slice(before).map(({ body }) => (JSON.parse(body) as { EventName: string }).EventName)).toEqual(
      ["test-created", "referral-created"],
    );
  });

  test("the clock goes on by a press", async () => {
    await page.goto("/clock");
    await page.getByRole("button", { name: "Go on by 14 days" }).click();
    await page.waitForURL("**/clock");

    expect(await get(microsofts.id)).toMatchObject({ substatus: "Expired" });
  });

  test("a sign-in leads back to the app, by address and by form", async () => {
    const arrivals: string[] = [];
    await page.close();
    page = await browser.newPage({ baseURL: running.address }); // Under the pages' own policy.
    await page.route("http://localhost:1/**", async (route) => {
      arrivals.push(route.request().method());
      await route.fulfill({ body: "connected" });
    });
    for (const mode of ["query", "form_post"]) {
      await page.goto(`${authorize}&response_mode=${mode}`);
      await page.getByRole("button", { name: "Accept" }).click();
      await page.waitForURL("http://localhost:1/**");
    }

    expect(arrivals).toEqual(["GET", "POST"]);
  });
});
