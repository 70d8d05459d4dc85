import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { securityRoles } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { builtPackage } from "../support/builtPackage";
import { type Deals, startDeals } from "./support/Deals";
import { maintain } from "./support/maintain";
import type { Sides } from "./support/Sides";

jest.setTimeout(120_000);

let tenant: RunningTenant;
let sides: Sides;
let deals: Deals;

beforeAll(async () => {
  ({ tenant, sides, deals } = await startDeals(securityRoles.coSellAdministrator));
});
afterAll(() => tenant.stop());

/** The package that was built, as the release after it. */
function nextRelease(): Uint8Array {
  const files = unzipSync(readFileSync(builtPackage("managed")));
  const manifest = strFromU8(files["solution.xml"] ?? new Uint8Array());
  return zipSync({ ...files, "solution.xml": strToU8(manifest.replace(/<Version>[^<]+/, "<Version>9.0.0.0")) });
}

test("an upgrade in the middle of the work: what waited is done after it, flows stay on, and edits go on both ways", async () => {
  const deal = await deals.share("Upgraded in use");
  await deals.quiet();
  await sides.sandbox("POST", "/mishaps", { kind: "drop", times: 100 });
  await deals.edit(deal.referralId, { dealValue: 41_414 });
  const on = await tenant.core.rows.read("workflow", ["name"], { statecode: 1 });
  const health = await sides.health("messages");

  const { ok, log } = await tenant.core.importSolution(nextRelease(), { mode: "upgrade" });

  expect({ ok, told: log.filter(({ result }) => result === "failed" || result === "warning") }).toEqual({
    ok,
    told: [],
  });
  expect(await tenant.core.rows.read("solution", ["version"], { uniquename: "CoSellConnector" })).toEqual([
    { version: "9.0.0.0" },
  ]);
  expect(await tenant.core.rows.read("workflow", ["name"], { statecode: 1 })).toEqual(on);
  expect(on.length).toBeGreaterThan(3);
  await maintain(tenant, sides);
  await deals.when(deal.id, "The edit that waited", (row) => row["estimatedvalue"] === 41_414);
  await sides.sandbox("DELETE", "/mishaps");

  await deals.edit(deal.referralId, { dealValue: 51_515 });
  await deals.when(deal.id, "An edit after the upgrade", (row) => row["estimatedvalue"] === 51_515);
  // The echo of an edit may meet its run, and wait a moment for a job of its own.
  await deals.quiet();
  expect(await sides.health("messages")).toEqual(health);
});
