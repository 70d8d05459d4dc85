import type { FidelityTarget } from "../FidelityTarget";
import { startLocalTarget } from "../localTarget";

/*
 * What Microsoft's C# samples of the Web API send, in their order, each request built on the answers before it. Activities,
 * which the tenant has not, are opportunities here.
 */

let tenant: FidelityTarget;
beforeAll(async () => {
  tenant = await startLocalTarget({});
});
afterAll(() => tenant.close());

/** Headers that the samples' client sends with every request. */
const always = {
  accept: "application/json",
  "odata-version": "4.0",
  "odata-maxversion": "4.0",
  "if-none-match": "null",
};

type Json = Record<string, unknown>;

async function send(method: string, address: string, body?: object, headers: Record<string, string> = {}) {
  const url = address.startsWith("http") ? address : tenant.root + encodeURI(address);
  const content = body ? { body: JSON.stringify(body) } : {};
  const type = body ? { "content-type": "application/json; charset=utf-8" } : {};
  const answer = await fetch(url, { method, headers: { ...always, ...type, ...headers }, ...content });
  const text = await answer.text();
  const isJson = text.startsWith("{");
  return { status: answer.status, headers: answer.headers, json: (isJson ? JSON.parse(text) : {}) as Json };
}

const annotated = { prefer: 'odata.include-annotations="*"' };
const mustExist = { "if-match": "*" };

async function create(set: string, record: object): Promise<string> {
  const { headers } = await send("POST", set, record);
  return headers.get("odata-entityid") ?? "";
}

const pathOf = (address: string): string => address.slice(tenant.root.length);
const idOf = (address: string): string => /\((.+)\)$/.exec(address)?.[1] ?? "";

test("BasicOperations", async () => {
  const rafel = await create("contacts", { firstname: "Rafel", lastname: "Shillo" });
  expect((await send("PATCH", rafel, { jobtitle: "Junior Developer" }, mustExist)).status).toBe(204);
  const read = await send("GET", `${rafel}?$select=fullname,jobtitle,description`, undefined, annotated);
  expect(read.json).toMatchObject({ fullname: "Rafel Shillo", jobtitle: "Junior Developer", description: null });
  expect((await send("PUT", `${rafel}/telephone1`, { value: "555-0105" })).status).toBe(204);
  expect((await send("GET", `${rafel}/telephone1`)).json.value).toBe("555-0105");

  const contoso = await create("accounts", { name: "Contoso Ltd", "primarycontactid@odata.bind": pathOf(rafel) });
  const expanded = `${pathOf(contoso)}?$select=name,&$expand=primarycontactid($select=fullname,jobtitle)`;
  expect((await send("GET", expanded, undefined, annotated)).json).toMatchObject({
    primarycontactid: { fullname: "Rafel Shillo" },
  });

  const coffee = await create("accounts", {
    name: "Fourth Coffee",
    primarycontactid: {
      firstname: "Susie",
      lastname: "Curtis",
      opportunity_parent_contact: [{ name: "Sign invoice" }, { name: "Conduct training" }],
    },
  });
  const { json } = await send("GET", `${pathOf(coffee)}?$select=name&$expand=primarycontactid($select=fullname)`);
  const susie = `contacts(${String((json.primarycontactid as Json).contactid)})`;
  const deals = await send(
    "GET",
    `${susie}?$select=fullname&$expand=opportunity_parent_contact($select=name)`,
    undefined,
    annotated,
  );
  expect(deals.json.opportunity_parent_contact).toHaveLength(2);

  const contacts = `${pathOf(coffee)}/contact_customer_accounts`;
  expect((await send("POST", `${contacts}/$ref`, { "@odata.id": rafel })).status).toBe(204);
  expect((await send("GET", `${contacts}?$select=fullname,jobtitle`)).json.value).toMatchObject([
    { fullname: "Rafel Shillo" },
  ]);
  expect((await send("DELETE", `${contacts}(${idOf(rafel)})/$ref`)).status).toBe(204);
  expect((await send("GET", `${contacts}?$select=fullname`)).json.value).toEqual([]);
  for (const address of [rafel, contoso, coffee]) expect((await send("DELETE", address)).status).toBe(204);
});

test("ConditionalOperations", async () => {
  const account = await create("accounts", { name: "Contoso Ltd", telephone1: "555-0000", revenue: 5000000 });
  const address = `${account}?$select=name,revenue,telephone1,description`;
  const first = await send("GET", address);
  const initial = String(first.json["@odata.etag"]);
  expect((await send("GET", address, undefined, { "if-none-match": initial })).status).toBe(304);
  expect((await send("PUT", `${account}/telephone1`, { value: "555-0001" })).status).toBe(204);
  const changed = await send("GET", address, undefined, { "if-none-match": initial });
  expect(changed.json).toMatchObject({ telephone1: "555-0001" });
  expect((await send("DELETE", account, undefined, { "if-match": initial })).status).toBe(412);
  const update = { telephone1: "555-0002", revenue: 6000000 };
  expect((await send("PATCH", account, update, { "if-match": initial })).status).toBe(412);
  const updated = String(changed.json["@odata.etag"]);
  expect((await send("PATCH", account, update, { "if-match": updated })).status).toBe(204);
  expect((await send("GET", address)).json).toMatchObject(update);
  expect((await send("DELETE", account)).status).toBe(204);
});

test("FunctionsAndActions, as far as the tenant has them", async () => {
  const { json } = await send("GET", "WhoAmI");
  const users = "systemusers?$select=fullname&$filter=not startswith(fullname,'#')&$top=10".replace("#", "%23");
  expect((await send("GET", tenant.root + users)).json.value).toContainEqual(
    expect.objectContaining({ systemuserid: json.UserId }),
  );
  const other = `systemusers?$filter=systemuserid ne ${String(json.UserId)} and isdisabled eq false&$select=systemuserid,fullname&$top=1`;
  expect((await send("GET", other)).json.value).toHaveLength(1);
  const account = await create("accounts", { name: "Account to Share" });
  const refused = await send("POST", "GrantAccess", { Target: { accountid: idOf(account) } });
  expect(refused).toMatchObject({
    status: 501,
    json: { error: { message: expect.stringContaining("GrantAccess") as unknown } },
  });
});

test("ParallelOperations, as many at once as the service advises", async () => {
  const { headers } = await send("GET", "WhoAmI");
  const width = Number(headers.get("x-ms-dop-hint"));
  expect(width).toBeGreaterThan(0);
  const accounts: string[] = [];
  for (let start = 0; start < 30; start += width) {
    const names = Array.from({ length: Math.min(width, 30 - start) }, (_, index) => ({
      name: `Account ${start + index}`,
    }));
    accounts.push(...(await Promise.all(names.map((record) => create("accounts", record)))));
  }
  expect(new Set(accounts).size).toBe(30);
  const deleted = await Promise.all(accounts.slice(0, width).map((address) => send("DELETE", address)));
  expect(deleted.every(({ status }) => status === 204)).toBe(true);
});
