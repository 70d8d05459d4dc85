import { choices, securityRoles } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { sampleId } from "../../scripts/tenant/baseTables/sampleData";
import { startDeals, type Deals } from "./support/Deals";
import { maintain } from "./support/maintain";
import type { Body, Sides } from "./support/Sides";

jest.setTimeout(180_000);

const { needsAttention, inSync, waitingOnMicrosoft, closed } = choices.syncStatus;
const help = choices.howCanMicrosoftHelp;

let tenant: RunningTenant;
let sides: Sides;
let deals: Deals;

beforeAll(async () => {
  ({ tenant, sides, deals } = await startDeals(securityRoles.coSellAdministrator));
});
afterAll(() => tenant.stop());

const audit = (row: Body): string => String(row["cosell_audit"]);
const refused = (id: string): Promise<Body> =>
  deals.when(id, "The refusal", (row) => row["cosell_syncstatus"] === needsAttention);

test("a solution that the catalogue lacks is told with Partner Center's own reason", async () => {
  const id = await deals.prepare("Unknown solution");
  const [solution] = await sides.rows(`cosell_partnercentersolutions?$filter=_cosell_opportunityid_value eq ${id}`);
  const row = `cosell_partnercentersolutions(${String(solution?.["cosell_partnercentersolutionid"])})`;
  await sides.crm(row, "PATCH", { cosell_solutionid: "SOL-99999-XXX" });
  await deals.patch(id, { cosell_syncwithpartnercenter: true });

  const told = audit(await refused(id));
  expect(told).toContain("SOL-99999-XXX");
  expect(told).not.toMatch(/https?:|\bat .+\(.+:\d+/);

  await sides.crm(row, "PATCH", { cosell_solutionid: "SOL-10001-CFS" });
  await deals.when(id, "Healed by the correction", (one) => one["cosell_syncstatus"] === inSync);
});

test("a customer without the address that Partner Center wants is told by the field's own name", async () => {
  await sides.sandbox("PATCH", "/switches", { bulkImportColumns: "required" });
  const account = sampleId("account", "fabrikam");
  const { address1_line1: line, address1_city: city } = await sides.crm(`accounts(${account})`);
  await sides.crm(`accounts(${account})`, "PATCH", { address1_line1: null, address1_city: null });
  const id = await deals.prepare("No street");
  await deals.patch(id, { cosell_syncwithpartnercenter: true });

  const told = audit(await refused(id));
  await sides.crm(`accounts(${account})`, "PATCH", { address1_line1: line, address1_city: city });
  await sides.sandbox("PATCH", "/switches", { bulkImportColumns: "optional" });
  expect(told).toMatch(/Street 1 is required/);
  expect(told).not.toMatch(/customerProfile/);
});

test("our own deal whose edit was forbidden speaks of the edit, never of an offer of Microsoft's", async () => {
  const { id, referralId } = await deals.share(
    "Forbidden",
    { cosell_howcanmicrosofthelp: help.quotesAndLicensing },
    waitingOnMicrosoft,
  );
  await sides.sandbox("POST", "/faults", { operation: "PATCH referral", kind: 403, times: 1 });
  await deals.patch(id, { estimatedvalue: 2500 });

  const row = await refused(id);
  expect(audit(row)).not.toMatch(/offers this deal/);
  expect(audit(row)).toMatch(/not (allowed|permitted)|permission|may not/i);
  expect(deals.referral(referralId).details?.dealValue).toBe(1000);

  await deals.patch(id, { description: "Typed once it was allowed" });
  await sides.until("The edit there", () =>
    Promise.resolve(deals.referral(referralId).details?.dealValue === 2500 ? true : undefined),
  );
});

test("Microsoft's decline stands on the deal with its reason", async () => {
  const { id, referralId } = await deals.share(
    "Declined there",
    { cosell_howcanmicrosofthelp: help.quotesAndLicensing },
    waitingOnMicrosoft,
  );
  const asked = [...tenant.sandbox.state.referrals.values()].find(
    (one) => one.content.name === "Declined there" && one.id !== referralId,
  );
  await sides.sandbox("POST", `/microsoft/referrals/${asked?.id ?? ""}/decline`, { reason: "RequirementNotMet" });

  // An event that meets a run of the same deal waits for maintenance, a minute and a half at most.
  const row = await sides.until(
    "The decline",
    async () => {
      const now = await deals.read(id);
      if (/declined/i.test(audit(now))) return now;
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await maintain(tenant, sides);
      return undefined;
    },
    150_000,
  );
  expect([needsAttention, closed, inSync]).toContain(row["cosell_syncstatus"]);
  expect(audit(row)).toMatch(/requirement/i);
});
