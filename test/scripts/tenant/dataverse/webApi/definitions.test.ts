import { startWebApi, type TestWebApi } from "../support/startWebApi";

let api: TestWebApi;
beforeAll(async () => {
  api = await startWebApi();
});
afterAll(() => api.stop());

type Row = Record<string, unknown>;
const rows = async (path: string): Promise<Row[]> => {
  const { json, text } = await api.get(encodeURI(path));
  if (!json.value) throw new Error(text);
  return json.value as Row[];
};
const namesOf = (found: Row[], name: string) => found.map((row) => row[name]).sort();
const account = "EntityDefinitions(LogicalName='account')";

test("tables and columns are found by id after a filter, and described as by name", async () => {
  const [table] = await rows("EntityDefinitions?$filter=LogicalName eq 'account'&$select=MetadataId");
  expect(Object.keys(table ?? {})).toEqual(["MetadataId"]);
  const byId = `EntityDefinitions(${String(table?.MetadataId)})`;
  expect((await api.get(byId)).json).toEqual((await api.get(account)).json);
  const [column] = await rows(`${byId}/Attributes?$filter=LogicalName eq 'accountnumber'&$select=MetadataId`);
  expect(column).toMatchObject({ "@odata.type": "#Microsoft.Dynamics.CRM.StringAttributeMetadata" });
  const { json } = await api.get(`${byId}/Attributes(${String(column?.MetadataId)})?$select=LogicalName,MaxLength`);
  expect(json).toMatchObject({ LogicalName: "accountnumber", MaxLength: 20, MetadataId: column?.MetadataId });
});

test("filters compare enumerations and properties inside properties", async () => {
  const owned = await rows(
    "EntityDefinitions?$select=LogicalName&$filter=OwnershipType eq Microsoft.Dynamics.CRM.OwnershipTypes'UserOwned'",
  );
  expect(namesOf(owned, "LogicalName")).toEqual(["account", "contact", "cosell_deal", "opportunity"]);
  const required = await rows(
    "EntityDefinitions(LogicalName='opportunity')/Attributes?$select=SchemaName&$filter=RequiredLevel/Value eq Microsoft.Dynamics.CRM.AttributeRequiredLevel'ApplicationRequired'",
  );
  expect(namesOf(required, "SchemaName")).toEqual(["Name", "OwnerId"]);
  const secured = await rows(
    `${account}/Attributes?$select=LogicalName&$filter=IsSecured eq true and not (IsPrimaryId eq true)`,
  );
  expect(namesOf(secured, "LogicalName")).toEqual(["secret"]);
});

test("parts are read at their address or brought along: columns of a kind, options, keys, relationships", async () => {
  const money = await rows(
    `${account}/Attributes/Microsoft.Dynamics.CRM.MoneyAttributeMetadata?$select=LogicalName,Precision`,
  );
  expect(money).toMatchObject([
    { LogicalName: "revenue", Precision: 2 },
    { LogicalName: "revenue_base", Precision: 4 },
  ]);
  const rating =
    "EntityDefinitions(LogicalName='opportunity')/Attributes(LogicalName='rating')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata";
  const brought = (
    await api.get(`${rating}?$select=LogicalName&$expand=OptionSet($select=Options),GlobalOptionSet($select=Options)`)
  ).json;
  expect(brought).toMatchObject({
    LogicalName: "rating",
    OptionSet: { Options: [{ Value: 1 }, { Value: 2 }, { Value: 3 }] },
  });
  expect(brought.GlobalOptionSet).toEqual(brought.OptionSet);
  expect((await api.get(`${rating}/OptionSet?$select=Options`)).json).toMatchObject({ Options: [{}, {}, {}] });
  expect(await rows(`${account}/Keys?$select=LogicalName,KeyAttributes`)).toMatchObject([
    { LogicalName: "account_number", KeyAttributes: ["accountnumber"] },
  ]);
  const expanded = (
    await api.get(
      encodeURI(
        `${account}?$select=LogicalName&$expand=Attributes($select=LogicalName;$filter=AttributeType eq Microsoft.Dynamics.CRM.AttributeTypeCode'Memo'),ManyToOneRelationships($select=SchemaName)`,
      ),
    )
  ).json;
  expect(expanded.Attributes).toMatchObject([{ LogicalName: "secret" }]);
  expect(namesOf(expanded.ManyToOneRelationships as Row[], "SchemaName")).toEqual([
    "account_parent_account",
    "account_primary_contact",
  ]);
  const below = await rows(
    "RelationshipDefinitions/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata?$select=SchemaName&$filter=ReferencedEntity eq 'account'",
  );
  expect(namesOf(below, "SchemaName")).toEqual(
    namesOf(await rows(`${account}/OneToManyRelationships?$select=SchemaName`), "SchemaName"),
  );
});

test.each([
  ["an unknown table", "EntityDefinitions(LogicalName='acount')", 404, "acount"],
  ["an unknown column", `${account}/Attributes(LogicalName='nme')`, 404, "nme"],
  ["an unknown choice", "GlobalOptionSetDefinitions(Name='none')", 404, "none"],
  [
    "a property there is not",
    "EntityDefinitions?$select=Nme",
    400,
    "'Nme' on type 'Microsoft.Dynamics.CRM.EntityMetadata'",
  ],
  ["a part there is not", `${account}/Privileges`, 404, "Privileges"],
  [
    "a type that is none",
    `${account}/Attributes/Microsoft.Dynamics.CRM.EnumAttributeMetadata`,
    404,
    "EnumAttributeMetadata",
  ],
  ["a function in a filter", "EntityDefinitions?$filter=contains(LogicalName,'a')", 400, "contains"],
  ["a filter of shared choices", "GlobalOptionSetDefinitions?$filter=Name eq 'a'", 400, "$filter"],
  ["an order", "EntityDefinitions?$orderby=LogicalName", 400, "$orderby"],
])("refuses %s", async (_, path, status, message) => {
  const answer = await api.get(encodeURI(path));
  expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(message)]);
});
