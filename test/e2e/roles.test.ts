import { randomUUID } from "node:crypto";
import { columns, customApis, securityRoles, tables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { sampleId } from "../../scripts/tenant/baseTables/sampleData";
import { DataverseError, type Caller } from "../../scripts/tenant/dataverse/OrganizationService";
import type { Value } from "../../scripts/tenant/dataverse/values";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(180_000);

const roles = ["nobody", "seller", "sellerElsewhere", "operator", "flows", "administrator"] as const;
type Role = (typeof roles)[number];

const deal = sampleId("opportunity", "migration");
const account = sampleId("account", "fabrikam");
const ref = (table: string, id: string): Value => ({ $t: "ref", table, id });

let tenant: RunningTenant;
let callers: Record<Role, Caller>;
/** Rows of the shared deal, by table. */
const rowIds = new Map<string, string>();

const callerOf = (userId: string): Caller => ({
  userId,
  initiatingUserId: userId,
  depth: 1,
  correlationId: randomUUID(),
});

/** A user of a business unit with the role that everybody has, and these. */
const givenUser = async (lastname: string, businessunitid: string, roleNames: readonly string[]): Promise<Caller> => {
  const { rows } = tenant.core;
  const domainname = `${lastname}@contoso.example`.toLowerCase();
  const id = await rows.create("systemuser", { firstname: "A", lastname, domainname, businessunitid });
  for (const name of ["Basic User", ...roleNames]) await tenant.core.assignRole(id, name);
  return callerOf(id);
};

beforeAll(async () => {
  tenant = await startBuiltTenant();
  const { rows, service } = tenant.core;
  const home = baseIds.businessUnit;
  const elsewhere = await rows.create("businessunit", { name: "Elsewhere", parentbusinessunitid: home });
  const selling = ["Salesperson", securityRoles.coSellSeller];
  callers = {
    nobody: await givenUser("Nobody", home, []),
    seller: await givenUser("Seller", home, selling),
    sellerElsewhere: await givenUser("Elsewhere", elsewhere, selling),
    operator: await givenUser("Operator", home, [securityRoles.coSellOperator]),
    flows: callerOf(baseIds.flowsUser),
    administrator: await givenUser("Administrator", home, [securityRoles.coSellAdministrator]),
  };
  const kim = callerOf(baseIds.kimSeller);
  const solution = columns.partnerCenterSolution;
  const table = tables.partnerCenterSolution.logicalName;
  const attributes = {
    [solution.name]: "Contoso Field Service Accelerator",
    [solution.solutionId]: "SOL-10001-CFS",
    [solution.opportunityId]: ref("opportunity", deal),
  };
  rowIds.set(table, await service.create({ $t: "entity", table, attributes }, kim));
  const shared = { [columns.opportunity.customerConsent]: true, [columns.opportunity.syncWithPartnerCenter]: true };
  await service.update({ $t: "entity", table: "opportunity", id: deal, attributes: shared }, kim);
  await service.execute(customApis.syncOpportunity, { OpportunityId: { $t: "guid", v: deal } }, kim);
  for (const { logicalName, primaryId } of [tables.link, tables.auditEntry]) {
    const [row] = await rows.read(logicalName, [primaryId]);
    if (row === undefined) throw new Error(`The shared deal has no row in ${logicalName}.`);
    rowIds.set(logicalName, String(row[primaryId]));
  }
});
afterAll(() => tenant.stop());

/** What one user tried: done, refused for want of a right, or what else happened. */
const attempt = async (work: () => Promise<unknown>): Promise<"may" | "may not"> => {
  try {
    await work();
    return "may";
  } catch (error) {
    const isRefused = error instanceof DataverseError && ["0x80040220", "0x80048306"].includes(error.code);
    // The connector's own refusal, of who may call but does not see the record.
    if (isRefused || String(error).includes("(dataverse.noRight)")) return "may not";
    throw error;
  }
};

const idOf = (table: string): string => rowIds.get(table) ?? "";
const read = (table: string, id: () => string) => (caller: Caller) =>
  tenant.core.service.retrieve(table, id(), "all", caller);
const write = (table: string, id: () => string, attributes: Record<string, Value>) => (caller: Caller) =>
  tenant.core.service.update({ $t: "entity", table, id: id(), attributes }, caller);
const make = (table: string, attributes: Record<string, Value>) => (caller: Caller) =>
  tenant.core.service.create({ $t: "entity", table, attributes }, caller);
const call =
  (api: string, parameters: Record<string, Value> = {}) =>
  (caller: Caller) =>
    tenant.core.service.execute(api, parameters, caller);

const dealId = { OpportunityId: { $t: "guid", v: deal } } as const;
const solutionTable = tables.partnerCenterSolution.logicalName;
const detail = tables.solutionDetail.logicalName;

const operations: readonly [what: string, by: readonly Role[], try_: (caller: Caller) => Promise<unknown>][] = [
  ["reads the deal", ["seller", "operator", "administrator"], read("opportunity", () => deal)],
  ["edits the deal", ["seller"], write("opportunity", () => deal, { description: "x" })],
  ["edits the customer", ["seller"], write("account", () => account, { telephone1: "1" })],
  ["reads the link", ["seller", "operator", "administrator"], read(tables.link.logicalName, () => idOf("cosell_link"))],
  ["edits the link", [], write(tables.link.logicalName, () => idOf("cosell_link"), { [columns.link.name]: "x" })],
  [
    "reads the trail",
    ["seller", "operator", "administrator"],
    read("cosell_auditentry", () => idOf("cosell_auditentry")),
  ],
  ["edits the trail", [], write("cosell_auditentry", () => idOf("cosell_auditentry"), { cosell_name: "x" })],
  [
    "edits a solution of the deal",
    ["seller", "administrator"],
    write(solutionTable, () => idOf(solutionTable), { [columns.partnerCenterSolution.name]: "Y" }),
  ],
  [
    "adds to the catalogue",
    ["administrator"],
    make(detail, { [columns.solutionDetail.name]: "New", [columns.solutionDetail.solutionId]: "SOL-9" }),
  ],
  ["previews the deal", ["seller", "administrator"], call(customApis.previewSync, dealId)],
  ["previews an answer", ["seller", "administrator"], call(customApis.previewChange, dealId)],
  [
    "asks as Copilot does",
    ["seller", "sellerElsewhere", "operator", "flows", "administrator"],
    call(customApis.getKeySalesInfo, { RecordType: "opportunity", RecordId: deal }),
  ],
  ["syncs the deal", ["seller", "administrator"], call(customApis.syncOpportunity, dealId)],
  ["runs maintenance", ["operator", "flows", "administrator"], call(customApis.runMaintenance)],
  ["replays", ["operator", "flows", "administrator"], call(customApis.replay, dealId)],
  ["checks health", ["administrator"], call(customApis.checkHealth)],
  ["checks the mapping", ["administrator"], call(customApis.checkMapping)],
  [
    "registers the webhook",
    ["administrator"],
    call(customApis.registerWebhook, { Endpoint: "https://example.com/x", Overwrite: false }),
  ],
  ["connects Partner Center", ["administrator"], call(customApis.connect, { Step: "startDevice" })],
];

test.each(operations.flatMap(([what, by, try_]) => roles.map((role) => [role, what, by, try_] as const)))(
  "%s %s only if it is their duty",
  async (role, _what, by, try_) => {
    expect(await attempt(() => try_(callers[role]))).toBe(by.includes(role) ? "may" : "may not");
  },
);

test.each(roles)("nobody reads the sign-in's tokens: %s", async (role) => {
  const { rows, service } = tenant.core;
  const { logicalName, primaryId } = tables.connection;
  const [row] = await rows.read(logicalName, [primaryId]);
  const secured = columns.connection.refreshToken;
  const found = await attempt(async () => {
    const shown = await service.retrieve(logicalName, String(row?.[primaryId]), [secured], callers[role]);
    expect(shown.attributes[secured] ?? null).toBeNull();
  });
  expect(found).toBe(role === "operator" || role === "administrator" ? "may" : "may not");
});

test("a seller lists the deals of the own business unit, an operator all, the flows' user the own ones", async () => {
  const query = `<fetch><entity name="opportunity"><attribute name="name" /></entity></fetch>`;
  const count = async (role: Role): Promise<number> =>
    (await tenant.core.service.fetch(query, callers[role])).rows.length;
  const all = await count("operator");
  expect(all).toBeGreaterThan(2);
  expect(await count("seller")).toBe(all);
  expect(await count("sellerElsewhere")).toBe(0);
  expect(await count("flows")).toBe(0);
});
