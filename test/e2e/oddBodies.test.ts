import { cloudFlows } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { Sides } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(120_000);

/* Whoever knows the address of the flow may send it anything. */

const depth = 20_000;
let tenant: RunningTenant;

beforeAll(async () => {
  tenant = await startBuiltTenant();
});
afterAll(() => tenant.stop());

test.each([
  ["a text", '"x"'],
  ["a number", "123"],
  ["nothing", "null"],
  ["a list", "[]"],
  ["no JSON", "{"],
  ["a notification of nothing", "{}"],
  [`${depth} lists in each other`, "[".repeat(depth) + "]".repeat(depth)],
  [`${depth} objects in each other`, '{"a":'.repeat(depth) + "1" + "}".repeat(depth)],
])("%s is refused as a bad request, and no run of the flow fails", async (_what, body) => {
  const answered = await fetch(`${tenant.tenantAddress}/flows/${cloudFlows.partnerCenterToDynamics365.id}/trigger`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });

  expect(answered.status).toBe(400);
  expect(await new Sides(tenant).rows("flowruns?$select=status&$filter=status eq 'Failed'")).toEqual([]);
});
