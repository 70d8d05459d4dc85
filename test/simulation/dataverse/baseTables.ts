import type { Column, ColumnKind, Table } from "./Table";

const column = (kind: ColumnKind, maxLength?: number): Column =>
  maxLength === undefined ? { kind } : { kind, maxLength };

/** Characters of texts, where it is another number than of a description. */
const lengths: Readonly<Record<string, number>> = {
  subject: 300,
  firstname: 50,
  lastname: 50,
  companyname: 100,
  emailaddress1: 100,
  telephone1: 50,
  mobilephone: 20,
  jobtitle: 100,
  websiteurl: 200,
  address1_line1: 250,
  address1_line2: 250,
  address1_city: 80,
  address1_stateorprovince: 50,
  address1_postalcode: 20,
  address1_country: 80,
};

const columns = (kinds: Partial<Record<ColumnKind, string>>, nameLength = 160): Record<string, Column> =>
  Object.fromEntries(
    (Object.entries(kinds) as [ColumnKind, string][]).flatMap(([kind, names]) =>
      names
        .split(" ")
        .map((name) => [
          name,
          column(kind, kind === "text" ? (name === "name" ? nameLength : (lengths[name] ?? 2000)) : undefined),
        ]),
    ),
  );

const common = columns({ instant: "createdon modifiedon", long: "versionnumber", choice: "statecode statuscode" });
const owned = columns({ ref: "ownerid" });

const address =
  "address1_line1 address1_line2 address1_city address1_stateorprovince address1_postalcode address1_country";

/** Columns of Dataverse's own tables that a connector may touch. Source: table reference of Dataverse. */
export const baseTables: readonly Table[] = [
  {
    name: "opportunity",
    primaryId: "opportunityid",
    primaryName: "name",
    keys: [],
    columns: {
      ...common,
      ...owned,
      ...columns(
        {
          id: "opportunityid",
          text: "name description",
          money: "estimatedvalue estimatedvalue_base actualvalue",
          day: "estimatedclosedate actualclosedate",
          ref: "customerid parentaccountid parentcontactid transactioncurrencyid originatingleadid",
        },
        300,
      ),
    },
  },
  {
    name: "lead",
    primaryId: "leadid",
    primaryName: "fullname",
    keys: [],
    columns: {
      ...common,
      ...owned,
      ...columns({
        id: "leadid",
        text: `fullname subject firstname lastname companyname description emailaddress1 telephone1 mobilephone jobtitle websiteurl ${address}`,
        money: "budgetamount estimatedamount",
        day: "estimatedclosedate",
        choice: "leadqualitycode leadsourcecode",
        ref: "customerid parentaccountid parentcontactid transactioncurrencyid qualifyingopportunityid",
      }),
    },
  },
  {
    name: "account",
    primaryId: "accountid",
    primaryName: "name",
    keys: [],
    columns: {
      ...common,
      ...owned,
      ...columns({
        id: "accountid",
        text: `name ${address} websiteurl emailaddress1 telephone1 accountnumber description`,
        ref: "primarycontactid transactioncurrencyid",
      }),
    },
  },
  {
    name: "contact",
    primaryId: "contactid",
    primaryName: "fullname",
    keys: [],
    columns: {
      ...common,
      ...owned,
      ...columns({
        id: "contactid",
        text: `fullname firstname lastname emailaddress1 telephone1 mobilephone jobtitle description ${address}`,
        ref: "parentcustomerid accountid",
      }),
    },
  },
  {
    name: "systemuser",
    primaryId: "systemuserid",
    primaryName: "fullname",
    keys: [],
    columns: {
      ...common,
      ...columns({
        id: "systemuserid",
        text: "fullname firstname lastname internalemailaddress domainname address1_telephone1 mobilephone title",
        flag: "isdisabled",
      }),
    },
  },
  {
    name: "transactioncurrency",
    primaryId: "transactioncurrencyid",
    primaryName: "currencyname",
    keys: [],
    columns: { ...common, ...columns({ id: "transactioncurrencyid", text: "currencyname isocurrencycode" }) },
  },
  {
    name: "team",
    primaryId: "teamid",
    primaryName: "name",
    keys: [],
    columns: { ...common, ...columns({ id: "teamid", text: "name" }) },
  },
];
