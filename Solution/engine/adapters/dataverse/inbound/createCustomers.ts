import { emailDomain } from "../../../domain/account/emailDomain";
import type { AccountCandidate, InboundCustomer } from "../../../domain/account/matchAccount";
import { done } from "../../../domain/failure/Outcome";
import type { Person } from "../../../domain/opportunity/Opportunity";
import type { SyncSettings } from "../../../domain/sync/SyncSettings";
import { filterEntries } from "../../../domain/values/filterEntries";
import type { Json, JsonObject } from "../../../domain/values/Json";
import { readPointer } from "../../../domain/values/jsonPointer";
import type { InboundStore, NewDeal } from "../../../ports/InboundStore";
import type { Host } from "../../host/Host";
import { tagged, type RowReader } from "../DataverseRow";
import type { ReadColumns } from "../columns/createColumnReader";
import { toCustomAttributes } from "../customValues";
import { fetchXml } from "../fetchXml";
import { fillSetting } from "../fillSetting";
import { fetchRows } from "../fetchRows";
import { makeRow } from "./makeRow";
import { toConstants } from "./toConstants";

/** Accounts that a match looks at; more cannot be told apart by anybody. */
const maxCandidates = 200;
const accountColumns = ["accountid", "name", "address1_postalcode", "websiteurl", "emailaddress1"];
const isActive = fetchXml.condition("statecode", "eq", 0);

/** LIKE has signs of its own: in brackets they stand for themselves. */
const like = (column: string, before: string, text: string, after: string): string =>
  fetchXml.condition(column, "like", `${before}${text.replace(/[[%_]/g, (sign) => `[${sign}]`)}${after}`);

const firstWord = (name: string): string => name.trim().split(/[\s,.&]+/)[0] ?? "";

/** Whatever can speak for an account, asked more widely than it counts: the domain decides what is equal. */
const toFilter = ({ name, duns, emails }: InboundCustomer, dunsFieldName: string): string => {
  const domains = [...new Set(emails.map(emailDomain).filter((domain) => domain !== ""))];
  return fetchXml.either([
    like("name", "", firstWord(name) || name, "%"),
    ...(duns === "" || dunsFieldName === "" ? [] : [like(dunsFieldName, "%", duns.replace(/^0+/, ""), "")]),
    ...domains.flatMap((domain) => [like("websiteurl", "%", domain, "%"), like("emailaddress1", "%@", domain, "")]),
  ]);
};

const readCandidate = ({ text }: RowReader, dunsFieldName: string): AccountCandidate => ({
  id: text("accountid").toLowerCase(),
  name: text("name"),
  postalCode: text("address1_postalcode"),
  duns: dunsFieldName === "" ? "" : text(dunsFieldName),
  website: text("websiteurl"),
  email: text("emailaddress1"),
});

/** Columns of an account by the field map, which names them `account.<column>`. */
const toAccount = (
  { values, owner }: Pick<NewDeal, "values" | "owner">,
  customer: InboundCustomer,
  settings: SyncSettings,
): JsonObject => {
  const mapped = settings.fieldMap
    .filter(
      ({ crm, direction }) => crm.startsWith("account.") && direction !== "off" && direction !== "toPartnerCenter",
    )
    .map(({ crm, opportunity }): [string, Json] => [
      fillSetting(crm, settings).slice("account.".length),
      readPointer(values as JsonObject, opportunity),
    ])
    .filter(([, value]) => typeof value === "string" && value !== "");
  const { duns } = customer;
  return {
    ...toConstants(settings, "account"),
    name: customer.name,
    ...Object.fromEntries(mapped),
    ...toCustomAttributes("account", values.custom ?? {}, settings.fieldMap).attributes,
    ...(duns === "" || settings.dunsFieldName === "" ? {} : { [settings.dunsFieldName]: duns }),
    ownerid: tagged.reference(owner.table, owner.id),
  };
};

const withoutEmpty = (texts: Readonly<Record<string, string>>): JsonObject =>
  filterEntries(texts, (_name, text) => text !== "");

const toContact = (person: Person): JsonObject =>
  withoutEmpty({
    firstname: person.firstName,
    // A contact must have one; the address says more than nothing.
    lastname: person.lastName || person.firstName || person.email,
    emailaddress1: person.email,
    telephone1: person.phone,
    jobtitle: person.title,
  });

type Customers = Pick<InboundStore, "findAccounts" | "makeAccount" | "findContact" | "makeContact">;

/** Accounts and contacts of inbound referrals. */
export const createCustomers = (host: Host, read: ReadColumns): Customers => ({
  findAccounts: async (customer, { dunsFieldName }) => {
    const columns = dunsFieldName === "" ? accountColumns : [...accountColumns, dunsFieldName];
    const conditions = [isActive, toFilter(customer, dunsFieldName)];
    const rows = await fetchRows(host, { table: "account", columns, conditions, top: maxCandidates });
    if (rows.kind === "failed") return rows;
    const accounts = rows.value.map((row) => readCandidate(row, dunsFieldName));
    return done({ accounts, isComplete: accounts.length < maxCandidates });
  },

  makeAccount: (id, deal, customer, settings) =>
    makeRow(host, "account", id, () => Promise.resolve(done(toAccount(deal, customer, settings))), read),

  findContact: async (accountId, email) => {
    const conditions = [
      isActive,
      fetchXml.condition("parentcustomerid", "eq", accountId),
      fetchXml.condition("emailaddress1", "eq", email),
    ];
    const rows = await fetchRows(host, { table: "contact", columns: ["contactid"], conditions, top: 1 });
    return rows.kind === "failed" ? rows : done(rows.value[0]?.text("contactid").toLowerCase() ?? null);
  },

  makeContact: (id, accountId, person, owner, settings) =>
    makeRow(
      host,
      "contact",
      id,
      () =>
        Promise.resolve(
          done({
            ...toConstants(settings, "contact"),
            ...toContact(person),
            parentcustomerid: tagged.reference("account", accountId),
            ownerid: tagged.reference(owner.table, owner.id),
          }),
        ),
      read,
    ),
});
