import { startWebApi, type TestWebApi } from "../support/startWebApi";
import { adaId, benId, euroId } from "../support/createSales";

let api: TestWebApi;
beforeEach(async () => {
  api = await startWebApi();
});
afterEach(() => api.stop());

const representation = { prefer: "return=representation" };

test("POST answers 204 with the row's address; GET reads it with its ETag and empty columns", async () => {
  const { status, headers, text } = await api.send("POST", "accounts", { name: "Fabrikam" });
  expect([status, text]).toEqual([204, ""]);
  const address = headers.get("odata-entityid") ?? "";
  expect(address).toMatch(new RegExp(`^${api.root}accounts\\([0-9a-f-]{36}\\)$`));

  const read = await api.get(address.slice(api.root.length));
  expect(read.status).toBe(200);
  expect(read.headers.get("odata-version")).toBe("4.0");
  expect(read.headers.get("etag")).toMatch(/^W\/"\d+"$/);
  expect(read.json).toMatchObject({
    "@odata.context": `${api.root}$metadata#accounts/$entity`,
    "@odata.etag": read.headers.get("etag"),
    name: "Fabrikam",
    accountnumber: null,
    _ownerid_value: adaId,
    statecode: 0,
    createdon: "2026-03-14T09:26:53Z",
  });
});

test("return=representation answers with the row that was asked for", async () => {
  const created = await api.send("POST", "accounts?$select=name", { name: "A" }, representation);
  expect(created.status).toBe(201);
  expect(created.headers.get("preference-applied")).toBe("return=representation");
  expect(Object.keys(created.json).sort()).toEqual(["@odata.context", "@odata.etag", "accountid", "name"]);
  const path = `accounts(${String(created.json.accountid)})`;
  const updated = await api.send("PATCH", `${path}?$select=name`, { name: "B" }, representation);
  expect([updated.status, updated.json.name]).toEqual([200, "B"]);
});

test("every kind of value comes back as it was sent", async () => {
  const accountId = await api.create("accounts", { name: "Fabrikam" });
  const sent = {
    name: "Ümlaut & <Größe> #1+2 'quoted'",
    description: "line\nline",
    estimatedvalue: 1234.56,
    estimatedclosedate: "2026-05-01",
    dueon: "2026-05-01T12:30:00Z",
    closeprobability: 50,
    discount: -0.125,
    isshared: true,
    rating: 3,
    channels: "1,3",
  };
  const id = await api.create("opportunities", {
    ...sent,
    "customerid_account@odata.bind": `/accounts(${accountId})`,
    "transactioncurrencyid@odata.bind": `transactioncurrencies(${euroId})`,
  });
  const { json } = await api.get(`opportunities(${id})`);
  expect(json).toMatchObject({ ...sent, _customerid_value: accountId, _transactioncurrencyid_value: euroId });
  expect(json.estimatedvalue_base).toBe(1543.2);
});

test("annotations come as far as they are asked for", async () => {
  const accountId = await api.create("accounts", { name: "Fabrikam" });
  const id = await api.create("opportunities", {
    name: "O",
    estimatedvalue: 10,
    "parentaccountid@odata.bind": `/accounts(${accountId})`,
    "transactioncurrencyid@odata.bind": `/transactioncurrencies(${euroId})`,
  });
  const path = `opportunities(${id})?$select=rating,estimatedvalue,_parentaccountid_value`;
  const all = await api.get(path, { prefer: 'odata.include-annotations="*"' });
  expect(all.json).toMatchObject({
    "rating@OData.Community.Display.V1.FormattedValue": "Warm",
    "estimatedvalue@OData.Community.Display.V1.FormattedValue": "€10.00",
    "_parentaccountid_value@OData.Community.Display.V1.FormattedValue": "Fabrikam",
    "_parentaccountid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "account",
    "_parentaccountid_value@Microsoft.Dynamics.CRM.associatednavigationproperty": "parentaccountid",
  });
  const some = await api.get(path, { prefer: 'odata.include-annotations="Microsoft.Dynamics.CRM.lookuplogicalname"' });
  expect(Object.keys(some.json).filter((name) => name.includes("@") && !name.startsWith("@"))).toEqual([
    "_parentaccountid_value@Microsoft.Dynamics.CRM.lookuplogicalname",
    "_transactioncurrencyid_value@Microsoft.Dynamics.CRM.lookuplogicalname",
  ]);
});

test("PATCH updates what is there and creates what is not; If-Match and If-None-Match say which it may", async () => {
  const id = "11111111-0000-4000-8000-000000000001";
  const path = `accounts(${id})`;
  expect((await api.send("PATCH", path, { name: "A" }, { "if-match": "*" })).status).toBe(404);
  expect((await api.send("PATCH", path, { name: "A" })).status).toBe(204);
  expect((await api.send("PATCH", path, { name: "B" }, { "if-none-match": "*" })).status).toBe(412);
  expect((await api.send("PATCH", path, { name: "C" }, { "if-match": "*" })).status).toBe(204);
  expect((await api.get(path)).json.name).toBe("C");
});

test("a write with an old ETag is refused, one with the present ETag is done", async () => {
  const path = `accounts(${await api.create("accounts", { name: "A" })})`;
  const etag = (await api.get(path)).headers.get("etag") ?? "";
  expect((await api.send("PATCH", path, { name: "B" }, { "if-match": etag })).status).toBe(204);
  const late = await api.send("PATCH", path, { name: "C" }, { "if-match": etag });
  expect([late.status, late.json.error]).toEqual([412, expect.objectContaining({ code: "0x80060882" })]);
  expect((await api.send("DELETE", path, undefined, { "if-match": etag })).status).toBe(412);
  const fresh = (await api.get(path)).headers.get("etag") ?? "";
  expect((await api.get(path, { "if-none-match": fresh })).status).toBe(304);
  expect((await api.send("DELETE", path, undefined, { "if-match": fresh })).status).toBe(204);
  expect((await api.get(path)).status).toBe(404);
});

test("a row may be named by an alternate key, also one with a lookup, also to create it", async () => {
  const opportunityId = await api.create("opportunities", { name: "O" });
  const path = `cosell_deals(cosell_opportunityid=${opportunityId},cosell_code='A%20b')`;
  expect((await api.get(path)).json.error).toMatchObject({ code: "0x80060891" });
  expect((await api.send("PATCH", path, { cosell_name: "first" })).status).toBe(204);
  expect((await api.send("PATCH", path, { cosell_name: "second" })).status).toBe(204);
  const { json } = await api.get(path.replace("cosell_opportunityid", "_cosell_opportunityid_value"));
  expect(json).toMatchObject({ cosell_name: "second", cosell_code: "A b", _cosell_opportunityid_value: opportunityId });
  const all = await api.get("cosell_deals");
  expect(all.json.value).toHaveLength(1);
  expect((await api.send("DELETE", path)).status).toBe(204);
  expect((await api.get("accounts(name='x')")).json.error).toMatchObject({ code: "0x80060890" });
});

test("single properties are read, written and emptied", async () => {
  const path = `accounts(${await api.create("accounts", { name: "A" })})`;
  expect((await api.send("PUT", `${path}/name`, { value: "B" })).status).toBe(204);
  expect((await api.get(`${path}/name`)).json.value).toBe("B");
  expect((await api.get(`${path}/name/$value`)).text).toBe("B");
  expect((await api.send("DELETE", `${path}/name`)).status).toBe(204);
  expect((await api.get(`${path}/name`)).status).toBe(204);
});

test("a row is created with the rows around it, all or none", async () => {
  const id = await api.create("accounts", {
    name: "A",
    primarycontactid: { firstname: "Ada", lastname: "King" },
    opportunity_parent_account: [{ name: "O1" }, { name: "O2", cosell_opportunity_deal: [{ cosell_name: "D" }] }],
  });
  const { json } = await api.get(
    `accounts(${id})?$select=name&$expand=primarycontactid($select=fullname),opportunity_parent_account($select=name;$expand=cosell_opportunity_deal($select=cosell_name))`,
  );
  expect(json).toMatchObject({
    primarycontactid: { fullname: "Ada King" },
    opportunity_parent_account: expect.arrayContaining([
      expect.objectContaining({ name: "O1", cosell_opportunity_deal: [] }),
      expect.objectContaining({
        name: "O2",
        cosell_opportunity_deal: [expect.objectContaining({ cosell_name: "D" }) as unknown],
      }),
    ]) as unknown,
  });
  const failed = await api.send("POST", "accounts", {
    name: "B",
    opportunity_parent_account: [{ name: "O3" }, { rating: 9 }],
  });
  expect(failed.json.error).toMatchObject({ code: "0x8004431a" });
  expect((await api.get("accounts?$filter=name eq 'B'")).json.value).toEqual([]);
});

test("rows are associated and disassociated from either side", async () => {
  const accountId = await api.create("accounts", { name: "A" });
  const id = await api.create("opportunities", { name: "O" });
  const parent = async () => (await api.get(`opportunities(${id})`)).json._parentaccountid_value;
  const reference = (path: string) => ({ "@odata.id": api.root + path });

  const put = await api.send("PUT", `opportunities(${id})/parentaccountid/$ref`, reference(`accounts(${accountId})`));
  expect([put.status, await parent()]).toEqual([204, accountId]);
  expect((await api.get(`opportunities(${id})/parentaccountid?$select=name`)).json.name).toBe("A");
  const related = await api.get(`accounts(${accountId})/opportunity_parent_account?$select=name`);
  expect(related.json.value).toMatchObject([{ name: "O" }]);

  await api.send("DELETE", `opportunities(${id})/parentaccountid/$ref`);
  expect(await parent()).toBeNull();
  await api.send("POST", `accounts(${accountId})/opportunity_parent_account/$ref`, reference(`opportunities(${id})`));
  expect(await parent()).toBe(accountId);
  await api.send("DELETE", `accounts(${accountId})/opportunity_parent_account(${id})/$ref`);
  expect(await parent()).toBeNull();
});

test("an owner may be a user or a team", async () => {
  const teamId = await api.create("teams", { name: "Sales" });
  const id = await api.create("opportunities", { name: "O", "ownerid@odata.bind": `/teams(${teamId})` });
  const owner = async () => {
    const { json } = await api.get(`opportunities(${id})`, { prefer: 'odata.include-annotations="*"' });
    return [
      json._ownerid_value,
      json["_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname"],
      json._owningteam_value,
    ];
  };
  expect(await owner()).toEqual([teamId, "team", teamId]);
  await api.send("PATCH", `opportunities(${id})`, { "ownerid@odata.bind": `/systemusers(${benId})` });
  expect(await owner()).toEqual([benId, "systemuser", null]);
});

test("without credentials the local user asks; a token says who else; an unknown token is refused", async () => {
  const whoAmI = async (headers: Record<string, string>) => (await api.get("WhoAmI", headers)).json;
  expect(await whoAmI({})).toMatchObject({ UserId: adaId });
  expect(await whoAmI({ authorization: "Bearer ben" })).toMatchObject({ UserId: benId });
  expect((await api.get("WhoAmI()", { authorization: "Bearer eve" })).status).toBe(401);
  expect((await api.get("WhoAmI()", { authorization: "Basic YTpi" })).status).toBe(401);
});
