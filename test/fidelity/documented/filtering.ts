import { examplesOf, formatted, type Example } from "./Example";

const filter = examplesOf("webapi/query/filter-rows");
const functions = examplesOf("webapi/use-web-api-functions");
const wildcards = examplesOf("wildcard-characters");
const samples = "contains(name,'(sample)')";
const people = "contains(fullname,'(sample)')";
const onlyFormatted = { headers: formatted };

const both = (condition: string, letters: string): Example =>
  filter(`GET accounts?$select=name&$filter=${samples} and ${condition}`, { letters });
const contacts = (condition: string, json: readonly string[]): Example =>
  filter(`GET contacts?$select=fullname&$orderby=fullname&$filter=${people} and ${condition}`, {
    json: { value: json.map((fullname) => ({ fullname: `${fullname} (sample)` })) },
  });

export const filtering: readonly Example[] = [
  filter("GET accounts?$select=name&$filter=_owninguser_value eq '{me}' and contains(name,'(sample)')", {
    letters: "CFGHL",
  }),
  both("revenue eq 20000", "C"),
  both("revenue ne 20000", "FGHL"),
  both("revenue gt 10000", "C"),
  both("revenue ge 10000", "CL"),
  both("revenue lt 20000", "L"),
  both("revenue le 20000", "CL"),
  both("revenue lt 100000 and revenue gt 2000", "CL"),
  both("(contains(name,'ltd') or contains(name,'ware'))", "CL"),
  both("not contains(name,'ltd')", "FGHL"),
  both("(contains(name,'ltd') or contains(name,'ware')) and revenue gt 15000", "C"),
  contacts("firstname eq lastname", []),
  both(`Microsoft.Dynamics.CRM.Between(PropertyName='numberofemployees',PropertyValues=["5","2000"])`, "CG"),
  both("contains(name,'+123')", ""),
  both("startswith(name,'c')", "C"),
  both("endswith(name,'inc. (sample)')", "FL"),
  filter(
    `GET contacts?$select=fullname&$filter=Microsoft.Dynamics.CRM.In(PropertyName=@p1,PropertyValues=@p2)&@p1='lastname'&@p2=["OBrian","OBryan","O'Brian","O'Bryan"]`,
    { json: { value: [{ fullname: "Pat O'Bryan" }] } },
  ),
  filter("GET contacts?$select=fullname&$filter=lastname eq 'O''Bryan'", {
    json: { value: [{ fullname: "Pat O'Bryan" }] },
  }),
  filter("GET contacts?$select=fullname&$filter=lastname eq 'O'Bryan'", {
    status: 400,
    json: { error: { code: "0x80060888" } },
  }),
  filter(
    "GET accounts?$filter=primarycontactid/fullname eq 'Yvonne McKay (sample)'&$select=name,_primarycontactid_value",
    {
      json: {
        value: [
          {
            name: /^Contoso/,
            "_primarycontactid_value@OData.Community.Display.V1.FormattedValue": "Yvonne McKay (sample)",
          },
        ],
      },
    },
    onlyFormatted,
  ),
  filter(
    "GET accounts?$filter=primarycontactid/createdby/fullname eq 'Kim Seller'&$select=name,_primarycontactid_value&$expand=primarycontactid($select=fullname,_createdby_value;$expand=createdby($select=fullname))&$top=1",
    {
      json: { value: [{ name: /^Contoso/, primarycontactid: { createdby: { fullname: "Kim Seller" } } }] },
    },
    onlyFormatted,
  ),
  filter("GET accounts?$select=name&$filter=opportunity_parent_account/any(o:contains(o/name,'Alpha'))", {
    letters: "C",
  }),
  both("contact_customer_accounts/all(c:c/statecode eq 0)", "CFGHL"),
  filter(
    "GET accounts?$select=name&$filter=opportunity_parent_account/any(o:contains(o/name,'Alpha') and o/statecode eq 0)",
    { letters: "C" },
  ),
  filter(
    "GET accounts?$select=name&$filter=(contact_customer_accounts/any(c:c/jobtitle eq 'Activities Manager' and c/opportunity_parent_contact/any(o:o/description ne 'N/A'))) and endswith(name,'(sample)')",
    { letters: "C" },
  ),
  both("contact_customer_accounts/any()", "C"),
  filter("GET accounts?$filter=primarycontactid/account_primary_contact/any(a:a/name eq 'x')", {
    status: 400,
    json: { error: { code: "0x80060888" } },
  }),
  filter("GET accounts?$filter=Microsoft.Dynamics.CRM.Contains(PropertyName='name',PropertyValue='x')", {
    status: 400,
    json: { error: { message: /Contains/ } },
  }),
  wildcards(`GET accounts?$select=name&$filter=${samples} and startswith(name,'_o')`, { letters: "CG" }),
  wildcards(`GET accounts?$select=name&$filter=${samples} and contains(name,'c%ltd')`, { letters: "C" }),
  wildcards(`GET accounts?$select=name&$filter=${samples} and startswith(name,'[a-f]')`, { letters: "CF" }),
  wildcards(`GET accounts?$select=name&$filter=${samples} and startswith(name,'[^a-f]')`, { letters: "GHL" }),
  wildcards(`GET accounts?$select=name&$filter=${samples} and contains(name,'[%]')`, { letters: "" }),
  wildcards(`GET accounts?$select=name&$filter=${samples} and not endswith(name,'inc._(sample)')`, { letters: "CGH" }),
  functions(
    "GET accounts?$select=name,accountnumber&$filter=contains(name,'(sample)') and Microsoft.Dynamics.CRM.LastXHours(PropertyName=@p1,PropertyValue=@p2)&@p1='createdon'&@p2=12",
    { letters: "C" },
  ),
  functions(
    "GET systemusers?$select=fullname,systemuserid&$filter=not Microsoft.Dynamics.CRM.EqualUserId(PropertyName=@p1)&@p1='systemuserid'",
    {
      status: 400,
      json: { error: { message: /Not operator along with the Custom Named Condition operators is not allowed/ } },
    },
  ),
  functions(
    "GET systemusers?$select=fullname,systemuserid&$filter=Microsoft.Dynamics.CRM.NotEqualUserId(PropertyName=@p1) and fullname eq 'Alex Admin'&@p1='systemuserid'",
    { json: { value: [{ fullname: "Alex Admin" }] } },
  ),
  functions(
    "GET accounts?$select=name&$filter=not Microsoft.Dynamics.CRM.Last7Days(PropertyName=@p1)&@p1='createdon'",
    { status: 400, json: { error: { message: /Not operator/ } } },
  ),
  functions(
    "GET accounts?$select=name&$filter=Microsoft.Dynamics.CRM.OlderThanXDays(PropertyName=@p1,PropertyValue=@p2)&@p1='createdon'&@p2=7",
    { letters: "FHL" },
  ),
];
