import * as fc from "fast-check";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import type { PluginRunner } from "../../scripts/tenant/sandboxWorker/PluginRunner";
import { answerDueCode } from "../../Solution/engine/domain/failure/Failure";
import { choices } from "../../Solution/engine/domain/schema";
import { describeInBrowser, launchBrowser } from "../support/browser";
import { seenFaults } from "../support/seenFaults";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(180_000);

const looks = process.env["COSELL_LOOKS"];
const [german, arabic] = [1031, 1025];
const dayMs = 86_400_000;
/** Views look back eleven months from today; nobody minds on which day of a month that begins. */
const seenDays = 300;
const unseenDays = 450;

const states = ["waiting", "parked", "done"] as const;
const outcomes = ["Open", "Won", "Lost"] as const;
const statuses = ["inSync", "waitingOnMicrosoft", "needsAttention", "closed"] as const;
const solutionNames = ["Field Service Accelerator", "Tax Engine", "Data Hub"];
const facts = ["ReferralCreated", "MicrosoftAnswered", "ValuesTaken"] as const;
const answers = ["Accepted", "Declined – Out of scope", "Won", "Lost"].map(
  (state) => `Microsoft’s side of the deal: ${state}.`,
);
const causes = ["partnerCenter.throttled", "partnerCenter.refused", null];
const fields = ["Deal value", "Estimated close date", "Notes"];

const daysAgo = fc.oneof({ weight: 6, arbitrary: fc.nat(seenDays) }, { weight: 1, arbitrary: fc.constant(unseenDays) });
const many = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(each, { minLength: 8, maxLength: 24 });

/** Rows of the connector's tables, as a year leaves them behind. */
const year = fc.record({
  deals: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 5 }),
  entries: many(fc.record({ fact: fc.constantFrom(...facts), name: fc.constantFrom(...answers), daysAgo })),
  links: many(
    fc.record({
      /** What became of its opportunity; leads have none. */
      outcome: fc.option(fc.constantFrom(...outcomes)),
      status: fc.constantFrom(...statuses),
      dueInDays: fc.option(fc.nat(13)),
      /** Whether the seller has to answer, or Microsoft. */
      isOffered: fc.boolean(),
      // Rows from elsewhere bring the day of their creation, and no time.
      daysOld: fc.constantFrom(0, 2, 4),
    }),
  ),
  solutions: many(fc.record({ deal: fc.nat(100), name: fc.constantFrom(...solutionNames) })),
  messages: many(
    fc.record({ state: fc.constantFrom(...states), cause: fc.constantFrom(...causes), daysAgo: fc.nat(9) }),
  ),
  conflicts: many(fc.record({ isOpen: fc.boolean(), field: fc.constantFrom(...fields) })),
});

type Year = typeof year extends fc.Arbitrary<infer Rows> ? Rows : never;

/** How often each label stands in a list, or what its numbers add up to. */
function totals(labelled: readonly (readonly [label: string, value: number])[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [label, value] of labelled) sums.set(label, (sums.get(label) ?? 0) + value);
  return Object.fromEntries(sums);
}

const counts = (labels: readonly string[]): Record<string, number> =>
  totals(labels.map((label) => [label, 1] as const));

const isoBefore = (now: number, ms: number): string => new Date(now - ms).toISOString();
const day = (moment: number): string =>
  new Date(moment).toLocaleDateString("en-US", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const month = (moment: number): string =>
  new Date(moment).toLocaleDateString("en-US", { month: "short", year: "numeric", timeZone: "UTC" });

const labels = {
  waiting: "Waiting",
  parked: "Parked",
  done: "Done",
  inSync: "In sync",
  waitingOnMicrosoft: "Waiting on Microsoft",
  needsAttention: "Needs attention",
  closed: "Closed",
};

/** What the charts have to show, counted by hand. */
const countByHand = ({ deals, entries, links, solutions, messages, conflicts }: Year, now: number) => {
  const seen = entries.filter((entry) => entry.daysAgo <= seenDays);
  const waiting = links.filter((link) => link.dueInDays !== null);
  return {
    "Deals Shared by Month": counts(
      seen.filter(({ fact }) => fact === "ReferralCreated").map((entry) => month(now - entry.daysAgo * dayMs)),
    ),
    "Microsoft’s Answers": counts(entries.filter(({ fact }) => fact === "MicrosoftAnswered").map(({ name }) => name)),
    "Open, Won and Lost Deals": counts(links.flatMap(({ outcome }) => outcome ?? [])),
    "Deal Value by Solution": totals(
      solutions.map(({ name, deal }) => [name, deals[deal % deals.length] ?? 0] as const),
    ),
    "Answers Due by Day": counts(waiting.map(({ dueInDays }) => day(now + (dueInDays ?? 0) * dayMs))),
    "Unanswered for over 24 Hours by Owner": counts(
      waiting.filter(({ daysOld, isOffered }) => isOffered && daysOld > 1).map(() => "Kim Seller"),
    ),
    "Deals by Sync Status": counts(links.map(({ status }) => labels[status])),
    "Messages by State": counts(messages.map(({ state }) => labels[state])),
    "Parked Messages by Cause": counts(
      messages.filter(({ state }) => state === "parked").map(({ cause }) => cause ?? "(blank)"),
    ),
    "Messages by Day": counts(messages.map((message) => day(now - message.daysAgo * dayMs))),
    "Open Conflicts by Field": counts(conflicts.filter(({ isOpen }) => isOpen).map(({ field }) => field)),
  };
};

/** A deal that is open or closed. */
async function dealThatIs({ core, tenantAddress }: RunningTenant, outcome: (typeof outcomes)[number]): Promise<string> {
  const id = await core.rows.create("opportunity", { name: outcome });
  if (outcome === "Open") return id;
  const close = { subject: outcome, "opportunityid@odata.bind": `/opportunities(${id})` };
  const [message, Status] = outcome === "Won" ? ["WinOpportunity", 3] : ["LoseOpportunity", 4];
  const { status } = await fetch(`${tenantAddress}/api/data/v9.2/${message}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ Status, OpportunityClose: close }),
  });
  expect(status).toBe(204);
  return id;
}

/** Rows stay as they are given: nothing of the connector's own runs on them. */
const withoutPlugins = (runner: PluginRunner): PluginRunner => ({
  description: "none",
  execute: () => Promise.resolve({ kind: "completed", outputParameters: {}, trace: [] }),
  stop: () => runner.stop(),
});

/** Writes the rows, as the connector writes them. */
async function store(tenant: RunningTenant, given: Year, now: number): Promise<void> {
  const { rows } = tenant.core;
  const deals: string[] = [];
  for (const [at, estimatedvalue] of given.deals.entries())
    deals.push(await rows.create("opportunity", { name: `Deal ${at}`, estimatedvalue }));
  const dealAt = (at: number): string => deals[at % deals.length] ?? "";
  for (const entry of given.entries)
    await rows.create("cosell_auditentry", {
      cosell_name: entry.name,
      cosell_fact: entry.fact,
      cosell_occurredon: isoBefore(now, entry.daysAgo * dayMs),
    });
  for (const link of given.links)
    await rows.create("cosell_link", {
      cosell_name: "Referral",
      cosell_syncstatus: choices.syncStatus[link.status],
      ownerid: baseIds.kimSeller,
      overriddencreatedon: isoBefore(now, link.daysOld * dayMs),
      ...(link.isOffered && { cosell_failurecode: answerDueCode }),
      ...(link.dueInDays !== null && { cosell_answerdueon: isoBefore(now, -link.dueInDays * dayMs) }),
      ...(link.outcome !== null && { cosell_opportunityid: await dealThatIs(tenant, link.outcome) }),
    });
  for (const { name, deal } of given.solutions)
    await rows.create("cosell_partnercentersolution", { cosell_name: name, cosell_opportunityid: dealAt(deal) });
  for (const message of given.messages)
    await rows.create("cosell_message", {
      cosell_name: "Message",
      cosell_state: choices.messageState[message.state],
      overriddencreatedon: isoBefore(now, message.daysAgo * dayMs),
      ...(message.cause !== null && { cosell_failurecode: message.cause }),
    });
  for (const { isOpen, field } of given.conflicts)
    await rows.create("cosell_conflict", {
      cosell_name: field,
      cosell_fieldlabel: field,
      cosell_state: choices.conflictState[isOpen ? "open" : "decided"],
    });
}

/** What leaders and operators see, held against the rows that it comes from. */
describeInBrowser("the dashboards of the app Co-sell", () => {
  let tenant: RunningTenant;
  let browser: Browser;
  let context: BrowserContext | undefined;
  const now = Date.now();
  const seed = now;
  const given = fc.sample(year, { numRuns: 1, seed })[0];

  beforeAll(async () => {
    [tenant, browser] = await Promise.all([startBuiltTenant(withoutPlugins, false), launchBrowser()]);
    if (given) await store(tenant, given, now);
  });
  afterAll(async () => {
    await browser.close();
    await tenant.stop();
  });
  afterEach(() => context?.close());

  const open = async (languageId = 1033, colorScheme: "light" | "dark" = "light"): Promise<Page> => {
    const url = tenant.tenantAddress;
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme });
    await context.addCookies([
      { name: "tenant-language", value: String(languageId), url },
      { name: "tenant-user", value: baseIds.alexAdmin, url },
    ]);
    const page = await context.newPage();
    await page.goto(`${url}/main.aspx?appname=cosell_CoSell`);
    return page;
  };
  const openDashboard = async (page: Page, title: string): Promise<void> => {
    await page.getByRole("navigation").getByRole("link", { name: title }).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await page.locator('[data-chart]:not([data-state="loading"])').nth(4).waitFor();
    await page.locator('[data-chart][data-state="loading"]').first().waitFor({ state: "detached" });
  };
  const numbers = (page: Page): Promise<Record<string, Record<string, number>>> =>
    page
      .locator("[data-chart]")
      .evaluateAll((cards) =>
        Object.fromEntries(
          cards.map((card) => [
            card.getAttribute("data-name") ?? "",
            Object.fromEntries(
              Array.from(card.querySelectorAll("[data-point]")).map((point) => [
                point.getAttribute("data-point") ?? "",
                Number(point.getAttribute("data-value")),
              ]),
            ),
          ]),
        ),
      );
  const look = async (page: Page, name: string): Promise<void> => {
    if (looks !== undefined) await page.screenshot({ path: `${looks}/${name}.png`, fullPage: true });
  };

  it("show, whatever the rows, the numbers that one counts by hand", async () => {
    if (!given) throw new Error("fast-check gave no rows.");
    const page = await open();
    await openDashboard(page, "Co-sell Numbers");
    const leaders = await numbers(page);
    await look(page, "numbers-en");
    await openDashboard(page, "Co-sell Operations");
    const operators = await numbers(page);
    await look(page, "operations-en");

    expect({ seed, numbers: { ...leaders, ...operators } }).toEqual({ seed, numbers: countByHand(given, now) });
    expect(Object.keys(leaders)).toHaveLength(6);
  });

  it("are read as tables, and by people who see or move differently", async () => {
    const page = await open();
    await openDashboard(page, "Co-sell Numbers");
    const card = page.locator('[data-chart][data-name="Deal Value by Solution"]');
    const shown = await card.locator("[data-point]").count();
    await card.getByRole("button", { name: "Show as table" }).click();

    expect(await card.getByRole("row").count()).toBe(shown);
    expect(await card.getByRole("cell").first().innerText()).toMatch(/^€[\d,]+\.\d\d$/);
    await look(page, "numbers-table");
    await page.emulateMedia({ forcedColors: "active" });
    const colors = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await colors(".chart-fill")).not.toBe(await colors(".chart-card"));
    await look(page, "numbers-forced");
    await page.emulateMedia({ forcedColors: "none" });
    expect(await seenFaults(page)).toEqual([]);
  });

  it("stand over lists too, about the rows of the view", async () => {
    const page = await open();
    await page.getByRole("navigation").getByRole("link", { name: "Conflicts" }).click();
    await page.getByRole("button", { name: "Active Conflicts" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Open Conflicts" }).click();
    await page.locator('[data-command="showChart"]').click();
    await page.locator('[data-chart][data-state="points"]').waitFor();

    expect({ seed, numbers: await numbers(page) }).toEqual({
      seed,
      numbers: { "Open Conflicts by Field": given && countByHand(given, now)["Open Conflicts by Field"] },
    });
    await look(page, "list-chart");
  });

  it("say in words what they cannot show, and who can help", async () => {
    const refusals: Record<string, { status: number; body: unknown }> = {
      cosell_messages: { status: 403, body: { error: { code: "0x80040220", message: "missing privilege" } } },
      cosell_links: { status: 400, body: { error: { code: "0x8004e023", message: "limit exceeded" } } },
      cosell_conflicts: { status: 200, body: { value: [] } },
    };
    const page = await open();
    await page.route(/fetchXml=/, (route) => {
      const [, set = ""] = /v9\.2\/(\w+)\?/.exec(route.request().url()) ?? [];
      const { status, body } = refusals[set] ?? { status: 200, body: { value: [] } };
      return route.fulfill({ status, contentType: "application/json", body: JSON.stringify(body) });
    });
    await openDashboard(page, "Co-sell Operations");

    const words = (name: string) => page.locator(`[data-chart][data-name="${name}"]`).locator("p").innerText();
    expect(await words("Messages by Day")).toBe(
      "You may not read Sync Messages. Ask your administrator for a security role that does.",
    );
    expect(await words("Deals by Sync Status")).toContain("more than 50,000 rows");
    expect(await words("Open Conflicts by Field")).toBe("Nothing to show yet.");
    await look(page, "operations-states");
  });

  it.each([
    ["German", german, "light", "Co-Selling in Zahlen"],
    ["Arabic", arabic, "dark", "البيع المشترك بالأرقام"],
  ] as const)("speak %s, in a %s look, from the right side", async (_name, languageId, scheme, title) => {
    const page = await open(languageId, scheme);
    await openDashboard(page, title);

    expect(await page.locator("html").getAttribute("dir")).toBe(languageId === arabic ? "rtl" : "ltr");
    expect(await page.locator('[data-chart]:not([data-state="points"])').count()).toBe(0);
    await look(page, `numbers-${languageId}-${scheme}`);
  });
});
