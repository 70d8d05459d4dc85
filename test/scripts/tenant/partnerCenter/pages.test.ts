import { coSellDeal, invitation, privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type RunningSandbox } from "./startSandbox";

let running: RunningSandbox;

beforeEach(async () => {
  running = await startSandbox();
});
afterEach(() => running.stop());

const page = async (path: string): Promise<string> => (await running.call("GET", path)).body.text;

test("the front page shows every referral with its deal, customer, value, state and CRM id", async () => {
  const deal = await running.call("POST", referrals, { body: coSellDeal() });
  await running.call("POST", referrals, { body: invitation(deal.body.engagementId) });

  const text = (await page("/")).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

  expect(text).toContain(
    "Fabrikam ERP rollout Fabrikam NOK 50,000 Contoso Partner Shared Active Accepted Outgoing " +
      "2026-01-15 12:00 0d6c2a10-9f7e-4f5e-8a3b-2b1c0d9e8f70",
  );
  expect(text).toContain("Microsoft Shared New Pending");
  expect(text).toContain("1 Waiting for Microsoft");
});

test("an empty sandbox says what to do", async () => {
  expect(await page("/")).toContain("No referrals yet. Share an opportunity from Dynamics 365");
});

test("a referral's page shows its fields, its JSON and the other side of the deal", async () => {
  const deal = await running.call("POST", referrals, { body: coSellDeal() });
  const connected = await running.call("POST", referrals, { body: invitation(deal.body.engagementId) });

  const html = await page(`/referrals/${deal.body.id}`);

  expect(html).toContain("ada.berg@fabrikam.example");
  expect(html).toContain("Contoso Field Service Accelerator");
  expect(html).toContain(`/referrals/${connected.body.id}`);
  expect(html).toContain("&#34;engagementId&#34;");
});

test("what sellers type is shown, not run", async () => {
  const name = `<script>alert("1")</script> & 'more'`;
  const deal = await running.call("POST", referrals, { body: privateDeal({ name }) });

  for (const path of ["/", `/referrals/${deal.body.id}`]) {
    const html = await page(path);
    expect(html).toContain("&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;more&#39;");
    expect(html).not.toContain("<script>alert");
  }
});

test("pages load nothing from other places", async () => {
  const reply = await running.call("GET", "/");

  expect(reply.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(reply.body.text).not.toMatch(/(?:src|href)="https?:/);
  expect(await page("/style.css")).not.toMatch(/url\(|@import/);
});

test("an expired invitation is shown as expired", async () => {
  const deal = await running.call("POST", referrals, { body: coSellDeal() });
  await running.call("POST", referrals, { body: invitation(deal.body.engagementId) });
  running.time.nowMs += 15 * 24 * 60 * 60 * 1000;

  expect(await page("/")).toContain("Expired");
});

test("the requests page shows calls as they were made", async () => {
  await running.call("GET", `${referrals}?$filter=status eq 'New'`);

  expect(await page("/requests")).toContain("?$filter=status eq &#39;New&#39;");
});

test.each(["/requests", "/faults", "/switches", "/live.js", "/style.css"])("%s is there", async (path) => {
  expect((await running.call("GET", path)).status).toBe(200);
});

test.each(["/nothing", "/referrals/unknown", "/constructor"])("%s is not there", async (path) => {
  const reply = await running.call("GET", path);

  expect(reply.status).toBe(404);
  expect(reply.body.text).toContain("Nothing here");
});
