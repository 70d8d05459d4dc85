import { makeDeals, measureEdits } from "../../scripts/bench/measureSaves";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(300_000);

/* Prints what was measured and judges only what must hold on any machine: nothing is lost, whatever runs beside it. */

const edits = 80;
const from = 60_000;

let tenant: RunningTenant;

beforeAll(async () => {
  tenant = await startBuiltTenant();
});
afterAll(() => tenant.stop());

test("eight saves a second by API all arrive, and their jobs keep pace", async () => {
  const given = await makeDeals(tenant);

  const { saves, ...times } = await measureEdits(tenant, given, { from, edits, isFaulty: false });

  const [p50, p95, p99] = [times.p50Ms, times.p95Ms, times.p99Ms].map((ms) => `${Math.round(ms)} ms`);
  process.stderr.write(`${edits} saves by API, ${saves} seen: p50 ${p50}, p95 ${p95}, p99 ${p99}\n`);
  expect(saves).toBe(edits);
  const held = given.map(
    ({ referralId }) => tenant.sandbox.state.referrals.get(referralId)?.content.details?.dealValue,
  );
  expect(held).toEqual(given.map((_deal, at) => from + edits - given.length + at));
});
