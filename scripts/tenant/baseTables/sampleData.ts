import { nameBasedGuid } from "../solution/nameBasedGuid";
import type { PlainRow } from "../solution/rows/SystemRows";
import { baseIds } from "./baseIds";

/** A row of sample data; its id follows from table and key, so links and tests can name it. */
export interface SampleRow {
  table: string;
  id: string;
  row: PlainRow;
}

/** Id of a sample row, such as `sampleId("account", "fabrikam")`. */
export const sampleId = (table: string, key: string): string => nameBasedGuid(`sample:${table}/${key}`);

const sample = (table: string, key: string, row: PlainRow): SampleRow => ({ table, id: sampleId(table, key), row });

const owner = { table: "systemuser", id: baseIds.kimSeller };

/** Who works in the sample company, with the roles they have before any solution is imported. */
export const users: readonly SampleRow[] = [
  {
    table: "systemuser",
    id: baseIds.kimSeller,
    row: {
      firstname: "Kim",
      lastname: "Seller",
      domainname: "kim.seller@contoso.example",
      internalemailaddress: "kim.seller@contoso.example",
      title: "Account Executive",
      address1_telephone1: "+49 30 5550101",
      businessunitid: baseIds.businessUnit,
    },
  },
  {
    table: "systemuser",
    id: baseIds.alexAdmin,
    row: {
      firstname: "Alex",
      lastname: "Admin",
      domainname: "alex.admin@contoso.example",
      internalemailaddress: "alex.admin@contoso.example",
      title: "Dynamics 365 Administrator",
      address1_telephone1: "+49 30 5550102",
      businessunitid: baseIds.businessUnit,
    },
  },
  {
    table: "systemuser",
    id: baseIds.flowsUser,
    row: {
      firstname: "#",
      lastname: "Co-sell flows",
      domainname: "cosell-flows@contoso.example",
      internalemailaddress: "cosell-flows@contoso.example",
      applicationid: "b315c639-1eb7-4700-a8d8-e4c9b526a72b",
      businessunitid: baseIds.businessUnit,
    },
  },
  sample("systemuserroles", "flows basic", { systemuserid: baseIds.flowsUser, roleid: baseIds.basicUserRole }),
  sample("systemuserroles", "kim basic", { systemuserid: baseIds.kimSeller, roleid: baseIds.basicUserRole }),
  sample("systemuserroles", "kim", { systemuserid: baseIds.kimSeller, roleid: baseIds.salespersonRole }),
  sample("systemuserroles", "alex", { systemuserid: baseIds.alexAdmin, roleid: baseIds.systemAdministratorRole }),
];

const currencies: SampleRow[] = [
  {
    table: "transactioncurrency",
    id: baseIds.usDollar,
    row: {
      currencyname: "US Dollar",
      isocurrencycode: "USD",
      currencysymbol: "$",
      currencyprecision: 2,
      exchangerate: "1.08",
    },
  },
];

type Address = readonly [street: string, city: string, postalCode: string, country: string | null];

function account(key: string, name: string, [street, city, postalCode, country]: Address, phone: string): SampleRow {
  return sample("account", key, {
    name,
    telephone1: phone,
    websiteurl: `https://www.${key}.example`,
    address1_line1: street,
    address1_city: city,
    address1_postalcode: postalCode,
    address1_country: country,
    transactioncurrencyid: baseIds.euro,
    ownerid: owner,
  });
}

/** Country is free text: two-letter codes are what most synchronizations want, names and blanks are what happens. */
const accounts: SampleRow[] = [
  account("fabrikam", "Fabrikam Maschinenbau GmbH", ["Industriestraße 12", "Berlin", "10115", "DE"], "+49 30 5550200"),
  account("northwind", "Northwind Traders Inc.", ["1 Microsoft Way", "Redmond", "98052", "US"], "+1 425 555 0100"),
  account("adatum", "A. Datum Sp. z o.o.", ["ul. Prosta 51", "Warszawa", "00-838", "PL"], "+48 22 555 01 00"),
  account(
    "wingtip",
    "Wingtip Toys Ltd",
    ["12 Harbour Road", "London", "E14 5AB", "United Kingdom"],
    "+44 20 5550 0100",
  ),
  account("litware", "Litware", ["Unter den Linden 5", "Berlin", "10117", null], "+49 30 5550300"),
];

function contact(key: string, accountKey: string, firstname: string, lastname: string, jobtitle: string): SampleRow {
  return sample("contact", key, {
    firstname,
    lastname,
    jobtitle,
    emailaddress1: `${firstname}.${lastname}@${accountKey}.example`.toLowerCase(),
    telephone1: "+49 30 5550211",
    parentcustomerid: { table: "account", id: sampleId("account", accountKey) },
    ownerid: owner,
  });
}

const contacts: SampleRow[] = [
  contact("erika", "fabrikam", "Erika", "Muster", "Head of IT"),
  contact("john", "northwind", "John", "Doe", "CTO"),
  contact("anna", "adatum", "Anna", "Nowak", "Purchasing Manager"),
  contact("lee", "litware", "Lee", "Walker", "CIO"),
];

interface Deal {
  name: string;
  account: string;
  contact?: string;
  value?: string;
  /** Days from now. */
  closesInDays?: number;
  currency?: string;
  description?: string;
}

const dayMs = 86_400_000;

const closeDate = (now: Date, inDays: number | undefined): string | undefined =>
  inDays === undefined ? undefined : new Date(now.getTime() + inDays * dayMs).toISOString().slice(0, 10);

function opportunity(now: Date, key: string, deal: Deal): SampleRow {
  const accountRow = { table: "account", id: sampleId("account", deal.account) };
  return sample("opportunity", key, {
    name: deal.name,
    customerid: accountRow,
    parentaccountid: accountRow.id,
    parentcontactid: deal.contact && sampleId("contact", deal.contact),
    estimatedvalue: deal.value,
    estimatedclosedate: closeDate(now, deal.closesInDays),
    description: deal.description,
    transactioncurrencyid: deal.currency ?? baseIds.euro,
    ownerid: owner,
  });
}

const opportunities = (now: Date): SampleRow[] => [
  opportunity(now, "migration", {
    name: "Azure migration of the plant systems",
    account: "fabrikam",
    contact: "erika",
    value: "250000",
    closesInDays: 130,
    description: "Move 40 servers and the production database to Azure before the lease of the data center ends.",
  }),
  opportunity(now, "copilot", {
    name: "Copilot rollout for 800 seats",
    account: "northwind",
    contact: "john",
    value: "288000",
    closesInDays: 95,
    currency: baseIds.usDollar,
  }),
  opportunity(now, "dataplatform", {
    name: "Data platform on Fabric",
    account: "adatum",
    contact: "anna",
    value: "96000.50",
    closesInDays: 175,
  }),
  opportunity(now, "support", { name: "Support contract renewal", account: "litware" }),
];

const leads: SampleRow[] = [
  sample("lead", "tailspin", {
    subject: "Interested in a security assessment",
    firstname: "Sam",
    lastname: "Taylor",
    companyname: "Tailspin Toys",
    emailaddress1: "sam.taylor@tailspin.example",
    address1_country: "GB",
    leadsourcecode: 8,
    ownerid: owner,
  }),
  sample("lead", "proseware", {
    subject: "Moving payroll to the cloud",
    firstname: "Maria",
    lastname: "Rossi",
    companyname: "Proseware Srl",
    emailaddress1: "maria.rossi@proseware.example",
    address1_country: "IT",
    leadsourcecode: 4,
    ownerid: owner,
  }),
];

/** What an empty tenant is filled with, in the order it can be created. Deals close some months after `now`. */
export const sampleData = (now: Date): SampleRow[] => [
  ...users,
  ...currencies,
  ...accounts,
  ...contacts,
  ...opportunities(now),
  ...leads,
];
