import { choices, columns, customApis, securityRoles, tables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { sampleDeal } from "./support/sampleDeal";
import { Sides, type Body } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(300_000);

/* Rows that got into the table around the checks of an import: typed there, or right once and their column deleted since. */

const own = columns.opportunity;
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
  await tenant.core.assignRole(baseIds.kimSeller, securityRoles.coSellAdministrator);
  for (const [name, row] of Object.entries(rows)) await put(name, row);
  // Reads the rows anew: a run remembers them for a minute.
  await sides.call(customApis.checkMapping, {});
});
afterAll(() => tenant.stop());

let offered = 0;

const offer = async (deal: Body = {}): Promise<string> => {
  offered += 1;
  const customer = { companyName: `Customer ${offered}`, email: `c${offered}@customer.example` };
  const made = await sides.sandbox("POST", "/microsoft/referrals", {
    ...sampleDeal,
    ...customer,
    name: "Deal",
    ...deal,
  });
  return String(made["id"]);
};

const arrived = (set: string, id: string, isAsExpected: (row: Body) => boolean = () => true): Promise<Body> =>
  sides.until(`The record of ${id}`, async () => {
    const [row] = await sides.rows(`${set}?$filter=${own.referralIdentifier} eq '${id}'`);
    return row?.[own.syncWithPartnerCenter] === true && isAsExpected(row) ? row : undefined;
  });

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
  const { Response } = await sides.call(customApis.checkHealth, {});
  const { checks } = Response as { checks: readonly Body[] };
  const line = checks.find(({ name }) => name === "columns");
  expect(line).toMatchObject({ state: "problem", fix: expect.stringMatching(/create the column/) as string });
  for (const column of named) expect(line?.["words"]).toContain(`${column}, which the field mapping`);
  expect(line?.["words"]).toContain("“Description” (/details/notes)");
});

test("deals and leads arrive, edits are taken over, and a sweep goes on", async () => {
  const deal = await offer();
  const lead = await offer({ kind: "qualifiedLead" });
  await arrived("opportunities", deal);
  await arrived("leads", lead);

  await sides.sandbox("POST", `/partner/referrals/${deal}/edit`, {
    dealValue: 31_337,
    notes: "Nobody has a column for it",
  });
  await arrived("opportunities", deal, (row) => row["estimatedvalue"] === 31_337);

  await sides.sandbox("POST", "/mishaps", { kind: "drop", times: 1000 });
  const swept = await offer();
  await sides.sandbox("POST", `/partner/referrals/${deal}/edit`, { dealValue: 31_338 });
  const { logicalName, primaryId } = tables.connection;
  const [connection] = await tenant.core.rows.read(logicalName, [primaryId]);
  await tenant.core.rows.save(logicalName, String(connection?.[primaryId]), {
    [columns.connection.maintenanceMemory]: "{}",
  });
  await sides.until("A run of maintenance", async () => {
    const { Response } = await sides.call(customApis.runMaintenance, {});
    return (Response as Body)["kind"] === "ran" ? true : undefined;
  });
  await arrived("opportunities", swept);
  await arrived("opportunities", deal, (row) => row["estimatedvalue"] === 31_338);

  const parked = `${message.state} eq ${choices.messageState.parked}`;
  expect(await sides.rows(`${tables.message.entitySetName}?$filter=${parked}`)).toEqual([]);
  expect(JSON.stringify(await sides.sandbox("GET", "/deliveries"))).not.toMatch(/"status":5\d\d/);
});
