import type { OrganizationService } from "../../../../../scripts/tenant/dataverse/OrganizationService";
import type { Value } from "../../../../../scripts/tenant/dataverse/values";
import type { CustomApiDefinition } from "../../../../../scripts/tenant/dataverse/webApi/CustomApiCatalogue";
import { startWebApi, type TestWebApi } from "../support/startWebApi";
import { adaId } from "../support/createSales";

const parameter = (name: string, type: CustomApiDefinition["parameters"][number]["type"], isOptional = true) => ({
  name,
  type,
  isOptional,
});

const definitions: CustomApiDefinition[] = [
  {
    name: "cosell_Sync",
    isFunction: false,
    parameters: [
      parameter("OpportunityId", "Guid", false),
      parameter("Note", "String"),
      parameter("Amount", "Money"),
      parameter("Due", "DateTime"),
      parameter("Names", "StringArray"),
      parameter("Account", "EntityReference"),
      parameter("Row", "Entity"),
      parameter("Rows", "EntityCollection"),
    ],
    responses: [
      { name: "Status", type: "Integer" },
      { name: "Owner", type: "EntityReference" },
      { name: "Row", type: "Entity" },
      { name: "Names", type: "StringArray" },
      { name: "Missing", type: "String" },
    ],
  },
  {
    name: "cosell_Touch",
    isFunction: false,
    binding: { kind: "row", table: "account" },
    parameters: [],
    responses: [],
  },
  {
    name: "cosell_Rate",
    isFunction: true,
    parameters: [parameter("Currency", "String"), parameter("Days", "Integer")],
    responses: [{ name: "Rate", type: "Decimal" }],
  },
];

let api: TestWebApi;
let calls: { message: string; parameters: Record<string, Value> }[];

const results: Record<string, Record<string, Value>> = {
  cosell_Sync: {
    Status: 731500006,
    Owner: { $t: "ref", table: "systemuser", id: adaId },
    Row: { $t: "entity", table: "account", id: adaId, attributes: { name: "Row" } },
    Names: '["a","b"]',
  },
  cosell_Touch: {},
  cosell_Rate: { Rate: { $t: "dec", v: "0.8" } },
};

const record = (service: OrganizationService): OrganizationService => ({
  ...service,
  execute: async (message, parameters, caller) => {
    if (!(message in results)) return service.execute(message, parameters, caller);
    calls.push({ message, parameters });
    return results[message] ?? {};
  },
});

beforeEach(async () => {
  calls = [];
  const customApis = { find: async (name: string) => definitions.find((each) => each.name === name) };
  api = await startWebApi({ service: record, customApis });
});
afterEach(() => api.stop());

test("an action gets its parameters in the types it was registered with, and answers in its", async () => {
  const { status, json } = await api.send("POST", "cosell_Sync", {
    OpportunityId: adaId.toUpperCase(),
    Note: "n",
    Amount: 12.5,
    Due: "2026-05-01T10:00:00+02:00",
    Names: ["x"],
    Account: { "@odata.type": "Microsoft.Dynamics.CRM.account", accountid: adaId },
    Row: { "@odata.type": "Microsoft.Dynamics.CRM.opportunity", name: "O", rating: 1 },
    Rows: [{ "@odata.type": "#Microsoft.Dynamics.CRM.contact", lastname: "L" }],
  });
  expect(calls).toEqual([
    {
      message: "cosell_Sync",
      parameters: {
        OpportunityId: { $t: "guid", v: adaId },
        Note: "n",
        Amount: { $t: "money", v: "12.5" },
        Due: { $t: "dt", v: "2026-05-01T08:00:00.000Z" },
        Names: '["x"]',
        Account: { $t: "ref", table: "account", id: adaId },
        Row: { $t: "entity", table: "opportunity", attributes: { name: "O", rating: { $t: "opt", v: 1 } } },
        Rows: {
          $t: "entities",
          table: "contact",
          rows: [{ $t: "entity", table: "contact", attributes: { lastname: "L" } }],
        },
      },
    },
  ]);
  expect(status).toBe(200);
  expect(json).toEqual({
    "@odata.context": `${api.root}$metadata#Microsoft.Dynamics.CRM.cosell_SyncResponse`,
    Status: 731500006,
    Owner: { "@odata.type": "#Microsoft.Dynamics.CRM.systemuser", systemuserid: adaId },
    Row: { "@odata.type": "#Microsoft.Dynamics.CRM.account", accountid: adaId, name: "Row" },
    Names: ["a", "b"],
    Missing: null,
  });
});

test("an action bound to a row gets it as its target; without response properties it answers 204", async () => {
  const id = await api.create("accounts", { name: "A", accountnumber: "7" });
  const { status } = await api.send("POST", "accounts(accountnumber='7')/Microsoft.Dynamics.CRM.cosell_Touch");
  expect(status).toBe(204);
  expect(calls).toEqual([{ message: "cosell_Touch", parameters: { Target: { $t: "ref", table: "account", id } } }]);
});

test("a function takes parameters in its path and from aliases", async () => {
  const { json } = await api.get("cosell_Rate(Currency=@c,Days=3)?@c='E%26U'");
  expect(json.Rate).toBe(0.8);
  expect(calls).toEqual([{ message: "cosell_Rate", parameters: { Currency: "E&U", Days: 3 } }]);
});

test.each([
  ["an unknown parameter", "cosell_Sync", { OpportunityID: adaId }, 400, "'OpportunityID'"],
  ["a parameter of another type", "cosell_Sync", { OpportunityId: "x" }, 400, "Guid"],
  ["a row without its table", "cosell_Sync", { Row: { name: "x" } }, 400, "crmbaseentity"],
  ["a bound action called alone", "cosell_Touch", {}, 404, "cosell_Touch"],
  ["a function called as an action", "cosell_Rate", {}, 404, "No HTTP resource"],
])("refuses %s", async (_, path, body, status, message) => {
  const answer = await api.send("POST", path, body);
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(message);
  expect(calls).toEqual([]);
});

test("many rows are created by one message, or none", async () => {
  const create = (targets: object[]) =>
    api.send("POST", "accounts/Microsoft.Dynamics.CRM.CreateMultiple", { Targets: targets });
  const { json } = await create([{ "@odata.type": "Microsoft.Dynamics.CRM.account", name: "A" }, { name: "B" }]);
  expect(json.Ids).toHaveLength(2);
  expect((await create([{ name: "C" }, { numberofemployees: 1001 }])).status).toBe(400);
  const [first] = json.Ids as string[];
  await api.send("POST", "accounts/Microsoft.Dynamics.CRM.UpdateMultiple", {
    Targets: [{ accountid: first, name: "A2" }],
  });
  const all = await api.get("accounts?$select=name&$orderby=name");
  expect((all.json.value as { name: string }[]).map(({ name }) => name)).toEqual(["A2", "B"]);
});
