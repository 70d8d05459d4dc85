import { randomUUID } from "node:crypto";
import { customApis, tables } from "../../Solution/engine/domain/schema";
import type { Caller } from "../../scripts/tenant/dataverse/OrganizationService";
import type { Value } from "../../scripts/tenant/dataverse/values";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { shareDeal } from "./support/shareDeal";
import { Sides, type Body } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

/* What somebody with every right does to the audit trail by API, and what becomes of it. */

let tenant: RunningTenant;
let sides: Sides;

beforeAll(async () => {
  tenant = await startBuiltTenant();
  sides = new Sides(tenant);
});
afterAll(() => tenant.stop());

interface Check {
  name: string;
  state: string;
  words: string;
  fix: string;
  owner: string;
}

const administrator: Caller = {
  userId: baseIds.alexAdmin,
  initiatingUserId: baseIds.alexAdmin,
  depth: 1,
  correlationId: randomUUID(),
};
const ask = async (action: string, parameters: Record<string, Value>): Promise<unknown> => {
  const { Response } = await tenant.core.service.execute(action, parameters, administrator);
  return JSON.parse(Response as string) as unknown;
};

const health = async (): Promise<Check | undefined> => {
  const answer = (await ask(customApis.checkHealth, {})) as { checks: Check[] };
  return answer.checks.find(({ name }) => name === "audit");
};
const maintain = async (): Promise<string> => JSON.stringify(await ask(customApis.runMaintenance, { Tasks: "audit" }));
const entriesOf = (id: string): Promise<readonly Body[]> =>
  sides.rows(`cosell_auditentries?$filter=_cosell_opportunityid_value eq ${id}&$orderby=cosell_sequence`);
const auditOf = async (id: string): Promise<string> =>
  String((await sides.crm(`opportunities(${id})`))["cosell_audit"]);
const table = tables.auditEntry.logicalName;
const idOf = (entry: Body | undefined): string => String(entry?.["cosell_auditentryid"]);
const alter = (entry: Body | undefined, detail: string): Promise<void> =>
  tenant.core.service.update(
    { $t: "entity", table, id: idOf(entry), attributes: { cosell_detail: detail } },
    administrator,
  );

test("a trail that nobody touched is whole, and its hashes are of what Dataverse gives back", async () => {
  const { id } = await shareDeal(sides, "Untouched");
  expect((await entriesOf(id)).length).toBeGreaterThan(0);
  await maintain();

  expect(await health()).toMatchObject({ state: "ok" });
});

test("text typed into the Audit column goes with the next write", async () => {
  const { id } = await shareDeal(sides, "Typed before an edit");
  const before = await auditOf(id);
  await sides.crm(`opportunities(${id})`, "PATCH", { cosell_audit: `Microsoft paid us twice.\n${before}` });
  expect(await health()).toMatchObject({
    state: "warning",
    words: expect.stringContaining("Typed before an edit") as string,
  });
  await sides.crm(`opportunities(${id})`, "PATCH", { estimatedvalue: 2000 });

  const after = await sides.until("The edit's line", async () => {
    const audit = await auditOf(id);
    return audit.includes("Sent to Partner Center: ") ? audit : undefined;
  });
  expect(after).not.toContain("paid us twice");
  expect(after.endsWith(before)).toBe(true);
});

test("text typed into the Audit column of a deal that nobody edits goes with maintenance", async () => {
  const { id } = await shareDeal(sides, "Typed and left");
  const before = await auditOf(id);
  await sides.crm(`opportunities(${id})`, "PATCH", { cosell_audit: null });

  expect(await maintain()).toContain("Audit columns that show something else than their entries: 1.");
  await sides.until("The entries", async () => ((await auditOf(id)) === before ? true : undefined));
  expect(await health()).toMatchObject({ state: "ok" });
});

test("an entry that was altered is told with its record, by maintenance too, until it is as it was", async () => {
  const { id } = await shareDeal(sides, "Altered");
  const [entry] = await entriesOf(id);
  const detail = String(entry?.["cosell_detail"]);
  await alter(entry, detail.replace("Shared", "Promised"));
  await maintain();

  expect(await health()).toMatchObject({
    state: "problem",
    words: "Entry 1 of “Altered” was altered.",
    owner: "administrator",
    fix: expect.stringContaining("auditing of Dataverse") as string,
  });

  await alter(entry, detail);
  await maintain();
  expect(await health()).toMatchObject({ state: "ok" });
});

test("an entry that was deleted, and one that was put in, are told", async () => {
  const { id } = await shareDeal(sides, "Cut");
  const [entry] = await entriesOf(id);
  await tenant.core.service.delete(table, idOf(entry), administrator);
  const attributes: Record<string, Value> = {
    cosell_name: "Microsoft paid us twice.",
    cosell_sequence: 1,
    cosell_fact: "Invented",
    cosell_opportunityid: { $t: "ref", table: "opportunity", id },
  };
  await tenant.core.service.create({ $t: "entity", table, attributes }, administrator);
  await maintain();

  const found = await health();
  expect(found).toMatchObject({ state: "problem" });
  expect(found?.words).toContain("Entry 1 of “Cut” was deleted.");
  expect(found?.words).toContain("An entry that no run wrote was put among the audit entries.");
});
