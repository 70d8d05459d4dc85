import { choices, columns, environmentVariables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { startDeals, type Deals } from "./support/Deals";
import { setVariable } from "./support/setVariable";

jest.setTimeout(180_000);

const own = columns.opportunity;
const { schemaName } = environmentVariables.dealValueFieldName;

let tenant: RunningTenant;
let deals: Deals;

beforeAll(async () => {
  ({ tenant, deals } = await startDeals());
});
afterAll(() => tenant.stop());

const nameColumn = async (value: string): Promise<void> => {
  await deals.quiet();
  await setVariable(tenant, schemaName, value);
};

test("a wrong column name in a setting stands on the deal by the setting's name, and heals with it", async () => {
  const { id, referralId } = await deals.share("A deal of a company whose setting is wrong");

  await nameColumn("cosell_nosuch");
  await deals.patch(id, { description: "Typed while the setting was wrong" });
  const waiting = await deals.when(
    id,
    "The failure",
    (row) => row[own.syncStatus] === choices.syncStatus.needsAttention,
  );
  expect(waiting[own.audit]).toMatch(/Deal value field name in Dynamics 365 says “cosell_nosuch”, which is no column/);

  await nameColumn("estimatedvalue");
  await deals.patch(id, { description: "Typed afterwards" });
  await deals.when(id, "In sync again", (row) => row[own.syncStatus] === choices.syncStatus.inSync);
  expect(deals.referral(referralId).details).toMatchObject({ notes: "Typed afterwards", dealValue: 1000 });
});
