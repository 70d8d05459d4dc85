import { choices, columns, customApis, securityRoles, tables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { maintain } from "./support/maintain";
import { Offers } from "./support/Offers";
import { Sides, type Body } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(300_000);

/* Rows that got into the table around the checks of an import: typed there, or right once and their column deleted since. */

const { fieldMapping, message } = columns;
const { converter, mappingDirection } = choices;

const rows = {
  "a constant for every new opportunity": {
    [fieldMapping.mappingKey]: "nosuch_constant",
    [fieldMapping.converter]: converter.constant,
    [fieldMapping.converterDetail]: "x",
  },
  "a constant for every new account": {
    [fieldMapping.mappingKey]: "account.nosuch_constant",
    [fieldMapping.converter]: converter.constant,
    [fieldMapping.converterDetail]: "x",
  },
  "a field of the company's own": {
    [fieldMapping.mappingKey]: "/details/customerAction",
    [fieldMapping.partnerCenterPath]: "/details/customerAction",
    [fieldMapping.crmColumn]: "nosuch_action",
    [fieldMapping.converter]: converter.text,
  },
  "a standard field": {
    [fieldMapping.mappingKey]: "/details/notes",
    [fieldMapping.partnerCenterPath]: "/details/notes",
    [fieldMapping.crmColumn]: "nosuch_notes",
    [fieldMapping.converter]: converter.text,
  },
  "a condition": {
    [fieldMapping.mappingKey]: "/salesStage",
    [fieldMapping.partnerCenterPath]: "/salesStage",
    [fieldMapping.crmColumn]: "stepname",
    [fieldMapping.converter]: converter.text,
    [fieldMapping.condition]: "nosuch_condition = Yes",
  },
} as const;

const named = ["nosuch_constant", "account.nosuch_constant", "nosuch_action", "nosuch_notes", "nosuch_condition"];

let tenant: RunningTenant;
let sides: Sides;
let offers: Offers;

const put = async (name: string, row: Readonly<Record<string, string | number>>): Promise<void> => {
  const { logicalName, primaryId } = tables.fieldMapping;
  const key = { [fieldMapping.mappingKey]: String(row[fieldMapping.mappingKey]) };
  const [known] = await tenant.core.rows.read(logicalName, [primaryId], key);
  const whole = { ...row, [fieldMapping.name]: name, [fieldMapping.mappingDirection]: mappingDirection.bothWays };
  if (known) await tenant.core.rows.save(logicalName, String(known[primaryId]), whole);
  else await tenant.core.rows.create(logicalName, whole);
};

beforeAll(async () => {
  tenant = await startBuiltTenant();
  sides = new Sides(tenant);
  offers = new Offers(sides);
  await tenant.core.assignRole(baseIds.kimSeller, securityRoles.coSellAdministrator);
  for (const [name, row] of Object.entries(rows)) await put(name, row);
  // Reads the rows anew: a run remembers them for a minute.
  await sides.call(customApis.checkMapping, {});
});
afterAll(() => tenant.stop());

test("the check names each row, and what to do", async () => {
  const { Response } = await sides.call(customApis.checkMapping, {});
  const { rows: checked } = Response as { rows: readonly Body[] };
  for (const [name, row] of Object.entries(rows)) {
    const found = checked.find(({ key }) => key === row[fieldMapping.mappingKey]);
    expect(found).toMatchObject({ name, verdict: "leftOut" });
    expect(JSON.stringify(found)).toMatch(
      /There is no column [\w.]*nosuch_.*Correct the logical name, or create the column/,
    );
  }
});

test("health names each row, its column, and what to do", async () => {
  const line = await sides.health("columns");
  expect(line).toMatchObject({ state: "problem", fix: expect.stringMatching(/create the column/) as string });
  for (const column of named) expect(line["words"]).toContain(`${column}, which the field mapping`);
  expect(line["words"]).toContain("“Description” (/details/notes)");
});

test("deals and leads arrive, edits are taken over, and a sweep goes on", async () => {
  const deal = await offers.offer();
  const lead = await offers.offer({ kind: "qualifiedLead" });
  await offers.arrived(deal);
  await offers.arrived(lead, () => true, "leads");

  await sides.sandbox("POST", `/partner/referrals/${deal}/edit`, {
    dealValue: 31_337,
    notes: "Nobody has a column for it",
  });
  await offers.arrived(deal, (row) => row["estimatedvalue"] === 31_337);

  await sides.sandbox("POST", "/mishaps", { kind: "drop", times: 1000 });
  const swept = await offers.offer();
  await sides.sandbox("POST", `/partner/referrals/${deal}/edit`, { dealValue: 31_338 });
  await maintain(tenant, sides);
  await offers.arrived(swept);
  await offers.arrived(deal, (row) => row["estimatedvalue"] === 31_338);

  const parked = `${message.state} eq ${choices.messageState.parked}`;
  expect(await sides.rows(`${tables.message.entitySetName}?$filter=${parked}`)).toEqual([]);
  expect(JSON.stringify(await sides.sandbox("GET", "/deliveries"))).not.toMatch(/"status":5\d\d/);
});
