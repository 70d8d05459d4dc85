import { dotnetSdkVersion } from "../../scripts/build/prebuilt/dotnet";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { sampleId } from "../../scripts/tenant/baseTables/sampleData";
import { choices, customApis, environmentVariables, securityRoles } from "../../Solution/engine/domain/schema";
import { buildConnector, runConnector } from "../scripts/copilot/runConnector";
import { breachesOf, type CopilotOperation } from "../support/copilotContract";
import { startDeals, type Deals } from "./support/Deals";
import { Offers } from "./support/Offers";
import { setVariable } from "./support/setVariable";
import type { Body, Sides } from "./support/Sides";

jest.setTimeout(180_000);

const functions: Readonly<Record<CopilotOperation, string>> = {
  recordDetails: customApis.getRecordDetails,
  recordSummary: customApis.getRecordSummary,
  keySalesInfo: customApis.getKeySalesInfo,
};
const operations = Object.keys(functions) as CopilotOperation[];

const kim = "kim.seller@contoso.example";
const hostileName = `<b>Free</b> [click](https://evil.example/x) www.evil.example "O'Neil" \u202etxet`;

let tenant: RunningTenant;
let sides: Sides;
let deals: Deals;
let shared: { id: string; referralId: string };

beforeAll(async () => {
  ({ tenant, sides, deals } = await startDeals());
  shared = await deals.share(
    hostileName,
    { cosell_howcanmicrosofthelp: choices.howCanMicrosoftHelp.proofOfConceptDemo },
    choices.syncStatus.waitingOnMicrosoft,
  );
  await deals.quiet();
});
afterAll(() => tenant.stop());

interface Answer {
  status: number;
  value: readonly Body[];
  hasMoreResults: boolean;
}

const literal = (value: string | number): string =>
  typeof value === "number" ? String(value) : encodeURIComponent(`'${value.replaceAll("'", "''")}'`);

/** Calls a function over HTTP, as this user, and holds its answer against the documents. */
const ask = async (
  operation: CopilotOperation,
  parameters: Readonly<Record<string, string | number>>,
  user = kim,
): Promise<Answer> => {
  const names = Object.keys(parameters);
  const signature = names.map((name) => `${name}=@${name}`).join(",");
  const values = Object.entries(parameters).map(([name, value]) => `@${name}=${literal(value)}`);
  const address = `${tenant.tenantAddress}/api/data/v9.2/${functions[operation]}(${signature})?${values.join("&")}`;
  const answer = await fetch(address, { headers: { authorization: `Bearer ${user}`, accept: "application/json" } });
  const body = (await answer.json()) as Body;
  if (!answer.ok) return { status: answer.status, value: [], hasMoreResults: false };
  const told = JSON.parse(String(body["Response"])) as Omit<Answer, "status">;
  expect(breachesOf(operation, told)).toEqual([]);
  return { status: answer.status, ...told };
};

const about = (table: string, id: string) => ({ RecordType: table, RecordId: id });
const linesOf = ({ value }: Answer): string => value.map(({ description }) => String(description)).join("\n");

test("the referral of a shared deal is a related record, with a link into Partner Center", async () => {
  const { value, hasMoreResults } = await ask("recordDetails", about("opportunity", shared.id));
  expect(hasMoreResults).toBe(false);
  expect(value).toHaveLength(1);
  expect(value[0]).toMatchObject({ recordId: shared.referralId, recordType: "referral" });
  expect(value[0]?.["url"]).toBe((await deals.read(shared.id))["cosell_referrallink"]);
  expect(value[0]?.["additionalProperties"]).toMatchObject({
    Status: "Waiting on Microsoft",
    "How can Microsoft help?": "Proof of concept/Demo",
    Solutions: "Contoso Field Service Accelerator",
  });
});

test("a seller reads beside a mail whose turn it is, and in the summary what happened", async () => {
  const key = linesOf(await ask("keySalesInfo", about("opportunity", shared.id)));
  expect(key).toMatch(/^Partner Center: Waiting on Microsoft – \d+ days left for Microsoft to answer\.$/m);
  const summary = await ask("recordSummary", about("opportunity", shared.id));
  expect(linesOf(summary)).toMatch(/Shared with Partner Center/);
  const later = { StartDateTime: "2100-01-01T00:00:00Z" };
  expect((await ask("recordSummary", { ...about("opportunity", shared.id), ...later })).value).toEqual([]);
});

test("an account and a contact have the deals of the customer, each named, page by page", async () => {
  await deals.share("A second deal of Fabrikam");
  await deals.quiet();
  for (const [table, id] of [
    ["account", sampleId("account", "fabrikam")],
    ["contact", sampleId("contact", "erika")],
  ] as const) {
    const all = await ask("recordDetails", about(table, id));
    expect(all.value.map(({ recordId }) => recordId)).toContain(shared.referralId);
    // The platform says nought for whoever says nothing.
    expect(await ask("recordDetails", { ...about(table, id), Top: 0, Skip: 0 })).toEqual(all);
    const first = await ask("recordDetails", { ...about(table, id), Top: 1 });
    const second = await ask("recordDetails", { ...about(table, id), Top: 1, Skip: 1 });
    expect([first.hasMoreResults, ...first.value, ...second.value]).toEqual([true, ...all.value.slice(0, 2)]);
    expect(linesOf(await ask("keySalesInfo", about(table, id)))).toContain(
      "“A second deal of Fabrikam” – Partner Center",
    );
  }
});

test("what people typed is neither link nor markup in any answer", async () => {
  for (const operation of operations)
    for (const [table, id] of [
      ["opportunity", shared.id],
      ["account", sampleId("account", "fabrikam")],
    ] as const) {
      const texts = (await ask(operation, about(table, id))).value.map(({ url: _url, ...item }) =>
        JSON.stringify(item),
      );
      expect(texts.join("\n")).not.toMatch(/<b>|\]\(|https?:\/\/evil|www\.evil|\u202e/);
    }
  const [record] = (await ask("recordDetails", about("opportunity", shared.id))).value;
  expect(record?.["recordTitle"]).toContain("‹b›Free‹/b›");
});

test("a link that somebody typed into the column is not passed on", async () => {
  const { id } = await deals.share("A link of somebody else");
  await deals.quiet();
  await deals.patch(id, { cosell_referrallink: "https://partner.microsoft.com.evil.example/" });
  for (const operation of operations)
    for (const item of (await ask(operation, about("opportunity", id))).value) expect(item).not.toHaveProperty("url");
});

test("a deal that Microsoft offers says how long there is, and what Microsoft advises", async () => {
  const offers = new Offers(sides);
  const row = await offers.arrived(
    await offers.offer(),
    (one) => one["cosell_syncstatus"] === choices.syncStatus.needsAttention,
  );
  const lines = linesOf(
    await ask("keySalesInfo", about("opportunity", String(row["opportunityid"])), "alex.admin@contoso.example"),
  );
  expect(lines).toMatch(/14 days left to accept or decline; Microsoft asks for an answer within 24 hours/);
});

test("a value that both sides changed is shown with both values", async () => {
  const { id, referralId } = await deals.share("Both sides");
  await deals.quiet();
  await setVariable(tenant, environmentVariables.outboundEnabled.schemaName, "no");
  await deals.patch(id, { estimatedvalue: 111 });
  await deals.quiet();
  await deals.edit(referralId, { dealValue: 222 });
  await deals.quiet();
  await setVariable(tenant, environmentVariables.outboundEnabled.schemaName, "yes");
  await sides.call(customApis.syncOpportunity, { OpportunityId: id });
  await deals.when(id, "Conflict", (one) => one["cosell_syncstatus"] === choices.syncStatus.conflict);
  expect(linesOf(await ask("recordSummary", about("opportunity", id)))).toMatch(
    /Dynamics 365 holds “111”, Partner Center holds “222”/,
  );
  expect(linesOf(await ask("keySalesInfo", about("opportunity", id)))).toMatch(
    /^To decide in Dynamics 365, as both sides changed it: Est. Revenue\.$/m,
  );
});

test("whoever may not read the deal gets nothing of it, and without a role of the connector nobody is answered", async () => {
  const { rows } = tenant.core;
  const elsewhere = await rows.create("businessunit", {
    name: "Elsewhere",
    parentbusinessunitid: baseIds.businessUnit,
  });
  const user = async (name: string, businessunitid: string, roles: readonly string[]): Promise<string> => {
    const domainname = `${name}@contoso.example`;
    const id = await rows.create("systemuser", { firstname: "A", lastname: name, domainname, businessunitid });
    for (const role of ["Basic User", ...roles]) await tenant.core.assignRole(id, role);
    return domainname;
  };
  const stranger = await user("stranger", elsewhere, ["Salesperson", securityRoles.coSellSeller]);
  const newcomer = await user("newcomer", baseIds.businessUnit, [securityRoles.coSellSeller]);
  const outsider = await user("outsider", baseIds.businessUnit, ["Salesperson"]);
  for (const operation of operations) {
    expect((await ask(operation, about("opportunity", shared.id))).value).not.toEqual([]);
    for (const [table, id] of [
      ["opportunity", shared.id],
      ["account", sampleId("account", "fabrikam")],
    ] as const) {
      for (const one of [stranger, newcomer])
        expect(await ask(operation, about(table, id), one)).toEqual({ status: 200, value: [], hasMoreResults: false });
      expect((await ask(operation, about(table, id), outsider)).status).toBe(403);
    }
  }
});

test.each([
  ["a table without deals", about("task", "0b0f1f0e-1111-4111-8111-111111111111")],
  ["an identifier of another system", about("opportunity", "0065g00000ABCDEAA4")],
  ["an identifier that ends a query", about("account", `x' or '1' eq '1"/><link-entity name="lead">`)],
  ["a deal that is gone", about("lead", "0b0f1f0e-1111-4111-8111-111111111111")],
])("%s has nothing, and no failure", async (_what, record) => {
  for (const operation of operations)
    expect(await ask(operation, record)).toEqual({ status: 200, value: [], hasMoreResults: false });
});

const withSdk = dotnetSdkVersion() === undefined ? describe.skip : describe;

withSdk("the connector's script, over HTTP", () => {
  beforeAll(() => buildConnector());

  const asked = (
    operation: string,
    query: Readonly<Record<string, string>>,
  ): Promise<{ status: number; body: unknown }> =>
    runConnector(`${tenant.tenantAddress}/cosell/${operation}?${new URLSearchParams(query).toString()}`, kim);

  test("takes the documented query and gives the documented answer, word for word what the function says", async () => {
    const crm = { crmType: "Dynamics 365", crmOrgUrl: new URL(tenant.tenantAddress).hostname };
    for (const operation of operations) {
      const query = { recordType: "opportunity", recordId: shared.id, top: "2", skip: "0", ...crm };
      const { status, body } = await asked(operation, query);
      expect(status).toBe(200);
      expect(breachesOf(operation, body)).toEqual([]);
      const { value, hasMoreResults } = await ask(operation, { ...about("opportunity", shared.id), Top: 2, Skip: 0 });
      expect(body).toEqual({ value, hasMoreResults });
    }
  });

  test.each([
    { crmType: "Salesforce" },
    { crmOrgUrl: "fabrikam.crm.dynamics.com" },
    { crmOrgUrl: "https://fabrikam.crm4.dynamics.com/" },
    { recordId: "x')?@recordType='account'&@recordId='" },
  ])("has nothing for a record of somewhere else: %j", async (elsewhere) => {
    const query = { recordType: "opportunity", recordId: shared.id, ...elsewhere };
    expect(await asked("keySalesInfo", query)).toEqual({ status: 200, body: { value: [], hasMoreResults: false } });
  });

  test("passes a refusal of the environment on, and knows no other operation", async () => {
    expect(await asked("keySalesInfo", { recordType: "opportunity" })).toMatchObject({ status: 400 });
    expect(await asked("deleteEverything", {})).toMatchObject({ status: 404 });
  });
});
