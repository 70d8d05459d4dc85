import { choices, environmentVariables, securityRoles } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { startDeals, type Deals } from "./support/Deals";
import { maintain } from "./support/maintain";
import { setVariable } from "./support/setVariable";
import type { Sides } from "./support/Sides";

jest.setTimeout(180_000);

const { inSync, queued, closed } = choices.syncStatus;
const lostState = 2;

let tenant: RunningTenant;
let sides: Sides;
let deals: Deals;

beforeAll(async () => {
  ({ tenant, sides, deals } = await startDeals(securityRoles.coSellAdministrator));
});
afterAll(() => tenant.stop());

const turn = (variable: { schemaName: string }, value: string): Promise<void> =>
  setVariable(tenant, variable.schemaName, value);

test("a deal that was lost at Microsoft while inbound was off is lost here once it is on, though a seller edited it", async () => {
  const { id, referralId } = await deals.share("Closed meanwhile");
  // A run that began before the switch was turned may end as it began; its echoes are such runs.
  await deals.quiet();
  await turn(environmentVariables.inboundEnabled, "no");
  await sides.sandbox("POST", `/partner/referrals/${referralId}/close`, { outcome: "Lost", reason: "Others" });
  await deals.patch(id, { description: "Typed while inbound was off" });
  await deals.when(id, "Closed there", (row) => row["cosell_syncstatus"] === closed);
  expect((await deals.read(id))["statecode"]).toBe(0);

  await turn(environmentVariables.inboundEnabled, "yes");
  await maintain(tenant, sides);

  await deals.when(id, "Lost here", (row) => row["statecode"] === lostState);
  expect((await deals.read(id))["cosell_syncstatus"]).toBe(closed);
});

test("a deal that met the daily call budget goes out once the budget is raised", async () => {
  const id = await deals.prepare("Over budget");
  await turn(environmentVariables.dailyCallBudget, "0");
  await deals.patch(id, { cosell_syncwithpartnercenter: true });
  await deals.when(id, "Waiting for the budget", (row) => row["cosell_syncstatus"] === queued);

  await turn(environmentVariables.dailyCallBudget, "10000");
  await maintain(tenant, sides);

  const row = await deals.when(id, "Shared", (one) => one["cosell_syncstatus"] === inSync);
  expect(deals.referral(String(row["cosell_referralidentifier"])).status).toBe("Active");
});

test("deals that waited for outbound say that they are queued, and all go within one run of maintenance", async () => {
  await turn(environmentVariables.outboundEnabled, "no");
  const ids = await Promise.all(["One", "Two", "Three"].map((name) => deals.prepare(name)));
  for (const id of ids) {
    await deals.patch(id, { cosell_syncwithpartnercenter: true });
    await deals.when(id, "Queued", (row) => row["cosell_syncstatus"] === queued);
  }

  await turn(environmentVariables.outboundEnabled, "yes");
  await maintain(tenant, sides);

  for (const id of ids) await deals.when(id, "In sync", (row) => row["cosell_syncstatus"] === inSync);
});
