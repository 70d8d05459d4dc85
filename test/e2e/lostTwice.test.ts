import { customApis, securityRoles, tables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { acme, forbidden, registerAcmeRule, withAcmeRule } from "./support/acmeRule";
import { editMemory, maintain } from "./support/maintain";
import { Offers } from "./support/Offers";
import { Sides } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(300_000);

/* The record is refused, and so is the message that would leave it to a job: neither request of the flow leaves a trace. */

let tenant: RunningTenant;
let sides: Sides;
let offers: Offers;

beforeAll(async () => {
  tenant = await startBuiltTenant(withAcmeRule);
  sides = new Sides(tenant);
  offers = new Offers(sides);
  await registerAcmeRule(tenant, ["opportunity", tables.message.logicalName]);
  await tenant.core.assignRole(baseIds.kimSeller, securityRoles.coSellAdministrator);
});
afterEach(() => {
  acme.refusesMessages = false;
  acme.refusesDeals = true;
});
afterAll(() => tenant.stop());

test("an event that fails twice is answered 503, delays no other, and is found by the sweep once the fault is over", async () => {
  acme.refusesMessages = true;
  const refused = await offers.offer({ name: "refused", notes: forbidden });
  const other = await offers.offer({ name: "other" });

  await offers.arrived(other);
  await sides.until("The answer to the refused one", () => {
    const deliveries = tenant.sandbox.state.deliveries.all().filter(({ referralId }) => referralId === refused);
    const isRefused = deliveries.some(({ attempts }) => attempts.some(({ status }) => status === 503));
    return Promise.resolve(isRefused ? true : undefined);
  });
  await expect(sides.call(customApis.runMaintenance, {})).rejects.toThrow(/Another extension of Dynamics 365/);

  // No run has come to its end for a while.
  await editMemory(tenant, (memory) => ({ ...memory, ranOn: new Date(Date.now() - 20 * 60_000).toISOString() }));
  expect(await sides.health("maintenance")).toMatchObject({
    state: "problem",
    words: "The last run of maintenance that came to its end was 20 minutes ago.",
    fix: expect.stringMatching(/the answer of the failed action says why/) as string,
  });

  // Partner Center has given up on it.
  await sides.sandbox("DELETE", "/deliveries");
  acme.refusesMessages = false;
  acme.refusesDeals = false;
  await maintain(tenant, sides);
  await offers.arrived(refused);
  expect(await sides.health("maintenance")).toMatchObject({ state: "ok" });
});
