import { startWebApi, type TestWebApi } from "../support/startWebApi";
import { adaId } from "../support/createSales";

let api: TestWebApi;
let accountId: string;
beforeAll(async () => {
  api = await startWebApi();
  accountId = await api.create("accounts", { name: "A" });
});
afterAll(() => api.stop());

const refused = (code: string, message: string): unknown =>
  expect.objectContaining({ error: { code, message: expect.stringContaining(message) as unknown } });

test.each([
  ["an unknown set", "acounts", 404, "0x8006088a", "Resource not found for the segment 'acounts'."],
  ["a set in other case", "Accounts", 404, "0x8006088a", "'Accounts'"],
  ["an unknown segment", "accounts/top", 404, "0x8006088a", "'top'"],
  [
    "an unknown property",
    "accounts?$select=nme",
    400,
    "0x80060888",
    "Could not find a property named 'nme' on type 'Microsoft.Dynamics.CRM.account'.",
  ],
  ["a lookup by its column name", "accounts?$select=ownerid", 400, "0x80060888", "'ownerid'"],
  ["an unknown option", "accounts?$serach=x", 400, "0x80060888", "$serach"],
  ["an option without a dollar sign", "accounts?select=name", 400, "0x80060888", "select"],
  ["an option out of place", `accounts(${adaId})?$filter=name eq 'x'`, 400, "0x80060888", "$filter"],
  [
    "$skip, which Dataverse does not have",
    "accounts?$skip=1",
    400,
    "0x80060888",
    "Skip Clause is not supported in CRM",
  ],
  [
    "an unknown operator",
    "accounts?$filter=name equals 'x'",
    400,
    "0x80060888",
    "Syntax error at position 5 in 'name equals 'x''.",
  ],
  ["a quote that is not closed", "accounts?$filter=name eq 'x", 400, "0x80060888", "Syntax error at position 8"],
  [
    "a parenthesis that is not closed",
    "accounts?$filter=(name eq 'x'",
    400,
    "0x80060888",
    "Syntax error at position 12",
  ],
  ["text after the end", "accounts?$filter=name eq 'x' name", 400, "0x80060888", "Syntax error at position 12"],
  [
    "a value of another type",
    "accounts?$filter=name eq 5",
    400,
    "0x80060888",
    "'Edm.String' and 'Edm.Decimal' for operator kind 'Equal'",
  ],
  ["an unknown function", "accounts?$filter=tolower(name) eq 'x'", 400, "0x80060888", "tolower"],
  [
    "an unknown query function",
    "accounts?$filter=Microsoft.Dynamics.CRM.Soon(PropertyName='createdon')",
    400,
    "0x80060888",
    "Soon",
  ],
  [
    "a query function denied",
    "accounts?$filter=not Microsoft.Dynamics.CRM.Last7Days(PropertyName='createdon')",
    400,
    "0x80060888",
    "Not operator along with the Custom Named Condition operators is not allowed",
  ],
  ["an unknown expansion", "accounts?$expand=owner", 400, "0x80060888", "'owner'"],
  ["a page size of zero", "accounts?$top=0", 400, "0x80060888", "Syntax error at position 0"],
  ["more rows than a page holds", "accounts?$top=5001", 400, "0x8004110c", "5000"],
  ["a skip token of its own making", "accounts?$skiptoken=2", 400, "0x80060888", "$skiptoken"],
  ["a missing row", `accounts(${adaId})`, 404, "0x80040217", `Entity 'account' With Id = ${adaId} Does Not Exist`],
  ["a key that is no id", "accounts(7)", 400, "0x80040203", "'7'"],
  [
    "FetchXML for another table",
    "accounts?fetchXml=<fetch><entity name='contact'/></fetch>",
    400,
    "0x80041128",
    "contact",
  ],
  [
    "FetchXML with an unknown element",
    "accounts?fetchXml=<fetch><entity name='account'><colum/></entity></fetch>",
    400,
    "0x8004111c",
    "colum",
  ],
  ["a function by another method", "cosell_Unknown", 404, "0x8006088a", "cosell_Unknown"],
])("%s", async (_, path, status, code, message) => {
  const before = api.logged.length;
  const answer = await api.get(encodeURI(path));
  expect([answer.status, answer.json]).toEqual([status, refused(code, message)]);
  expect(api.logged.slice(before)).toEqual([expect.stringContaining(`${code} `)]);
});

test.each([
  [
    "an unknown property",
    { nme: "x" },
    400,
    "0x80048d19",
    "Invalid property 'nme' was found in entity 'Microsoft.Dynamics.CRM.account'.",
  ],
  [
    "a lookup by its value property",
    { _primarycontactid_value: adaId },
    400,
    "0x80060888",
    "CRM do not support direct update of Entity Reference properties",
  ],
  ["a lookup written as text", { primarycontactid: adaId }, 400, "0x80048d19", "'PrimitiveValue' node"],
  [
    "a bind to an unknown property",
    { "contact@odata.bind": `/contacts(${adaId})` },
    400,
    "0x80048d19",
    "An undeclared property 'contact'",
  ],
  [
    "a bind to a row of another table",
    { "primarycontactid@odata.bind": `/accounts(${adaId})` },
    400,
    "0x80040203",
    "'contact' was expected",
  ],
  [
    "a bind to a missing row",
    { "primarycontactid@odata.bind": `/contacts(${adaId})` },
    404,
    "0x80040217",
    "'contact' With Id",
  ],
  ["a bind that names nothing", { "primarycontactid@odata.bind": "Ada" }, 400, "0x80048d19", "'Ada'"],
  [
    "text for a number",
    { numberofemployees: "5" },
    400,
    "0x80048d19",
    "Cannot convert the literal '\"5\"' to the expected type 'Edm.Int32'.",
  ],
  ["text that is too long", { name: "x".repeat(161) }, 400, "0x80044331", "maximum allowed length of '160'"],
  ["a number out of range", { numberofemployees: 1001 }, 400, "0x8004432f", "1001"],
  ["a secured column", { secret: "s" }, 403, "0x8004f502", "create permissions to a secured field"],
])("POST of %s", async (_, body, status, code, message) => {
  const answer = await api.send("POST", "accounts", body);
  expect([answer.status, answer.json]).toEqual([status, refused(code, message)]);
});

test("a day with a time, where only days are kept", async () => {
  const answer = await api.send("POST", "opportunities", { estimatedclosedate: "2026-05-01T00:00:00Z" });
  expect(answer.json).toEqual(refused("0x80048d19", "Edm.Date"));
});

test.each([
  ["a body that is not JSON", "{", "application/json", 400, "0x80048d19", "not JSON"],
  ["a body of another type", "name=A", "text/plain", 415, "0x80048d0a", "text/plain"],
  ["no body", "", "application/json", 400, "0x80048d19", "required"],
])("POST of %s", async (_, body, contentType, status, code, message) => {
  const answer = await api.send("POST", "accounts", body, { "content-type": contentType });
  expect([answer.status, answer.json]).toEqual([status, refused(code, message)]);
});

test.each([
  ["an unknown preference", { prefer: "respond-never" }, 400, "respond-never"],
  ["a preference that only Dataverse has", { prefer: "respond-async" }, 501, "respond-async"],
  ["an unknown header of the platform", { "MSCRM.NoSuchThing": "true" }, 400, "mscrm.nosuchthing"],
  [
    "a header that only Dataverse has",
    { "MSCRM.BypassCustomPluginExecution": "true" },
    501,
    "mscrm.bypasscustompluginexecution",
  ],
  ["a version of OData that is none", { "OData-Version": "3.0" }, 400, "OData-Version: 3.0"],
  ["a media type we do not have", { accept: "application/atom+xml" }, 406, "application/atom+xml"],
  ["an ETag that is none", { "if-none-match": "abc" }, 400, "abc"],
])("%s in the headers", async (_, headers, status, message) => {
  const answer = await api.get(`accounts(${accountId})`, headers);
  expect(answer.status).toBe(status);
  expect((answer.json.error as { message: string }).message).toContain(message);
});

test("a method that a resource does not have", async () => {
  const answer = await api.send("PUT", "accounts", {});
  expect([answer.status, answer.json]).toEqual([405, refused("0x80060888", "PUT")]);
});

test("a function called as an action", async () => {
  const answer = await api.send("POST", "WhoAmI", {});
  expect([answer.status, answer.json]).toEqual([404, refused("", "No HTTP resource was found")]);
});

test("a version of the service that is none; other addresses are left to others", async () => {
  const answer = await fetch(`${api.origin}api/data/v8.2/accounts`);
  expect([answer.status, await answer.json()]).toEqual([404, refused("0x80060888", "v8.2")]);
  expect((await fetch(`${api.origin}main.aspx`)).headers.has("odata-version")).toBe(false);
});

test("a failure of our own is a 500 that says nothing of the inside, and a line in the log that does", async () => {
  const broken = await startWebApi({
    service: (service) => ({ ...service, retrieve: () => Promise.reject(new Error("disk on fire")) }),
  });
  const answer = await broken.get(`accounts(${adaId})`);
  expect([answer.status, answer.json]).toEqual([500, refused("0x80040216", "An unexpected error occurred.")]);
  expect(broken.logged).toEqual([expect.stringContaining("disk on fire")]);
  await broken.stop();
});
