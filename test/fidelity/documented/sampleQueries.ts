import { annotated, examplesOf, refusedOf, type Example } from "./Example";

const sample = examplesOf("webapi/web-api-query-data-sample");
const people = "contains(fullname,'(sample)')";
const onlyAnnotated = { headers: annotated };
const here = /^http/;

const managers = { value: [{ fullname: "Nancy Anderson (sample)" }, { fullname: "Susanna Stubberod (sample)" }] };
const ofAccount = "_parentcustomerid_value eq {account}";

/** What Microsoft's sample "Query data" sends, in C# and JavaScript. */
const querySample: readonly Example[] = [
  sample(
    "GET contacts({contact})?$select=fullname,jobtitle,emailaddress1",
    {
      json: { fullname: "Yvonne McKay (sample)", jobtitle: "Coffee Master" },
      headers: { "preference-applied": 'odata.include-annotations="*"' },
    },
    onlyAnnotated,
  ),
  sample(
    `GET contacts?$select=fullname,jobtitle&$filter=${people} and ${ofAccount}`,
    { json: { value: [{}, {}, {}], "@Microsoft.Dynamics.CRM.totalrecordcount": -1 } },
    onlyAnnotated,
  ),
  sample(
    `GET contacts?$select=fullname,jobtitle&$filter=Microsoft.Dynamics.CRM.LastXHours(PropertyName=@p1,PropertyValue=@p2) and ${ofAccount}&@p1='createdon'&@p2='1'`,
    { json: { value: [{}, {}, {}] } },
    onlyAnnotated,
  ),
  sample(
    `GET contacts?$select=fullname,jobtitle&$orderby=fullname&$filter=${people} and (contains(jobtitle, 'senior') or contains(jobtitle,'manager')) and ${ofAccount}`,
    { json: managers },
    onlyAnnotated,
  ),
  sample(
    `GET contacts?$select=fullname,jobtitle&$filter=${people}and ${ofAccount}&$orderby=jobtitle asc, fullname desc`,
    {
      json: {
        value: [{ jobtitle: "Accounts Clerk" }, { jobtitle: "Activities Manager" }, { jobtitle: "Senior Purchaser" }],
      },
    },
    onlyAnnotated,
  ),
  sample(
    "GET contacts?$select=fullname,jobtitle&$filter=contains(@p1,'(sample)') and @p2 eq @p3&$orderby=@p4 asc, @p5 desc&@p1=fullname&@p2=_parentcustomerid_value&@p3={account}&@p4=jobtitle&@p5=fullname",
    { json: { value: [{}, { jobtitle: "Activities Manager" }, {}] } },
    onlyAnnotated,
  ),
  sample(
    `GET contacts?$select=fullname,jobtitle&$filter=${people} and ${ofAccount}&$top=2`,
    { json: { value: [{}, {}] } },
    onlyAnnotated,
  ),
  sample("GET contacts/$count", { text: /^\d+$/ }),
  sample(
    `GET contacts?$select=fullname&$filter=(contains(jobtitle,'senior') or contains(jobtitle, 'manager')) and ${ofAccount}&$count=true`,
    { json: { "@odata.count": 2, value: [{}, {}] } },
    onlyAnnotated,
  ),
  sample(
    `GET contacts?$select=fullname,jobtitle&$filter=${people}&$count=true`,
    { json: { "@odata.count": 4, value: [{}, {}, {}], "@odata.nextLink": here } },
    { headers: { prefer: 'odata.maxpagesize=3; odata.include-annotations="*"' } },
  ),
  sample(
    "GET accounts({account})?$select=name&$expand=primarycontactid($select=fullname,jobtitle)",
    { json: { primarycontactid: { jobtitle: "Coffee Master" } } },
    onlyAnnotated,
  ),
  sample("GET contacts({contact})?$select=fullname&$expand=account_primary_contact($select=name)", {
    json: { account_primary_contact: [{ name: /^Contoso/ }] },
  }),
  sample(
    "GET accounts({account})?$select=name&$expand=contact_customer_accounts($select=fullname,jobtitle)",
    { json: { contact_customer_accounts: [{}, {}, {}] } },
    onlyAnnotated,
  ),
  sample(
    "GET accounts({account})?$select=name&$expand=primarycontactid($select=fullname),contact_customer_accounts($select=fullname),opportunity_parent_account($select=name,description)",
    { json: { opportunity_parent_account: [{}, {}, {}, {}, {}] } },
    onlyAnnotated,
  ),
  sample(
    "GET opportunities?$select=name&$filter=parentcontactid/_parentcustomerid_value eq {account}&$expand=parentcontactid($select=fullname;$expand=parentcustomerid_account($select=name;$expand=createdby($select=fullname)))",
    { json: { value: [{ parentcontactid: { parentcustomerid_account: { createdby: { fullname: "Kim Seller" } } } }] } },
    onlyAnnotated,
  ),
  sample(
    "GET accounts?$select=name,accountid&$filter= accountid eq {account} &$expand=opportunity_parent_account($select=name),contact_customer_accounts($select=fullname;$expand=owninguser($select=fullname,systemuserid))",
    { json: { value: [{ contact_customer_accounts: [{}, {}, {}] }] } },
    onlyAnnotated,
  ),
  sample("GET savedqueries?$select=name,savedqueryid&$filter=name eq 'Active Accounts'", {
    json: { value: [{ savedqueryid: "{view}" }] },
  }),
  sample(
    "GET accounts?savedQuery={view}",
    {
      json: { value: [{}, {}, {}] },
      headers: { "preference-applied": 'odata.maxpagesize=3, odata.include-annotations="*"' },
    },
    { headers: { prefer: 'odata.maxpagesize=3; odata.include-annotations="*"' } },
  ),
  examplesOf("webapi/retrieve-and-execute-predefined-queries")(
    "GET accounts({account})/account_parent_account/?savedQuery={view}",
    { letters: "L" },
  ),
  refusedOf("webapi/web-api-query-data-sample")("POST userqueries", "userqueries", { body: { name: "My User Query" } }),
  refusedOf("webapi/retrieve-and-execute-predefined-queries")("GET accounts?userQuery={view}", "userQuery"),
];

const aggregate = refusedOf("webapi/query/aggregate-data");

export const sampleQueries: readonly Example[] = [
  ...querySample,
  ...[
    "groupby((statuscode))",
    "groupby((statuscode),aggregate($count as count))",
    "aggregate(revenue with sum as total)",
    "groupby((statuscode),aggregate(revenue with average as averagevalue))",
    "groupby((primarycontactid/fullname),aggregate(revenue with sum as total))",
    "filter(address1_stateorprovince eq 'WA')/groupby((primarycontactid/fullname))",
    "aggregate(createdon with max as lastCreate)",
  ].map((transformation) => aggregate(`GET accounts?$apply=${transformation}`, "$apply")),
];
