import { annotated, examplesOf, refusedOf, type Example, type Right } from "./Example";

const like = "<condition attribute='name' operator='like' value='%(sample)%'/>";
const samples = `<filter>${like}</filter>`;

const at =
  (page: string) =>
  (set: string, xml: string, right: Right, more: Pick<Example, "headers"> = {}): Example =>
    examplesOf(`fetchxml/${page}`)(`GET ${set}?fetchXml=${xml}`, right, more);

const refusedAt =
  (page: string) =>
  (set: string, xml: string, words: string): Example =>
    refusedOf(`fetchxml/${page}`)(`GET ${set}?fetchXml=${xml}`, words);

const overview = at("overview");
const select = at("select-columns");
const join = at("join-tables");
const link = at("reference/link-entity");
const order = at("order-rows");
const filter = at("filter-rows");
const page = at("page-results");
const count = at("count-rows");
const aggregate = at("aggregate-data");

const account = (inside: string, attributes = "") =>
  `<fetch ${attributes}><entity name='account'><attribute name='name'/>${inside}</entity></fetch>`;
const contact = (inside: string) =>
  `<fetch><entity name='contact'><attribute name='fullname'/>${inside}</entity></fetch>`;
const ofContact = (type: string, filters: string) =>
  `<link-entity name='account' from='primarycontactid' to='contactid' link-type='${type}'>${filters}</link-entity>`;
const named = (name: string) =>
  `<filter type='and'><condition attribute='name' operator='eq' value='${name}'/></filter>`;
const yvonne = { value: [{ fullname: "Yvonne McKay (sample)" }] };
const parent = (inside: string, type = "inner") =>
  `<link-entity name='account' from='accountid' to='parentaccountid' link-type='${type}' alias='parentaccount'>${inside}</link-entity>`;
const totals = (inside: string, attributes = "") =>
  `<fetch aggregate='true' ${attributes}><entity name='account'>${inside}${samples}</entity></fetch>`;

const rows: readonly Example[] = [
  overview("accounts", account("", "top='5'"), { json: { value: [{}, {}, {}, {}, {}] } }),
  overview("accounts", account(`<attribute name='accountnumber'/>${samples}<order attribute='name'/>`), {
    json: {
      "@odata.context": /#accounts\(name,accountnumber,accountid\)$/,
      value: [{ accountnumber: "C-1" }, {}, {}, {}, {}],
    },
  }),
  select(
    "accounts",
    `<fetch top='1'><entity name='account'><attribute name='name' alias='label'/>${samples}<order attribute='name'/></entity></fetch>`,
    {
      json: { value: [{ label: /^Contoso/ }] },
    },
  ),
  select("accounts", `<fetch top='1'><entity name='account'><all-attributes/></entity></fetch>`, {
    json: { value: [{ name: /./ }] },
  }),
  join(
    "accounts",
    account(
      `<link-entity name='contact' from='contactid' to='primarycontactid' link-type='inner' alias='contact'><attribute name='fullname'/></link-entity>`,
    ),
    {
      json: { value: [{ "contact.fullname": "Yvonne McKay (sample)" }] },
    },
  ),
  join(
    "contacts",
    contact(
      `<link-entity name='account' from='primarycontactid' to='contactid' alias='account'><attribute name='name'/></link-entity>`,
    ),
    {
      json: { value: [{ "account.name": /^Contoso/ }] },
    },
  ),
  refusedAt("join-tables")(
    "systemusers",
    `<fetch><entity name='systemuser'><attribute name='fullname'/><link-entity name='teammembership' from='systemuserid' to='systemuserid' intersect='true'><link-entity name='team' from='teamid' to='teamid' alias='team'><attribute name='name'/></link-entity></link-entity></entity></fetch>`,
    "teammembership",
  ),
  join(
    "accounts",
    account("<link-entity name='contact' from='contactid' to='primarycontactid' link-type='outer'/>".repeat(16)),
    {
      status: 400,
      json: { error: { code: "0x8004430d", message: "Number of link entities in query exceeded maximum limit." } },
    },
  ),
  link("contacts", contact(`<filter type='and'>${ofContact("any", "")}</filter>`), { json: yvonne }),
  link(
    "contacts",
    contact(
      `<filter type='or'>${ofContact("any", "")}<condition attribute='statecode' operator='eq' value='1'/></filter>`,
    ),
    { json: yvonne },
  ),
  filter(
    "contacts",
    contact(
      `<filter type='or'>${ofContact("any", named("Contoso"))}<condition attribute='statecode' operator='eq' value='1'/></filter>`,
    ),
    { json: { value: [] } },
  ),
  filter(
    "contacts",
    contact(
      `<filter type='and'><condition attribute='fullname' operator='eq' value='Yvonne McKay (sample)'/>${ofContact("not any", named("Contoso"))}</filter>`,
    ),
    { json: yvonne },
  ),
  filter("contacts", contact(`<filter type='and'>${ofContact("not all", named("Contoso"))}</filter>`), {
    json: { value: [] },
  }),
  filter("contacts", contact(`<filter type='and'>${ofContact("all", named("Contoso"))}</filter>`), { json: yvonne }),
  link("contacts", contact(ofContact("exists", "")), { json: yvonne }),
  link("contacts", contact(ofContact("in", "")), { json: yvonne }),
  refusedAt("reference/link-entity")(
    "contacts",
    contact(ofContact("matchfirstrowusingcrossapply", "")),
    "matchfirstrowusingcrossapply",
  ),
  order(
    "accounts",
    account(
      `<attribute name='accountnumber'/><attribute name='createdon'/><order attribute='createdon'/><order attribute='name'/><order attribute='accountnumber'/>${samples}`,
    ),
    {
      json: { value: [{ name: /^L/ }, { name: /^F/ }, { name: /^H/ }, { name: /^G/ }, { name: /^C/ }] },
    },
  ),
  order(
    "accounts",
    account(`<attribute name='createdon'/><order attribute='createdon' descending='true'/>${samples}`),
    {
      json: { value: [{ name: /^C/ }, { name: /^G/ }, { name: /^H/ }, { name: /^F/ }, { name: /^L/ }] },
    },
  ),
  order(
    "accounts",
    account(
      `${parent("<attribute name='name' alias='parentaccount'/><order attribute='name'/>")}<order attribute='name'/>`,
    ),
    {
      json: { value: [{ name: /^Litware/, parentaccount: /^Contoso/ }] },
    },
  ),
  order(
    "accounts",
    account(
      `${parent("<attribute name='name' alias='parentaccount'/>")}<order entityname='parentaccount' attribute='name'/><order attribute='name'/>`,
    ),
    {
      json: { value: [{ parentaccount: /^Contoso/ }] },
    },
  ),
  order(
    "accounts",
    `<fetch useraworderby='true'><entity name='account'><attribute name='name'/><attribute name='customertypecode'/><order attribute='customertypecode' descending='true'/><filter>${like}<condition attribute='customertypecode' operator='not-null'/></filter></entity></fetch>`,
    {
      json: { value: [{ name: /^L/ }, { name: /^C/ }] },
    },
  ),
];

const filters: readonly Example[] = [
  filter(
    "accounts",
    account(`<filter type='and'>${like}<condition attribute='address1_city' operator='eq' value='Redmond'/></filter>`),
    { letters: "CH" },
  ),
  filter(
    "accounts",
    account(
      `<attribute name='address1_city'/><filter>${like}<filter type='or'><condition attribute='address1_city' operator='eq' value='Redmond'/><condition attribute='address1_city' operator='eq' value='Seattle'/><condition attribute='address1_city' operator='eq' value='Dallas'/></filter></filter>`,
    ),
    { letters: "CHL" },
  ),
  filter(
    "accounts",
    account(
      `<filter type='and'>${like}<condition attribute='address1_city' operator='in'><value>Redmond</value><value>Seattle</value><value>Dallas</value></condition></filter>`,
    ),
    { letters: "CHL" },
  ),
  filter("accounts", account(`<filter>${like}<condition attribute='ownerid' operator='eq-userid'/></filter>`), {
    letters: "CFGHL",
  }),
  filter("accounts", account(`<filter>${like}<condition attribute='statecode' operator='eq' value='0'/></filter>`), {
    letters: "CFGHL",
  }),
  filter(
    "accounts",
    account(
      `<filter>${like}<condition attribute="numberofemployees" operator="between"><value>6</value><value>2000</value></condition></filter>`,
    ),
    { letters: "CG" },
  ),
  filter("contacts", contact(`<filter><condition attribute='firstname' operator='eq' valueof='lastname'/></filter>`), {
    json: { value: [] },
  }),
  filter(
    "contacts",
    contact(
      `<filter type='and'><condition attribute='fullname' operator='eq' valueof='acct.name'/></filter><link-entity name='account' from='accountid' to='parentcustomerid' link-type='outer' alias='acct'><attribute name='name'/></link-entity>`,
    ),
    { json: { value: [] } },
  ),
  filter(
    "accounts",
    account(
      `<filter><filter type="or" hint="union"><condition attribute="name" operator="like" value="Contoso, Ltd%" entityname="parentaccount"/><condition attribute="name" operator="like" value="x%"/></filter></filter>${parent("", "outer")}`,
    ),
    { letters: "L" },
  ),
  filter("accounts", account(`<filter>${"<condition attribute='name' operator='not-null'/>".repeat(501)}</filter>`), {
    status: 400,
    json: { error: { code: "0x8004430c", message: "Number of conditions in query exceeded maximum limit." } },
  }),
  at("optimize-performance")(
    "accounts",
    account(samples, "latematerialize='true' no-lock='true' options='OptimizeForUnknown,Recompile'"),
    { letters: "CFGHL" },
  ),
  refusedAt("reference/fetch")("accounts", account("", "datasource='retained'"), "datasource"),
];

const cookie = {
  headers: {
    prefer:
      'odata.include-annotations="Microsoft.Dynamics.CRM.fetchxmlpagingcookie,Microsoft.Dynamics.CRM.morerecords"',
  },
};

const pages: readonly Example[] = [
  page("accounts", account(`<order attribute='name'/><order attribute='accountid'/>${samples}`, "count='3' page='1'"), {
    letters: "CFG",
  }),
  page("accounts", account(`<order attribute='name'/><order attribute='accountid'/>${samples}`, "count='3' page='2'"), {
    letters: "HL",
  }),
  page(
    "accounts",
    account(`<order attribute='name'/>${samples}`, "count='3' page='1'"),
    {
      json: {
        "@Microsoft.Dynamics.CRM.morerecords": true,
        "@Microsoft.Dynamics.CRM.fetchxmlpagingcookie": /^<cookie pagenumber="2" pagingcookie="%253Ccookie/i,
      },
    },
    cookie,
  ),
  page("accounts", account("", "top='3' page='1'"), {
    status: 400,
    json: { error: { code: "0x80040203", message: "The top attribute can't be specified with paging attribute page" } },
  }),
  examplesOf("webapi/use-fetchxml-web-api")(
    `GET accounts?fetchXml=${account(samples, "count='3' page='1'")}&$count=true`,
    { json: { "@odata.count": 5, "@Microsoft.Dynamics.CRM.totalrecordcount": 5, value: [{}, {}, {}] } },
    { headers: annotated },
  ),
  count("accounts", account(samples, "returntotalrecordcount='true' count='1'"), {
    json: { "@odata.count": 5, value: [{}] },
  }),
  count("accounts", account(samples, "returntotalrecordcount='true' top='1'"), {
    status: 400,
    json: { error: { code: "0x80040203" } },
  }),
];

const aggregates: readonly Example[] = [
  aggregate(
    "accounts",
    totals(
      ["avg", "count", "countcolumn", "max", "min", "sum"]
        .map((each) => `<attribute name='numberofemployees' alias='${each}' aggregate='${each}'/>`)
        .join(""),
    ),
    {
      json: { value: [{ avg: 3380, count: 5, countcolumn: 5, max: 6000, min: 700, sum: 16900 }] },
    },
  ),
  aggregate(
    "accounts",
    totals("<attribute name='address1_city' alias='ColumnCount' aggregate='countcolumn' distinct='true'/>"),
    { json: { value: [{ ColumnCount: 3 }] } },
  ),
  aggregate(
    "accounts",
    totals(
      "<attribute name='numberofemployees' alias='Total' aggregate='sum'/><attribute name='address1_city' alias='Count' aggregate='count'/><attribute name='address1_city' alias='City' groupby='true'/><order alias='City'/>",
    ),
    {
      json: {
        value: [
          { Total: 700, Count: 1 },
          { City: "Dallas", Total: 6000 },
          { City: "Lynnwood", Total: 2700 },
          { City: "Redmond", Count: 2, Total: 7500 },
        ],
      },
    },
  ),
  aggregate(
    "accounts",
    totals(
      "<attribute name='numberofemployees' alias='Total' aggregate='sum'/><attribute name='createdon' alias='Month' groupby='true' dategrouping='month'/><attribute name='createdon' alias='Year' groupby='true' dategrouping='year'/><order alias='Year'/><order alias='Month'/>",
    ),
    {
      json: {
        value: [
          { Year: 2025, Month: 2, Total: 6000 },
          { Year: 2026, Month: 2 },
          { Year: 2026, Month: 3 },
        ],
      },
    },
  ),
  aggregate("accounts", totals("<attribute name='name' alias='n' aggregate='count'/>", "aggregatelimit='2'"), {
    status: 400,
    json: { error: { code: "0x8004e023" } },
  }),
  aggregate("accounts", totals("<attribute name='name' alias='n' aggregate='count'/>", "aggregatelimit='10'"), {
    json: { value: [{ n: 5 }] },
  }),
  refusedAt("aggregate-data")(
    "accounts",
    totals("<attribute name='createdon' alias='p' groupby='true' dategrouping='fiscal-period'/>"),
    "fiscal-period",
  ),
  refusedAt("aggregate-data")(
    "accounts",
    account("<attribute name='accountid' alias='CountChildren' rowaggregate='CountChildren'/>"),
    "rowaggregate",
  ),
];

export const fetchQueries: readonly Example[] = [...rows, ...filters, ...pages, ...aggregates];
