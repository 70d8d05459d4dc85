import { randomUUID } from "node:crypto";
import { customApis, securityRoles } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import type { Caller } from "../../scripts/tenant/dataverse/OrganizationService";
import { startDeals, type Deals } from "./support/Deals";
import { maintain } from "./support/maintain";
import type { Body, Sides } from "./support/Sides";

jest.setTimeout(180_000);

let tenant: RunningTenant;
let sides: Sides;
let deals: Deals;

beforeAll(async () => {
  ({ tenant, sides, deals } = await startDeals(securityRoles.coSellOperator));
});
afterAll(() => tenant.stop());

/** Somebody who sets the connector up, and whose own edits no job follows. */
const givenAdministrator = async (): Promise<Caller> => {
  const { businessUnit: businessunitid } = baseIds;
  const userId = await tenant.core.rows.create("systemuser", {
    lastname: "Setup",
    domainname: "setup@x.example",
    businessunitid,
  });
  for (const role of ["Basic User", securityRoles.coSellAdministrator]) await tenant.core.assignRole(userId, role);
  return { userId, initiatingUserId: userId, depth: 1, correlationId: randomUUID() };
};

const jobsLine = async (caller: Caller): Promise<Body> => {
  const answer = await tenant.core.service.execute(customApis.checkHealth, {}, caller);
  const { checks } = JSON.parse(answer["Response"] as string) as { checks: readonly Body[] };
  return checks.find(({ name }) => name === "jobs") ?? {};
};

/** Time that the script has in jobs that follow an edit of an opportunity. */
const limitSteps = async (budgetMs: number): Promise<void> => {
  const { rows, service } = tenant.core;
  const table = "sdkmessageprocessingstep";
  const system = { userId: null, initiatingUserId: "", depth: 1, correlationId: "" };
  const steps = await rows.read(table, ["sdkmessageprocessingstepid", "name"]);
  for (const { sdkmessageprocessingstepid, name } of steps)
    if (String(name).endsWith("EnginePlugin: Update of opportunity")) {
      const attributes = { configuration: `budgetMs=${budgetMs}` };
      await service.update({ $t: "entity", table, id: String(sdkmessageprocessingstepid), attributes }, system);
    }
};

test("a job of a seller that failed is told to the administrator with its reason; maintenance does what it left undone", async () => {
  const administrator = await givenAdministrator();
  const { id, referralId } = await deals.share("A deal whose job fails");
  expect(await jobsLine(administrator)).toMatchObject({ state: "ok" });

  await limitSteps(1);
  await deals.patch(id, { estimatedvalue: 4321 });
  const [job] = await sides.until("The failed job", async () => {
    const found = await tenant.core.rows.read("asyncoperation", ["asyncoperationid"], { statuscode: 31 });
    return found.length > 0 ? found : undefined;
  });

  const line = await jobsLine(administrator);
  expect(line).toMatchObject({ state: "warning", owner: "administrator" });
  expect(line["words"]).toMatch(
    /^System jobs of the connector in the last 24 hours: 1 failed\. Synchronization was stopped/,
  );
  expect(line["fix"]).toMatch(/^Open System Jobs .* Maintenance does/);

  await limitSteps(100_000);
  await maintain(tenant, sides);
  await sides.until("The value", () =>
    Promise.resolve(JSON.stringify(deals.referral(referralId)).includes("4321") || undefined),
  );

  await tenant.core.rows.delete("asyncoperation", String(job?.["asyncoperationid"]));
  expect(await jobsLine(administrator)).toMatchObject({ state: "ok" });
});
