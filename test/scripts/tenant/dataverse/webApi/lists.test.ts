import { startWebApi, type TestWebApi } from "../support/startWebApi";
import { adaId, benId } from "../support/createSales";

let api: TestWebApi;
let accountIds: string[];

beforeAll(async () => {
  api = await startWebApi();
  accountIds = [];
  accountIds.push(await api.create("accounts", { name: "Adatum", primarycontactid: { lastname: "Lovelace" } }));
  accountIds.push(await api.create("accounts", { name: "Bellows" }));
  const [adatum = "", bellows = ""] = accountIds;
  const opportunities = [
    { name: "one", rating: 1, closeprobability: 10, isshared: true, channels: "1,2", account: adatum },
    { name: "Two", rating: 2, closeprobability: 20, dueon: "2026-03-10T00:00:00Z", account: adatum },
    { name: "it's 100%_[x]", rating: 3, estimatedclosedate: "2026-05-01", account: bellows },
    { name: "four" },
  ];
  for (const { account, ...opportunity } of opportunities) {
    const bound = account === undefined ? {} : { "parentaccountid@odata.bind": `/accounts(${account})` };
    await api.create("opportunities", { ...opportunity, ...bound });
  }
});
afterAll(() => api.stop());

const namesOf = (json: Record<string, unknown>) => (json.value as { name: string }[]).map(({ name }) => name);

async function list(query: string): Promise<string[]> {
  const { json, status, text } = await api.get(`opportunities?${query}`);
  if (status !== 200) throw new Error(text);
  return namesOf(json);
}

const filtered = (filter: string) => list(`$select=name&$orderby=name&$filter=${encodeURIComponent(filter)}`);

test.each([
  ["name eq 'TWO'", ["Two"]],
  ["name eq 'it''s 100%_[x]'", ["it's 100%_[x]"]],
  ["name ne 'one'", ["four", "it's 100%_[x]", "Two"]],
  ["closeprobability ne 10", ["four", "it's 100%_[x]", "Two"]],
  ["closeprobability gt 10", ["Two"]],
  ["not (closeprobability gt 10)", ["four", "it's 100%_[x]", "one"]],
  ["closeprobability eq null", ["four", "it's 100%_[x]"]],
  ["closeprobability ne null and rating eq 1", ["one"]],
  ["rating eq 1 or rating eq 2 and closeprobability eq 10", ["one"]],
  ["(rating eq 1 or rating eq 3) and contains(name,'o')", ["one"]],
  ["rating in (1,3)", ["it's 100%_[x]", "one"]],
  ["not (rating in (1,3))", ["four", "Two"]],
  ["contains(name,'0[%][_][[]')", ["it's 100%_[x]"]],
  ["contains(name,'0%[_]')", ["it's 100%_[x]"]],
  ["startswith(name,'_w')", ["Two"]],
  ["endswith(name,'[a-e]')", ["one"]],
  ["not startswith(name,'[^o]')", ["one"]],
  ["startswith(name,'t')", ["Two"]],
  ["endswith(name,'e')", ["one"]],
  ["not contains(name,'o')", ["it's 100%_[x]"]],
  ["isshared", ["one"]],
  ["isshared eq false", ["four", "it's 100%_[x]", "Two"]],
  ["estimatedclosedate eq 2026-05-01", ["it's 100%_[x]"]],
  ["dueon lt 2026-03-11", ["Two"]],
  ["dueon ge 2026-03-10T01:00:00+01:00", ["Two"]],
  ["createdon eq modifiedon", ["four", "it's 100%_[x]", "one", "Two"]],
  [`_ownerid_value eq ${adaId}`, ["four", "it's 100%_[x]", "one", "Two"]],
  [`_ownerid_value eq ${benId}`, []],
  ["_parentaccountid_value eq null", ["four"]],
  ["parentaccountid/name eq 'Adatum'", ["one", "Two"]],
  ["Microsoft.Dynamics.CRM.LastXDays(PropertyName='dueon',PropertyValue=7)", ["Two"]],
  ["Microsoft.Dynamics.CRM.In(PropertyName='rating',PropertyValues=['1','2'])", ["four", "one", "Two"]],
  ["Microsoft.Dynamics.CRM.ContainValues(PropertyName='channels',PropertyValues=['2'])", ["one"]],
  ["Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid')", ["four", "it's 100%_[x]", "one", "Two"]],
  [`_ownerid_value eq '${adaId}'`, ["four", "it's 100%_[x]", "one", "Two"]],
  ["contains(name,'o')and closeprobability gt 10", ["Two"]],
  ["(rating eq 1)or rating eq 3", ["it's 100%_[x]", "one"]],
  [`Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=["one","it's 100%_[x]"])`, ["it's 100%_[x]", "one"]],
  [`Microsoft.Dynamics.CRM.Between(PropertyName='closeprobability',PropertyValues=["10","15"])`, ["one"]],
  ["parentaccountid/primarycontactid/lastname eq 'Lovelace'", ["one", "Two"]],
  ["parentaccountid/primarycontactid/lastname eq 'Lovelace' and parentaccountid/name eq 'Adatum'", ["one", "Two"]],
  ["Microsoft.Dynamics.CRM.Today(PropertyName='createdon')", ["four", "it's 100%_[x]", "one", "Two"]],
])("$filter=%s", async (filter, expected) => {
  expect(await filtered(filter)).toEqual(expected);
});

test.each([
  ["opportunity_parent_account/any(o:o/rating eq 1)", ["Adatum"]],
  ["opportunity_parent_account/any(o:o/rating eq 9 or contains(o/name,'100'))", ["Bellows"]],
  ["opportunity_parent_account/any()", ["Adatum", "Bellows"]],
  ["opportunity_parent_account/all(o:o/rating lt 3)", ["Adatum"]],
  ["not opportunity_parent_account/any(o:o/rating eq 3)", ["Adatum"]],
])("lambda $filter=%s", async (filter, expected) => {
  const { json } = await api.get(`accounts?$orderby=name&$filter=${encodeURIComponent(filter)}`);
  expect(namesOf(json)).toEqual(expected);
});

test("$orderby sorts choices by value and by columns of related rows; $top takes the first", async () => {
  expect(await list("$orderby=rating desc,name")).toEqual(["it's 100%_[x]", "four", "Two", "one"]);
  expect(await list("$orderby=parentaccountid/name desc,name asc&$top=2")).toEqual(["it's 100%_[x]", "one"]);
  expect(await list("$orderby=_parentaccountid_value,name&$top=1")).toEqual(["four"]);
});

test("$expand brings single rows and collections, each with its own options", async () => {
  const down = await api.get(
    "accounts?$select=name&$orderby=name&$expand=opportunity_parent_account($select=name;$filter=rating lt 3;$orderby=name desc;$top=1)",
  );
  expect(down.json.value).toMatchObject([
    { name: "Adatum", opportunity_parent_account: [{ name: "Two" }] },
    { name: "Bellows", opportunity_parent_account: [] },
  ]);
  const up = await api.get(
    "opportunities?$select=name&$orderby=name&$top=2&$expand=parentaccountid($select=name),ownerid($select=fullname)",
  );
  expect(up.json.value).toMatchObject([
    { name: "four", parentaccountid: null, ownerid: { fullname: "Ada Lovelace" } },
    { name: "it's 100%_[x]", parentaccountid: { name: "Bellows" } },
  ]);
});

test.each([
  ["$filter=@p1 eq @p2&@p1=name&@p2='TWO'", ["Two"]],
  ["$filter=@p1 ne @p3&@p1=closeprobability", ["one", "Two"]],
  ["$filter=contains(@p1,'o') and @p2 gt 10&@p1=name&@p2=closeprobability", ["Two"]],
  ["$filter=@p1 eq 'Adatum'&@p1=parentaccountid/name", ["one", "Two"]],
  [
    '$filter=Microsoft.Dynamics.CRM.In(PropertyName=@p1,PropertyValues=@p2)&@p1=\'name\'&@p2=["one","it\'s 100%25_[x]"]',
    ["it's 100%_[x]", "one"],
  ],
  ["$filter=Microsoft.Dynamics.CRM.LastXDays(PropertyName=@p1,PropertyValue=@p2)&@p1='dueon'&@p2='7'", ["Two"]],
])("aliases stand for properties, values and lists: %s", async (query, expected) => {
  expect(await list(`$select=name,&$orderby=@o asc&@o=name&${query}`)).toEqual(expected);
});

test("an alias is no piece of syntax, and none stands in an expansion", async () => {
  const injected = await api.get("opportunities?$filter=@p1&@p1=name eq 'one' or true");
  expect(injected.json.error).toMatchObject({ code: "0x80060888", message: expect.stringContaining("@p1") as unknown });
  const expanded = await api.get("accounts?$expand=opportunity_parent_account($filter=name eq @p1)&@p1='one'");
  expect(expanded.status).toBe(400);
});

test("references and the number of related rows are read at their addresses; a row is created there", async () => {
  const path = `accounts(${accountIds[1]})/opportunity_parent_account`;
  const count = async () => (await api.get(`${path}/$count`)).text;
  expect(await count()).toBe("1");
  const created = await api.send("POST", path, { name: "five" });
  expect(created.headers.get("odata-entityid")).toMatch(/opportunities\(/);
  expect(await count()).toBe("2");
  const references = await api.get(`${path}/$ref?$filter=name eq 'five'`);
  expect(references.json).toEqual({
    "@odata.context": `${api.root}$metadata#Collection($ref)`,
    value: [{ "@odata.id": created.headers.get("odata-entityid") }],
  });
  const address = String(created.headers.get("odata-entityid")).slice(api.root.length);
  const parent = await api.get(`${address}/parentaccountid/$ref`);
  expect(parent.json["@odata.id"]).toBe(`${api.root}accounts(${accountIds[1]})`);
  expect((await api.send("POST", `${address}/parentaccountid`, { name: "x" })).status).toBe(405);
  await api.send("DELETE", address);
});

test("$count counts all rows, whatever the page", async () => {
  const { json } = await api.get("opportunities?$select=name&$count=true", { prefer: "odata.maxpagesize=1" });
  expect(json["@odata.count"]).toBe(4);
  expect(json.value).toHaveLength(1);
  const plain = await api.get("opportunities/$count?$filter=rating eq 2");
  expect(plain.text).toBe("2");
});

test("pages follow next links to the last row, each row once", async () => {
  const seen: string[] = [];
  let path: string | undefined =
    "opportunities?$select=name&$orderby=rating desc&$filter=contains(name,'o') or rating gt 0";
  while (path !== undefined) {
    const { json, headers }: Awaited<ReturnType<typeof api.get>> = await api.get(path, {
      prefer: "odata.maxpagesize=3",
    });
    expect(headers.get("preference-applied")).toBe("odata.maxpagesize=3");
    seen.push(...namesOf(json));
    const next = json["@odata.nextLink"];
    path = typeof next === "string" ? next.slice(api.root.length) : undefined;
  }
  expect(seen[0]).toBe("it's 100%_[x]");
  expect(seen.sort()).toEqual(["Two", "four", "it's 100%_[x]", "one"]);
});

test("fetchXml answers with aliased columns, counts and the cookie of the next page", async () => {
  const fetchXml = `<fetch count="2" returntotalrecordcount="true"><entity name="opportunity"><attribute name="name"/><attribute name="description"/><order attribute="name"/>
    <link-entity name="account" from="accountid" to="parentaccountid" link-type="outer" alias="a"><attribute name="name"/><attribute name="ownerid"/></link-entity></entity></fetch>`;
  const all = { prefer: 'odata.include-annotations="*"' };
  const { json } = await api.get(`opportunities?fetchXml=${encodeURIComponent(fetchXml)}`, all);
  expect(json).toMatchObject({
    "@Microsoft.Dynamics.CRM.totalrecordcount": 4,
    "@Microsoft.Dynamics.CRM.morerecords": true,
    "@Microsoft.Dynamics.CRM.fetchxmlpagingcookie": expect.stringMatching(
      /^<cookie pagenumber="2" pagingcookie="%253C/,
    ) as unknown,
    value: [
      { name: "four" },
      {
        name: "it's 100%_[x]",
        "a.name": "Bellows",
        "a.ownerid": adaId,
        "a.ownerid@Microsoft.Dynamics.CRM.lookuplogicalname": "systemuser",
      },
    ],
  });
});

test("fetchXml leaves out columns without a value, counts by $count, and takes the size of a page", async () => {
  const xml = `<fetch><entity name="opportunity"><attribute name="name"/><attribute name="description"/><order attribute="name"/></entity></fetch>`;
  const path = `opportunities?fetchXml=${encodeURIComponent(xml)}`;
  const { json, headers } = await api.get(`${path}&$count=true`, { prefer: "odata.maxpagesize=1" });
  expect(json["@odata.count"]).toBe(4);
  expect(headers.get("preference-applied")).toBe("odata.maxpagesize=1");
  expect(json.value).toEqual([
    { "@odata.etag": expect.any(String) as unknown, name: "four", opportunityid: expect.any(String) as unknown },
  ]);
  const related = await api.get(`accounts(${accountIds[0]})/opportunity_parent_account?${path.split("?")[1]}`);
  expect(namesOf(related.json)).toEqual(["one", "Two"]);
});

test("$top counts all rows with $count, and is silent beside a page size", async () => {
  const counted = await api.get("opportunities?$select=name&$top=2&$count=true");
  expect(counted.json).toMatchObject({ "@odata.count": 4, value: [{}, {}] });
  expect(counted.json).not.toHaveProperty("@odata.nextLink");
  const paged = await api.get("opportunities?$select=name&$top=1", { prefer: "odata.maxpagesize=3" });
  expect(paged.json.value).toHaveLength(3);
});

test("fetchXml aggregates answer with their aliases", async () => {
  const fetchXml = `<fetch aggregate="true"><entity name="opportunity"><attribute name="rating" groupby="true" alias="r"/><attribute name="opportunityid" aggregate="count" alias="n"/><order alias="r"/></entity></fetch>`;
  const { json } = await api.get(`opportunities?fetchXml=${encodeURIComponent(fetchXml)}`, {
    prefer: 'odata.include-annotations="OData.Community.Display.V1.FormattedValue"',
  });
  expect(json.value).toMatchObject([
    { r: 1, "r@OData.Community.Display.V1.FormattedValue": "Hot", n: 1 },
    { r: 2, n: 2 },
    { r: 3, n: 1 },
  ]);
});

test("the service, its tables and their columns are described", async () => {
  const service = await api.get("");
  expect(service.json.value).toContainEqual({ name: "accounts", kind: "EntitySet", url: "accounts" });
  const csdl = await api.get("$metadata");
  expect(csdl.headers.get("content-type")).toBe("application/xml");
  expect(csdl.text).toContain('<NavigationProperty Name="cosell_OpportunityId" Type="mscrm.opportunity" />');
  const table = await api.get("EntityDefinitions(LogicalName='opportunity')?$select=EntitySetName,PrimaryIdAttribute");
  expect(table.json).toMatchObject({ EntitySetName: "opportunities", PrimaryIdAttribute: "opportunityid" });
  const column = await api.get(
    "EntityDefinitions(LogicalName='opportunity')/Attributes(LogicalName='rating')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$expand=OptionSet",
  );
  expect(column.json).toMatchObject({
    AttributeType: "Picklist",
    OptionSet: { Options: [{ Value: 1 }, { Value: 2 }, { Value: 3 }] },
  });
});
