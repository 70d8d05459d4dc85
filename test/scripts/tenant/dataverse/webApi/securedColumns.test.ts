import { account, fieldPermission } from "../support/salesTables";
import { adaId, entity, system } from "../support/createSales";
import { startWebApi, type TestWebApi } from "../support/startWebApi";

const profile = "d0000000-0000-4000-8000-000000000001";
const canRead = 4;

let api: TestWebApi;

beforeAll(async () => {
  api = await startWebApi();
  const { catalogue, transactions, service } = api.sales;
  const byDigest = { name: "account_secret", columns: ["secret"] };
  await transactions.inTransaction(async () => catalogue.saveTable({ ...account, keys: [...account.keys, byDigest] }));
  for (const secret of ["token 1", "token 1", "token 2"]) {
    await service.create(entity("account", { name: secret === "token 2" ? "two" : "one" }), system);
  }
  const { rows } = await service.fetch(
    "<fetch><entity name='account'><attribute name='name'/></entity></fetch>",
    system,
  );
  const [first] = rows;
  await service.update(entity("account", { secret: "token 2" }, first?.id ?? ""), system);
});
afterAll(() => api.stop());

const fetched = (inside: string, attributes = "") =>
  `accounts?fetchXml=${encodeURIComponent(`<fetch ${attributes}><entity name="account">${inside}</entity></fetch>`)}`;

const paths: [string, string][] = [
  ["$filter", "accounts?$filter=startswith(secret,'t')"],
  ["a $filter denied", "accounts?$filter=not (secret eq 'x')"],
  ["a $filter for no value", "accounts?$filter=secret ne null"],
  ["a $filter between columns", "accounts?$filter=name eq secret"],
  ["a $filter on a related row", "accounts?$filter=parentaccountid/secret eq 'x'"],
  ["a lambda", "contacts?$filter=account_primary_contact/any(a:contains(a/secret,'t'))"],
  ["a filter of an expansion", "accounts?$expand=account_parent_account($filter=secret eq 'x')"],
  ["$count with a filter", "accounts/$count?$filter=startswith(secret,'t')"],
  ["$orderby", "accounts?$select=name&$orderby=secret desc"],
  ["an alternate key", "accounts(secret='token 2')"],
  ["a FetchXML condition", fetched(`<filter><condition attribute="secret" operator="like" value="t%"/></filter>`)],
  ["a FetchXML comparison", fetched(`<filter><condition attribute="name" operator="eq" valueof="secret"/></filter>`)],
  ["a FetchXML order", fetched(`<order attribute="secret"/>`)],
  ["a FetchXML link", fetched(`<link-entity name="contact" from="lastname" to="secret"/>`)],
  ["a group", fetched(`<attribute name="secret" groupby="true" alias="s"/>`, `aggregate="true"`)],
  ["an aggregate", fetched(`<attribute name="secret" aggregate="countcolumn" alias="n"/>`, `aggregate="true"`)],
];

test.each(paths)("a secured column decides nothing for who may not read it: %s", async (_, path) => {
  const answer = await api.get(path.includes("fetchXml=") ? path : encodeURI(path));
  expect([answer.status, answer.json]).toEqual([
    403,
    {
      error: {
        code: "0x8004f504",
        message:
          "The user does not have read permissions to a secured field. The requested operation could not be completed.",
      },
    },
  ]);
});

test("an upsert by a key over a secured column tells nothing", async () => {
  const answer = await api.send("PATCH", "accounts(secret='token 2')", { name: "found" });
  expect(answer.status).toBe(403);
});

test("distinct rows are not told apart by a column that is hidden", async () => {
  const { json } = await api.get(fetched(`<attribute name="name"/><attribute name="secret"/>`, `distinct="true"`));
  const names = (json.value as { name: string }[]).map(({ name }) => name).sort();
  expect(names).toEqual(["one", "two"]);
});

test("a member of a profile that lets read asks by the column as by any other", async () => {
  const { service } = api.sales;
  const permission = { fieldsecurityprofileid: profile, entityname: "account", attributelogicalname: "secret" };
  await service.create(entity(fieldPermission.logicalName, { ...permission, canread: canRead }), system);
  const member = { systemuserid: adaId, fieldsecurityprofileid: profile };
  await service.create(entity("systemuserprofiles", member), system);
  for (const [, path] of paths) {
    const { status } = await api.get(path.includes("fetchXml=") ? path : encodeURI(path));
    expect([path, status]).toEqual([path, 200]);
  }
});
