import { columns } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { sampleDeal } from "./support/sampleDeal";
import { Sides } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(300_000);

/* Prints what was measured and judges only what must hold on any machine: nothing is lost, whatever runs beside it. */

const deals = 16;
const edits = 80;
const everyMs = 125;

let tenant: RunningTenant;
let sides: Sides;

beforeAll(async () => {
  tenant = await startBuiltTenant();
  sides = new Sides(tenant);
});
afterAll(() => tenant.stop());

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A referral whose opportunity is linked to it, with that opportunity's id. */
const givenDeal = async (number: number): Promise<{ referralId: string; dealId: string }> => {
  const customer = { companyName: `Customer ${number}`, email: `c${number}@customer.example` };
  const made = await sides.sandbox("POST", "/microsoft/referrals", {
    ...sampleDeal,
    ...customer,
    name: `Deal ${number}`,
  });
  const referralId = String(made["id"]);
  await sides.sandbox("POST", `/partner/referrals/${referralId}/accept`, {});
  const own = columns.opportunity;
  const row = await sides.until("The opportunity", async () => {
    const [found] = await sides.rows(`opportunities?$filter=${own.referralIdentifier} eq '${referralId}'`);
    return found?.[own.syncWithPartnerCenter] === true ? found : undefined;
  });
  return { referralId, dealId: String(row["opportunityid"]) };
};

test("eight saves a second by API all arrive, and their jobs keep pace", async () => {
  const given = [];
  for (let number = 0; number < deals; number += 1) given.push(await givenDeal(number));
  await pause(2000);
  const latencies: number[] = [];
  const open = new Map<string, { value: number; atMs: number }>();
  const look = (): void => {
    for (const [referralId, { value, atMs }] of open) {
      if (tenant.sandbox.state.referrals.get(referralId)?.content.details?.dealValue !== value) continue;
      latencies.push(performance.now() - atMs);
      open.delete(referralId);
    }
  };
  const watch = setInterval(look, 20);

  const startedMs = performance.now();
  for (let edit = 0; edit < edits; edit += 1) {
    const { referralId, dealId } = given[edit % deals] ?? { referralId: "", dealId: "" };
    const value = 60_000 + edit;
    open.set(referralId, { value, atMs: performance.now() });
    await sides.crm(`opportunities(${dealId})`, "PATCH", { estimatedvalue: value });
    await pause(Math.max(0, startedMs + (edit + 1) * everyMs - performance.now()));
  }
  await sides.until("The last edits", () => Promise.resolve(open.size === 0 ? true : undefined));
  clearInterval(watch);

  const sorted = latencies.sort((left, right) => left - right);
  const at = (part: number): string => `${Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? NaN)} ms`;
  process.stderr.write(
    `${edits} saves by API, ${sorted.length} seen: p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}\n`,
  );
  expect(open.size).toBe(0);
});
