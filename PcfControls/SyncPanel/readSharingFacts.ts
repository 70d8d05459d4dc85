import type { Customer, Person, Solution } from "../../Solution/engine/domain/Opportunity";
import { columns, environmentVariables, tables } from "../../Solution/engine/domain/schema";
import { noLink, readLink } from "./readLink";
import type { ColumnSettings } from "./readSettings";
import type { DataverseRecord, RecordSource } from "./RecordSource";
import type { SharingFacts } from "./SharingFacts";

/** Whose facts to read; a part without an id has none. */
export interface FactsKey {
  opportunityId: string | null;
  accountId: string | null;
  contactId: string | null;
}

const addressColumns = [
  "address1_line1",
  "address1_line2",
  "address1_city",
  "address1_stateorprovince",
  "address1_postalcode",
];
const contactColumns = ["firstname", "lastname", "emailaddress1", "telephone1", "mobilephone", "jobtitle"];

const toText = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

const readCustomer = async (records: RecordSource, id: string, countryColumn: string): Promise<Customer> => {
  const names = [...new Set(["name", ...addressColumns, countryColumn])];
  const row = await records.retrieveRecord("account", id, `?$select=${names.join(",")}`);
  return {
    name: toText(row["name"]),
    addressLine1: toText(row["address1_line1"]),
    addressLine2: toText(row["address1_line2"]),
    city: toText(row["address1_city"]),
    state: toText(row["address1_stateorprovince"]),
    postalCode: toText(row["address1_postalcode"]),
    country: toText(row[countryColumn]),
  };
};

const readContact = async (records: RecordSource, id: string): Promise<Person> => {
  const row = await records.retrieveRecord("contact", id, `?$select=${contactColumns.join(",")}`);
  return {
    firstName: toText(row["firstname"]),
    lastName: toText(row["lastname"]),
    email: toText(row["emailaddress1"]),
    phone: toText(row["telephone1"]) || toText(row["mobilephone"]),
    title: toText(row["jobtitle"]),
  };
};

const readSolutions = async (records: RecordSource, id: string): Promise<Solution[]> => {
  const { name, solutionId, opportunityId } = columns.partnerCenterSolution;
  const query = `?$select=${name},${solutionId}&$filter=_${opportunityId}_value eq ${id}`;
  const { entities } = await records.retrieveMultipleRecords(tables.partnerCenterSolution.logicalName, query);
  return entities.map((row) => ({ id: toText(row[solutionId]), name: toText(row[name]) }));
};

type SavedFacts = Pick<SharingFacts, "currency" | "dealValue" | "isOpen">;

/** Before the first save the opportunity is open, and the platform has not chosen its currency yet. */
const unsaved: SavedFacts = { currency: null, dealValue: undefined, isOpen: true };

const openState = 0;

const readSaved = async (records: RecordSource, id: string, settings: ColumnSettings): Promise<SavedFacts> => {
  const isOwnValue = settings.dealValueFieldName !== environmentVariables.dealValueFieldName.defaultValue;
  const isOwnCurrency = settings.dealValueCurrencyField !== environmentVariables.dealValueCurrencyField.defaultValue;
  const select = ["statecode", ...(isOwnValue ? [settings.dealValueFieldName] : [])].join(",");
  const query = `?$select=${select}&$expand=transactioncurrencyid($select=isocurrencycode)`;
  const row = await records.retrieveRecord(tables.opportunity.logicalName, id, query);
  const currency = row["transactioncurrencyid"] as DataverseRecord | null | undefined;
  const value = row[settings.dealValueFieldName];
  return {
    // A column of the customer's own may hold the code in many ways; the server reads it, the panel does not judge it.
    currency: isOwnCurrency ? null : toText(currency?.["isocurrencycode"]),
    dealValue: isOwnValue ? (typeof value === "number" ? value : null) : undefined,
    isOpen: row["statecode"] === openState,
  };
};

/** Reads everything about an opportunity that its form does not hold. Rejects when a record it needs cannot be read. */
export const readSharingFacts = async (
  records: RecordSource,
  settings: ColumnSettings,
  { opportunityId, accountId, contactId }: FactsKey,
): Promise<SharingFacts> => {
  const [customer, contact, solutions, saved, link] = await Promise.all([
    accountId === null ? null : readCustomer(records, accountId, settings.countryCodeFieldName),
    contactId === null ? null : readContact(records, contactId),
    opportunityId === null ? [] : readSolutions(records, opportunityId),
    opportunityId === null ? unsaved : readSaved(records, opportunityId, settings),
    opportunityId === null ? noLink : readLink(records, opportunityId),
  ]);
  return { customer, contact, solutions, ...saved, link };
};
