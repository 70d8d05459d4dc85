import { choices, columns, environmentVariables, tables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { sampleId } from "../../scripts/tenant/baseTables/sampleData";
import { Sides, type Body } from "./support/Sides";
import { setVariable } from "./support/setVariable";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(180_000);

const own = columns.opportunity;
const deal = sampleId("opportunity", "migration");
const { schemaName } = environmentVariables.dealValueFieldName;

let tenant: RunningTenant;
let sides: Sides;

beforeAll(async () => {
  tenant = await startBuiltTenant();
  sides = new Sides(tenant);
});
afterAll(() => tenant.stop());

const nameColumn = (value: string): Promise<void> => setVariable(tenant, schemaName, value);

const when = (what: string, isRight: (row: Body) => boolean): Promise<Body> =>
  sides.until(what, async () => {
    const row = await sides.crm(`opportunities(${deal})`);
    return isRight(row) ? row : undefined;
  });

test("a wrong column name in a setting stands on the deal by the setting's name, and heals with it", async () => {
  await sides.crm("cosell_partnercentersolutions", "POST", {
    [columns.partnerCenterSolution.name]: "Contoso Field Service Accelerator",
    [columns.partnerCenterSolution.solutionId]: "SOL-10001-CFS",
    "cosell_OpportunityId@odata.bind": `/${tables.opportunity.entitySetName}(${deal})`,
  });
  await sides.crm(`opportunities(${deal})`, "PATCH", {
    [own.customerConsent]: true,
    [own.customerMarketplaceIntent]: choices.customerMarketplaceIntent.yes,
    [own.syncWithPartnerCenter]: true,
  });
  await when("In sync", (row) => row[own.syncStatus] === choices.syncStatus.inSync);

  await nameColumn("cosell_nosuch");
  await sides.crm(`opportunities(${deal})`, "PATCH", { description: "Typed while the setting was wrong" });
  const waiting = await when("The failure", (row) => row[own.syncStatus] === choices.syncStatus.needsAttention);
  expect(waiting[own.audit]).toMatch(/Deal value field name in Dynamics 365 says “cosell_nosuch”, which is no column/);

  await nameColumn("estimatedvalue");
  await sides.crm(`opportunities(${deal})`, "PATCH", { description: "Typed afterwards" });
  const healed = await when("In sync again", (row) => row[own.syncStatus] === choices.syncStatus.inSync);
  const referral = tenant.sandbox.state.referrals.get(String(healed[own.referralIdentifier]));
  expect(referral?.content.details).toMatchObject({ notes: "Typed afterwards", dealValue: 250_000 });
});
