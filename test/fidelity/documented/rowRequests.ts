import {
  anId,
  annotated,
  created,
  done,
  examplesOf,
  refusedOf,
  representation,
  sample,
  select,
  type Example,
} from "./Example";

const retrieve = examplesOf("webapi/retrieve-entity-using-web-api");
const update = examplesOf("webapi/update-delete-entities-using-web-api");
const associate = examplesOf("webapi/associate-disassociate-entities-using-web-api");
const conditional = examplesOf("webapi/perform-conditional-operations-using-web-api");
const matchAny = { "if-match": "*" };
const matchNone = { "if-none-match": "*" };

const reading: readonly Example[] = [
  retrieve("GET accounts({account})", {
    json: { accountid: "{account}", name: /^Contoso/ },
    headers: { etag: /^W\/"\d+"$/ },
  }),
  retrieve("GET accounts({account})?$select=name,revenue", {
    json: {
      "@odata.context": /#accounts\(name,revenue\)\/\$entity$/,
      revenue: 20000,
      _transactioncurrencyid_value: "{euro}",
    },
  }),
  retrieve("GET contacts(firstname='Nancy',emailaddress1='nancy@example.com')", {
    json: { fullname: "Nancy Anderson (sample)" },
  }),
  retrieve("GET accounts(_primarycontactid_value={contact})", { json: { name: /^Contoso/ } }),
  retrieve("GET accounts({account})/name", {
    json: { "@odata.context": /#accounts\([0-9a-f-]+\)\/name$/, value: /^Contoso/ },
  }),
  retrieve("GET accounts({account})/name/$value", { text: /^Contoso/ }),
  retrieve("GET accounts({account})/primarycontactid?$select=fullname", {
    json: { "@odata.context": /#contacts\(fullname\)\/\$entity$/, fullname: "Yvonne McKay (sample)" },
  }),
  retrieve("GET accounts({account})/contact_customer_accounts/$ref", {
    json: { "@odata.context": /#Collection\(\$ref\)$/, value: [{ "@odata.id": /contacts\(/ }, {}, {}] },
  }),
  retrieve("GET accounts({account})/primarycontactid/$ref", { json: { "@odata.id": /contacts\(/ } }),
  retrieve("GET accounts({account})/contact_customer_accounts/$count", { text: /^\d+$/ }),
  retrieve("GET accounts({account})?$select=name&$expand=primarycontactid($select=contactid,fullname)", {
    json: { primarycontactid: { fullname: "Yvonne McKay (sample)" } },
  }),
  retrieve("GET accounts({account})?$select=name&$expand=primarycontactid/$ref", {
    json: { primarycontactid: { "@odata.id": /contacts\(/ } },
  }),
  retrieve("GET accounts({account})?$select=name&$expand=contact_customer_accounts($select=fullname,createdon)", {
    json: { contact_customer_accounts: [{}, {}, {}] },
  }),
  retrieve(
    "GET accounts({account})?$select=accountid&$expand=parentaccountid($select = createdon, name),contact_customer_accounts($select = fullname, createdon)",
    { json: { parentaccountid: null, contact_customer_accounts: [{}, {}, {}] } },
  ),
  retrieve(
    "GET accounts({account})?$select=name&$expand=contact_customer_accounts($filter=startswith(lastname,'A');$select=fullname)",
    { json: { contact_customer_accounts: [{}] } },
  ),
  retrieve("GET accounts({account})?$expand=contact_customer_accounts($orderby=createdon asc;$select=fullname)", {
    json: { contact_customer_accounts: [{}, {}, {}] },
  }),
  retrieve("GET accounts({account})?$expand=contact_customer_accounts($top=1;$select=fullname)", {
    json: { contact_customer_accounts: [{}] },
  }),
  retrieve(
    "GET accounts({account})?$select=name,&$expand=primarycontactid($select=fullname,jobtitle)",
    { json: { name: /^Contoso/ } },
    { headers: annotated },
  ),
  retrieve(`GET accounts(${anId}99)`, { status: 404, json: { error: { code: "0x80040217" } } }),
];

const writing: readonly Example[] = [
  update("PATCH accounts({new:accounts})", done, { body: sample, headers: matchAny }),
  update(
    `PATCH accounts({new:accounts})?${select}`,
    { json: { name: "Updated" }, headers: { "preference-applied": "return=representation" } },
    { body: { name: "Updated" }, headers: { ...representation, ...matchAny } },
  ),
  update("PUT accounts({new:accounts})/name", done, { body: { value: "Updated" } }),
  update("DELETE accounts({new:accounts})/description", done),
  update("DELETE accounts({new:accounts})", done),
  update(`DELETE accounts(${anId}98)`, { status: 404 }),
  update(`PATCH accounts(${anId}01)`, created, { body: { name: "Upserted" } }),
  associate("POST accounts({account})/opportunity_customer_accounts/$ref", done, {
    body: { "@odata.id": "{root}opportunities({new:opportunities})" },
  }),
  associate("PUT opportunities({new:opportunities})/customerid_account/$ref", done, {
    body: { "@odata.id": "accounts({account})" },
  }),
  associate(
    "DELETE accounts({account})/opportunity_customer_accounts/$ref?$id={root}opportunities({opportunity})",
    done,
  ),
  associate("DELETE accounts({account})/contact_customer_accounts({linked:contacts})/$ref", done),
  associate("DELETE opportunities({new:opportunities})/customerid_account/$ref", done),
  associate("PATCH opportunities({new:opportunities})", done, {
    body: { "customerid_account@odata.bind": "accounts({account})" },
  }),
  associate("PATCH accounts({new:accounts})", done, {
    body: { "parentaccountid@odata.bind": null, "primarycontactid@odata.bind": null },
  }),
  associate("PATCH accounts({new:accounts})", done, { body: { parentaccountid: null, primarycontactid: null } }),
  refusedOf("webapi/associate-disassociate-entities-using-web-api")(
    "PUT emails({account})/email_activity_parties",
    "emails",
    { body: { value: [] } },
  ),
  refusedOf("webapi/associate-disassociate-entities-using-web-api")(
    "POST systemusers({me})/systemuserroles_association/$ref",
    "systemuserroles_association",
    { body: { "@odata.id": "{root}roles({account})" } },
  ),
  conditional(
    "GET accounts({account})?$select=accountnumber,name",
    { status: 304 },
    { headers: { "if-none-match": "{etag:accounts({account})}" } },
  ),
  conditional(
    "GET accounts({account})?$select=name",
    { json: { name: /^Contoso/ } },
    { headers: { "if-none-match": 'W/"468026"' } },
  ),
  conditional(
    "GET accounts({account})?$select=name&$expand=primarycontactid",
    { json: { name: /^Contoso/ } },
    { headers: { "if-none-match": "{etag:accounts({account})}" } },
  ),
  conditional(
    "GET accounts({account})?$select=name",
    { json: { name: /^Contoso/ } },
    { headers: { ...annotated, "if-none-match": "{etag:accounts({account})}" } },
  ),
  conditional("GET EntityDefinitions(LogicalName='account')?$select=IsOptimisticConcurrencyEnabled", {
    json: { IsOptimisticConcurrencyEnabled: true },
  }),
  conditional(
    `PATCH accounts(${anId}97)`,
    { status: 404, json: { error: { message: /Does Not Exist/ } } },
    { body: sample, headers: matchAny },
  ),
  conditional(
    "PATCH accounts({account})",
    { status: 412, json: { error: { message: "A record with matching key values already exists." } } },
    { body: { name: "x" }, headers: matchNone },
  ),
  conditional(`PATCH accounts(${anId}02)`, created, { body: sample, headers: matchNone }),
  conditional(
    "DELETE accounts({new:accounts})",
    {
      status: 412,
      json: {
        error: { message: "The version of the existing record doesn't match the RowVersion property provided." },
      },
    },
    { headers: { "if-match": 'W/"470867"' } },
  ),
  conditional(
    "PATCH accounts({new:accounts})",
    { status: 412, json: { error: { code: "0x80060882" } } },
    { body: { name: "x" }, headers: { "if-match": 'W/"470867"' } },
  ),
  conditional("PATCH accounts({new:accounts})", done, {
    body: { name: "x" },
    headers: { "if-match": "{etag:accounts({new:accounts})}" },
  }),
];

export const rowRequests: readonly Example[] = [...reading, ...writing];
