import { columns, customApis, securityRoles, tables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { acme, forbidden, registerAcmeRule, withAcmeRule } from "./support/acmeRule";
import { editMemory, maintain } from "./support/maintain";
import { sampleDeal } from "./support/sampleDeal";
import { Sides, type Body } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(300_000);

/* The record is refused, and so is the message that would leave it to a job: neither request of the flow leaves a trace. */

const own = columns.opportunity;
let tenant: RunningTenant;
let sides: Sides;

beforeAll(async () => {
  tenant = await startBuiltTenant(withAcmeRule);
  sides = new Sides(tenant);
  await registerAcmeRule(tenant, ["opportunity", tables.message.logicalName]);
  await tenant.core.assignRole(baseIds.kimSeller, securityRoles.coSellAdministrator);
});
afterEach(() => {
  acme.refusesMessages = false;
  acme.refusesDeals = true;
});
afterAll(() => tenant.stop());

const offer = async (name: string, deal: Body = {}): Promise<string> => {
  const customer = { companyName: `Customer ${name}`, email: `${name}@customer.example` };
  const made = await sides.sandbox("POST", "/microsoft/referrals", { ...sampleDeal, ...customer, name, ...deal });
  return String(made["id"]);
};

const arrived = (id: string): Promise<Body> =>
  sides.until(`The opportunity of ${id}`, async () => {
    const [row] = await sides.rows(`opportunities?$filter=${own.referralIdentifier} eq '${id}'`);
    return row?.[own.syncWithPartnerCenter] === true ? row : undefined;
  });

const healthOf = async (name: string): Promise<Body> => {
  const { Response } = await sides.call(customApis.checkHealth, {});
  const { checks } = Response as { checks: readonly Body[] };
  return checks.find((check) => check["name"] === name) ?? {};
};

test("an event that fails twice is answered 503, delays no other, and is found by the sweep once the fault is over", async () => {
  acme.refusesMessages = true;
  const refused = await offer("refused", { notes: forbidden });
  const other = await offer("other");

  await arrived(other);
  await sides.until("The answer to the refused one", () => {
    const deliveries = tenant.sandbox.state.deliveries.all().filter(({ referralId }) => referralId === refused);
    const isRefused = deliveries.some(({ attempts }) => attempts.some(({ status }) => status === 503));
    return Promise.resolve(isRefused ? true : undefined);
  });
  await expect(sides.call(customApis.runMaintenance, {})).rejects.toThrow(/Another extension of Dynamics 365/);

  // No run has come to its end for a while.
  await editMemory(tenant, (memory) => ({ ...memory, ranOn: new Date(Date.now() - 20 * 60_000).toISOString() }));
  expect(await healthOf("maintenance")).toMatchObject({
    state: "problem",
    words: "The last run of maintenance that came to its end was 20 minutes ago.",
    fix: expect.stringMatching(/the answer of the failed action says why/) as string,
  });

  // Partner Center has given up on it.
  await sides.sandbox("DELETE", "/deliveries");
  acme.refusesMessages = false;
  acme.refusesDeals = false;
  await maintain(tenant, sides);
  await arrived(refused);
  expect(await healthOf("maintenance")).toMatchObject({ state: "ok" });
});
