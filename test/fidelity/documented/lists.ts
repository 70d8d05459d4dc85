import { annotated, examplesOf, formatted, refusedOf, type Example } from "./Example";

const overview = examplesOf("webapi/query/overview");
const select = examplesOf("webapi/query/select-columns");
const join = examplesOf("webapi/query/join-tables");
const order = examplesOf("webapi/query/order-rows");
const page = examplesOf("webapi/query/page-results");
const count = examplesOf("webapi/query/count-rows");
const samples = "contains(name,'(sample)')";
const onlyAnnotated = { headers: annotated };
const onlyFormatted = { headers: formatted };
const sized = (size: number) => ({ headers: { prefer: `odata.maxpagesize=${size}` } });
const applied = (size: number) => ({ "preference-applied": `odata.maxpagesize=${size}` });
const here = /^http/;
const nested =
  "Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship.";

const listing: readonly Example[] = [
  overview("GET ", { text: /"name":"accounts","kind":"EntitySet","url":"accounts"/ }),
  overview("GET accounts", { json: { "@odata.context": /#accounts$/ } }),
  overview(`GET systemusers({me})/user_accounts?$select=name&$filter=${samples}`, { letters: "CFGHL" }),
  overview(
    `GET accounts?$select=name,statecode,statuscode&$orderby=name&$top=1&$filter=${samples}`,
    {
      json: {
        value: [
          {
            name: /^Contoso/,
            "statecode@OData.Community.Display.V1.FormattedValue": "Active",
            statecode: 0,
            statuscode: 1,
          },
        ],
      },
      headers: { "preference-applied": 'odata.include-annotations="OData.Community.Display.V1.FormattedValue"' },
    },
    onlyFormatted,
  ),
  overview("GET accounts?$select=name,revenue&$orderby=@p1 asc,@p2 desc&$filter=@p1 ne @p3&@p1=revenue&@p2=name", {
    letters: "CL",
  }),
  overview("GET accounts?$skip=2", {
    status: 400,
    json: { error: { message: "Skip Clause is not supported in CRM" } },
  }),
  overview("GET accounts?$search=x", { status: 400, json: { error: { message: /\$search/ } } }),
  overview("GET accounts?$format=json", { status: 400, json: { error: { message: /\$format/ } } }),
  select(`GET accounts?$select=name,revenue&$top=1&$orderby=name&$filter=${samples}`, {
    json: {
      value: [{ name: /^Contoso/, revenue: 20000, _transactioncurrencyid_value: "{euro}", accountid: "{account}" }],
    },
  }),
  select(
    "GET accounts?$select=name,revenue,_primarycontactid_value,customertypecode,modifiedon&$top=1&$filter=accountid eq {account}",
    {
      json: {
        value: [
          {
            "revenue@OData.Community.Display.V1.FormattedValue": "€20,000.00",
            "_primarycontactid_value@OData.Community.Display.V1.FormattedValue": "Yvonne McKay (sample)",
            "customertypecode@OData.Community.Display.V1.FormattedValue": "Competitor",
            "modifiedon@OData.Community.Display.V1.FormattedValue": /2026/,
            "_transactioncurrencyid_value@OData.Community.Display.V1.FormattedValue": "Euro",
          },
        ],
      },
    },
    onlyFormatted,
  ),
  select(
    "GET accounts?$select=name,_ownerid_value&$top=1&$filter=accountid eq {account}",
    {
      json: {
        value: [
          {
            "_ownerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty": "ownerid",
            "_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "systemuser",
          },
        ],
      },
    },
    {
      headers: {
        prefer:
          'odata.include-annotations="Microsoft.Dynamics.CRM.associatednavigationproperty,Microsoft.Dynamics.CRM.lookuplogicalname"',
      },
    },
  ),
  select("GET accounts?$select=ownerid", { status: 400, json: { error: { code: "0x80060888", message: /ownerid/ } } }),
  order("GET accounts?$select=name,revenue&$orderby=revenue asc,name desc&$filter=revenue ne null", {
    json: { value: [{ name: /^Litware/ }, { name: /^Contoso/ }] },
  }),
  order(`GET accounts?$select=name&$orderby=_primarycontactid_value desc&$top=1&$filter=${samples}`, { letters: "C" }),
  order(`GET accounts?$select=name&$orderby=customertypecode desc&$top=1&$filter=${samples}`, { letters: "L" }),
  page(
    "GET contacts?$select=fullname",
    { json: { value: [{}, {}], "@odata.nextLink": /skiptoken/ }, headers: applied(2) },
    sized(2),
  ),
  page(`GET accounts?$select=name,revenue&$top=3&$filter=${samples}&$orderby=name`, { letters: "CFG" }),
  page(
    `GET accounts?$select=name&$top=1&$filter=${samples}`,
    { json: { value: [{}, {}, {}] }, headers: applied(3) },
    sized(3),
  ),
  count(`GET accounts?$select=accountid&$count=true&$filter=${samples}`, { json: { "@odata.count": 5 } }),
  count(
    `GET accounts?$select=name&$filter=${samples}&$count=true`,
    {
      json: {
        "@odata.count": 5,
        "@Microsoft.Dynamics.CRM.totalrecordcount": 5,
        "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded": false,
        value: [{}, {}, {}],
      },
    },
    { headers: { prefer: 'odata.maxpagesize=3,odata.include-annotations="Microsoft.Dynamics.CRM.*"' } },
  ),
  count(
    `GET accounts?$select=name&$top=1`,
    { json: { "@Microsoft.Dynamics.CRM.totalrecordcount": -1 } },
    onlyAnnotated,
  ),
  count("GET accounts/$count", { text: /^\d+$/, headers: { "content-type": /^text\/plain/ } }),
  count(`GET accounts/$count?$filter=${samples}`, { text: "5" }),
];

const expanding: readonly Example[] = [
  join(
    "GET accounts?$select=name&$expand=contact_customer_accounts($select=fullname;$filter=contains(fullname,'an');$orderby=createdon desc)&$filter=accountid eq {account}",
    {
      json: { value: [{ contact_customer_accounts: [{}, {}, {}] }] },
    },
  ),
  join(
    `GET accounts?$select=name&$expand=primarycontactid($select=fullname),contact_customer_accounts($select=fullname)&$orderby=name&$filter=${samples}`,
    {
      json: {
        "@odata.context": /#accounts\(name,primarycontactid\(fullname\),contact_customer_accounts\(fullname\)\)$/,
        value: [
          {
            primarycontactid: { fullname: "Yvonne McKay (sample)" },
            contact_customer_accounts: [{}, {}, {}],
            "contact_customer_accounts@odata.nextLink":
              /accounts\([^)]+\)\/contact_customer_accounts\?\$select=fullname$/,
          },
        ],
        "@odata.nextLink": /skiptoken/,
      },
      headers: applied(1),
    },
    { headers: { prefer: "odata.maxpagesize=1", "if-none-match": "null" } },
  ),
  join(
    `GET accounts?$select=name&$expand=primarycontactid($select=contactid,fullname),createdby($select=fullname)&$orderby=name&$filter=${samples}`,
    {
      json: {
        value: [
          {
            primarycontactid: { fullname: "Yvonne McKay (sample)" },
            createdby: { fullname: "Kim Seller", systemuserid: "{me}" },
          },
          { primarycontactid: null },
        ],
      },
    },
    sized(2),
  ),
  join("GET accounts?$select=name&$expand=primarycontactid/$ref&$filter=accountid eq {account}", {
    json: { value: [{ primarycontactid: { "@odata.id": /contacts\([0-9a-f-]{36}\)$/ } }] },
  }),
  join("GET accounts?$select=name&$expand=contact_customer_accounts/$ref", {
    status: 400,
    json: {
      error: { code: "0x80060888", message: "Expand with $ref is only supported on lookup type navigation property." },
    },
  }),
  join(
    "GET opportunities?$select=name&$expand=parentcontactid($select=fullname;$expand=parentcustomerid_account($select=name;$expand=createdby($select=fullname)))&$filter=startswith(name,'Alpha')",
    {
      json: {
        value: [
          {
            parentcontactid: { parentcustomerid_account: { name: /^Contoso/, createdby: { fullname: "Kim Seller" } } },
          },
        ],
      },
    },
    sized(2),
  ),
  join(
    `GET accounts?$select=name,accountid&$expand=opportunity_parent_account($select=name),contact_customer_accounts($select=fullname)&$orderby=name&$filter=${samples}`,
    {
      json: {
        value: [
          {
            opportunity_parent_account: [{}, {}, {}, {}, {}],
            "opportunity_parent_account@odata.nextLink": here,
            "contact_customer_accounts@odata.nextLink": here,
          },
        ],
      },
    },
    sized(1),
  ),
  join(
    `GET accounts?$select=name,accountid&$expand=opportunity_parent_account($select=name),contact_customer_accounts($select=fullname;$expand=owninguser($select=fullname))&$orderby=name&$filter=${samples}`,
    {
      json: {
        value: [
          {
            opportunity_parent_account: [{}],
            "opportunity_parent_account@odata.nextLink": /\$skiptoken=/,
            contact_customer_accounts: [{ owninguser: { fullname: "Kim Seller" } }],
            "contact_customer_accounts@odata.nextLink": /\$skiptoken=/,
          },
        ],
      },
    },
    sized(1),
  ),
  join("GET accounts?$expand=contact_customer_accounts($orderby=fullname;$expand=owninguser)", {
    status: 400,
    json: { error: { code: "0x80060888", message: nested } },
  }),
  join("GET accounts?$expand=contact_customer_accounts($top=1;$expand=owninguser)", {
    status: 400,
    json: { error: { message: nested } },
  }),
  join("GET accounts?$expand=primarycontactid($orderby=fullname)", {
    status: 400,
    json: { error: { message: nested } },
  }),
  ...["$skip=1", "$search=x", "$levels=2"].map((option) =>
    join(`GET accounts?$expand=contact_customer_accounts(${option})`, {
      status: 400,
      json: { error: { message: /\$(skip|search|levels)/ } },
    }),
  ),
  join(`GET accounts?$expand=${Array.from({ length: 16 }, () => "createdby").join(",")}`, {
    status: 400,
    json: { error: { code: "0x8004430d" } },
  }),
  refusedOf("webapi/query/join-tables")(
    "GET systemusers?$select=fullname&$expand=teammembership_association($select=name)",
    "teammembership_association",
  ),
];

export const lists: readonly Example[] = [...listing, ...expanding];
