import { makeDeals, measureEdits, summarize, type Deal, type SaveTimes } from "../../scripts/bench/measureSaves";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { describeInBrowser, launchBrowser } from "../support/browser";
import { RecordPage } from "./support/RecordPage";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(300_000);

/* Prints what was measured and judges only what must hold on any machine: nothing is lost, whatever runs beside it. */

const edits = 48;

let tenant: RunningTenant;
let given: readonly Deal[];

beforeAll(async () => {
  tenant = await startBuiltTenant();
  given = await makeDeals(tenant, 17);
});
afterAll(() => tenant.stop());

const heldOf = ({ referralId }: Deal): number | undefined =>
  tenant.sandbox.state.referrals.get(referralId)?.content.details?.dealValue;

const tell = (what: string, { saves, p50Ms, p95Ms, p99Ms }: Omit<SaveTimes, "with" | "drainedMs">): void => {
  const [p50, p95, p99] = [p50Ms, p95Ms, p99Ms].map((ms) => `${Math.round(ms)} ms`);
  process.stderr.write(`${what}, ${saves} seen: p50 ${p50}, p95 ${p95}, p99 ${p99}\n`);
};

test("eight saves a second by API all arrive, and their jobs keep pace", async () => {
  const byApi = given.slice(1);
  const from = 60_000;

  const times = await measureEdits(tenant, byApi, { from, edits, trouble: null });

  tell(`${edits} saves by API`, times);
  expect(times.saves).toBe(edits);
  expect(byApi.map(heldOf)).toEqual(byApi.map((_deal, at) => from + edits - byApi.length + at));
});

describeInBrowser("a seller who saves on the form while others save by API", () => {
  it("sees every save arrive, and loses nothing that is typed while the form refreshes", async () => {
    const [mine, ...others] = given;
    if (mine === undefined) throw new Error("seventeen deals were made");
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    const form = new RecordPage(page);
    await page.goto(`${tenant.tenantAddress}/main.aspx?pagetype=entityrecord&etn=opportunity&id=${mine.dealId}`);
    await form.openTab("Summary");

    const over = new AbortController();
    const busy = measureEdits(tenant, others, { from: 100_000, edits, trouble: null }).finally(() => over.abort());
    const times: number[] = [];
    for (let value = 10_001; !over.signal.aborted || times.length === 0; value += 1) {
      await form.fill("estimatedvalue", String(value));
      const savedMs = performance.now();
      await form.save();
      while (heldOf(mine) !== value) await page.waitForTimeout(20);
      times.push(performance.now() - savedMs);
    }
    const beside = await busy;
    await browser.close();

    tell("Saves on the form", summarize(times));
    tell("Saves by API beside it", beside);
    expect(beside.saves).toBe(edits);
  });
});
