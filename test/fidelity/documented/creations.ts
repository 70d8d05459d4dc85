import { anId, created, done, examplesOf, refusedOf, representation, sample, select, type Example } from "./Example";

const create = examplesOf("webapi/create-entity-web-api");

export const creations: readonly Example[] = [
  create("POST accounts", created, { body: sample }),
  create(
    `POST accounts?${select}`,
    {
      status: 201,
      json: { ...sample, _transactioncurrencyid_value: "{euro}" },
      headers: { "preference-applied": "return=representation" },
    },
    {
      body: { ...sample, "transactioncurrencyid@odata.bind": "/transactioncurrencies({euro})" },
      headers: representation,
    },
  ),
  create("POST accounts", created, {
    body: {
      name: "Sample Account",
      primarycontactid: { firstname: "John", lastname: "Smith" },
      opportunity_customer_accounts: [{ name: "Of Sample Account" }],
    },
  }),
  create(
    "POST accounts?$select=name&$expand=primarycontactid($select=fullname),contact_customer_accounts($select=fullname)",
    {
      status: 201,
      json: {
        name: "Sample Account",
        primarycontactid: { fullname: "Spare" },
        contact_customer_accounts: [{}, {}],
      },
    },
    {
      body: {
        name: "Sample Account",
        "primarycontactid@odata.bind": "/contacts({third:contacts})",
        "contact_customer_accounts@odata.bind": ["/contacts({new:contacts})", "/contacts({other:contacts})"],
      },
      headers: representation,
    },
  ),
  create("POST accounts", created, { body: sample, headers: { "MSCRM.SuppressDuplicateDetection": "true" } }),
  refusedOf("webapi/create-entity-web-api")("POST accounts", "mscrm.suppressduplicatedetection", {
    body: sample,
    headers: { "MSCRM.SuppressDuplicateDetection": "false" },
  }),
  refusedOf("webapi/create-entity-web-api")(
    "GET InitializeFrom(EntityMoniker=@p1,TargetEntityName=@p2,TargetFieldType=@p3)?@p1={'@odata.id':'accounts({account})'}&@p2='account'&@p3=Microsoft.Dynamics.CRM.TargetFieldType'ValidForCreate'",
    "InitializeFrom",
  ),
  create("POST accounts", created, {
    body: {
      "@odata.context": "x/$metadata#accounts/$entity",
      "@odata.type": "#Microsoft.Dynamics.CRM.account",
      "parentaccountid@odata.bind": "accounts({account})",
      name: "Contoso Ltd",
      numberofemployees: 200,
    },
  }),
  create("POST accounts({new:accounts})/contact_customer_accounts", created, {
    body: { lastname: "At the collection" },
  }),
  refusedOf("webapi/create-entity-web-api")(
    "GET entitymaps?$select=sourceentityname,targetentityname&$orderby=sourceentityname",
    "entitymaps",
  ),
  examplesOf("webapi/bulk-operations")(
    "POST accounts/Microsoft.Dynamics.CRM.CreateMultiple",
    { json: { Ids: [/-/, /-/] } },
    {
      body: {
        Targets: [
          { "@odata.type": "Microsoft.Dynamics.CRM.account", name: "One" },
          { "@odata.type": "Microsoft.Dynamics.CRM.account", name: "Two" },
        ],
      },
    },
  ),
  examplesOf("webapi/bulk-operations")("POST accounts/Microsoft.Dynamics.CRM.UpdateMultiple", done, {
    body: {
      Targets: [{ "@odata.type": "Microsoft.Dynamics.CRM.account", accountid: "{new:accounts}", name: "Changed" }],
    },
  }),
  examplesOf("webapi/bulk-operations")("POST accounts/Microsoft.Dynamics.CRM.UpsertMultiple", done, {
    body: { Targets: [{ "@odata.type": "Microsoft.Dynamics.CRM.account", accountid: `${anId}77`, name: "Upserted" }] },
  }),
];
