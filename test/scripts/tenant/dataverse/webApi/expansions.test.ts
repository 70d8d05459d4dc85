import { startWebApi, type TestWebApi } from "../support/startWebApi";

let api: TestWebApi;
let accountId: string;

beforeAll(async () => {
  api = await startWebApi();
  accountId = await api.create("accounts", {
    name: "Adatum",
    primarycontactid: { lastname: "Lovelace" },
    opportunity_parent_account: [{ name: "one" }, { name: "two" }, { name: "three" }],
    contact_customer_accounts: [{ lastname: "Bitdiddle" }],
  });
});
afterAll(() => api.stop());

type Json = Record<string, unknown>;

const firstOf = async (query: string, headers: Record<string, string> = {}): Promise<Json> => {
  const { json, text } = await api.get(`accounts?${query}`, headers);
  if (!json.value) throw new Error(text);
  return (json.value as Json[])[0] ?? {};
};

const names = (value: unknown) => (value as { name: string }[]).map(({ name }) => name).sort();
const below = (address: unknown) => String(address).slice(api.root.length);

test("an expanded collection says where its rows are, and they are there, whatever the page size", async () => {
  const account = await firstOf("$expand=opportunity_parent_account($select=name;$filter=name ne 'two')", {
    prefer: "odata.maxpagesize=1",
  });
  expect(names(account.opportunity_parent_account)).toEqual(["one", "three"]);
  const address = below(account["opportunity_parent_account@odata.nextLink"]);
  expect(address).toBe(
    `accounts(${accountId})/opportunity_parent_account?$select=name&$filter=${encodeURIComponent("name ne 'two'")}`,
  );
  expect(names((await api.get(address)).json.value)).toEqual(["one", "three"]);
});

test("without options the address has none; an empty collection has one too", async () => {
  const account = await firstOf("$expand=account_parent_account");
  expect(account).toMatchObject({
    account_parent_account: [],
    "account_parent_account@odata.nextLink": `${api.root}accounts(${accountId})/account_parent_account`,
  });
});

test("a nested expansion makes pages of all collections, and their links lead to the rest", async () => {
  const query =
    "$select=name&$expand=opportunity_parent_account($select=name),contact_customer_accounts($select=lastname;$expand=parentcustomerid_account($select=name))";
  const account = await firstOf(query, { prefer: "odata.maxpagesize=2" });
  expect(account.contact_customer_accounts).toMatchObject([
    { lastname: "Bitdiddle", parentcustomerid_account: { name: "Adatum" } },
  ]);
  expect(account.opportunity_parent_account).toHaveLength(2);
  const next = await api.get(below(account["opportunity_parent_account@odata.nextLink"]), {
    prefer: "odata.maxpagesize=2",
  });
  const seen = [...names(account.opportunity_parent_account), ...names(next.json.value)].sort();
  expect(seen).toEqual(["one", "three", "two"]);
  const nothing = await api.get(below(account["contact_customer_accounts@odata.nextLink"]), {
    prefer: "odata.maxpagesize=2",
  });
  expect(nothing.json.value).toEqual([]);
});

const fifteen = Array.from({ length: 15 }, () => "primarycontactid($select=lastname)").join(",");
const onlySelectAndFilter =
  "Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship.";

test.each([
  [
    "references of a collection",
    "opportunity_parent_account/$ref",
    "0x80060888",
    "Expand with $ref is only supported on lookup type navigation property.",
  ],
  [
    "16 expansions",
    `${fifteen},primarycontactid`,
    "0x8004430d",
    "Number of link entities in query exceeded maximum limit.",
  ],
  [
    "an order beside a nested expansion",
    "opportunity_parent_account($orderby=name),contact_customer_accounts($expand=parentcustomerid_account)",
    "0x80060888",
    onlySelectAndFilter,
  ],
  [
    "a number inside a nested expansion",
    "contact_customer_accounts($top=1;$expand=parentcustomerid_account)",
    "0x80060888",
    onlySelectAndFilter,
  ],
  ["an order of a single row", "primarycontactid($orderby=lastname)", "0x80060888", onlySelectAndFilter],
])("refuses %s", async (_, expand, code, message) => {
  const answer = await api.get(`accounts?$expand=${encodeURIComponent(expand)}`);
  expect([answer.status, answer.json]).toEqual([400, { error: { code, message } }]);
});

test("15 expansions are taken, and references of lookups", async () => {
  expect((await api.get(`accounts?$expand=${fifteen}`)).status).toBe(200);
  const account = await firstOf("$select=name&$expand=primarycontactid/$ref");
  expect(account.primarycontactid).toEqual({ "@odata.id": expect.stringContaining(`${api.root}contacts(`) as unknown });
});

test("a row read with expansions or annotations is never called unchanged", async () => {
  const path = `accounts(${accountId})?$select=name`;
  const { headers } = await api.get(path);
  const known = { "if-none-match": headers.get("etag") ?? "" };
  expect((await api.get(path, known)).status).toBe(304);
  expect((await api.get(`${path}&$expand=primarycontactid`, known)).status).toBe(200);
  expect((await api.get(path, { ...known, prefer: 'odata.include-annotations="*"' })).status).toBe(200);
});

test("preferences that were applied are named", async () => {
  const prefer = 'odata.maxpagesize=3; odata.include-annotations="OData.Community.*,Microsoft.Dynamics.CRM.*"';
  const applied = async (method: string, path: string, preferences: string, body?: unknown) =>
    (await api.send(method, path, body, { prefer: preferences })).headers.get("preference-applied");
  expect(await applied("GET", "accounts?$select=name", prefer)).toBe(
    'odata.maxpagesize=3, odata.include-annotations="OData.Community.*,Microsoft.Dynamics.CRM.*"',
  );
  const all = 'odata.include-annotations="*"';
  expect(await applied("GET", `accounts(${accountId})`, all)).toBe(all);
  expect(await applied("GET", "accounts/$count", all)).toBeNull();
  expect(await applied("GET", "accounts?$filter=nme eq 1", all)).toBeNull();
  expect(await applied("POST", "accounts", `return=representation,${all}`, { name: "B" })).toBe(
    `return=representation, ${all}`,
  );
});
