import type { Customer, Person, Solution } from "../../Solution/engine/domain/opportunity/Opportunity";
import { columns, environmentVariables, navigation, tables } from "../../Solution/engine/domain/schema";
import { readConflicts } from "../shared/deal/readConflicts";
import { noLink, readLink } from "../shared/deal/readLink";
import { readSaved, unsaved } from "./readSaved";
import { toMissingColumns, type PanelSettings } from "./readSettings";
import { readWithColumn } from "./readWithColumn";
import type { DealKey } from "../shared/deal/DealKey";
import type { DataverseRecord, RecordSource } from "../shared/deal/RecordSource";
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

interface ReadCustomer {
  customer: Customer | null;
  /** The column that a setting names for the country does not exist. */
  isCountryMissing: boolean;
}

const readCustomer = async (records: RecordSource, id: string, countryColumn: string): Promise<ReadCustomer> => {
  const isOwn = countryColumn !== environmentVariables.countryCodeFieldName.defaultValue;
  const always = ["name", ...addressColumns, ...(isOwn ? [] : [countryColumn])];
  const read = (columns: readonly string[]): Promise<DataverseRecord> =>
    records.retrieveRecord("account", id, `?$select=${[...new Set([...always, ...columns])].join(",")}`);
  const { row, isMissing } = await readWithColumn(read, isOwn ? countryColumn : null);
  const customer = {
    name: toText(row["name"]),
    addressLine1: toText(row["address1_line1"]),
    addressLine2: toText(row["address1_line2"]),
    city: toText(row["address1_city"]),
    state: toText(row["address1_stateorprovince"]),
    postalCode: toText(row["address1_postalcode"]),
    country: toText(row[countryColumn]),
  };
  return { customer, isCountryMissing: isMissing };
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
  const { solutionDetailId: detail } = navigation.partnerCenterSolution;
  const { name: detailName, solutionId: detailSolutionId } = columns.solutionDetail;
  const query = [
    `?$select=${name},${solutionId}`,
    `$filter=_${opportunityId}_value eq ${id}`,
    `$expand=${detail}($select=${detailName},${detailSolutionId})`,
  ].join("&");
  const { entities } = await records.retrieveMultipleRecords(tables.partnerCenterSolution.logicalName, query);
  return entities.map((row) => {
    const fromCatalogue = row[detail] as DataverseRecord | null | undefined;
    return {
      id: toText(row[solutionId]) || toText(fromCatalogue?.[detailSolutionId]),
      name: toText(row[name]) || toText(fromCatalogue?.[detailName]),
    };
  });
};

/** Reads everything about an opportunity that its form does not hold. Rejects when a record it needs cannot be read. */
export const readSharingFacts = async (
  records: RecordSource,
  settings: PanelSettings,
  { opportunityId, accountId, contactId }: FactsKey,
): Promise<SharingFacts> => {
  const deal: DealKey | null = opportunityId === null ? null : { table: "opportunity", id: opportunityId };
  const saving =
    opportunityId === null ? Promise.resolve(unsaved) : readSaved(records, opportunityId, settings.columns);
  const savedIdOf = async (table: string): Promise<string | null> => {
    const { customer } = await saving;
    return customer?.table === table ? customer.id : null;
  };
  const readCustomerOf = async (): Promise<ReadCustomer> => {
    const id = accountId ?? (await savedIdOf("account"));
    return id === null
      ? { customer: null, isCountryMissing: false }
      : readCustomer(records, id, settings.columns.countryCodeFieldName);
  };
  const readContactOf = async (): Promise<Person | null> => {
    const id = contactId ?? (await savedIdOf("contact"));
    return id === null ? null : readContact(records, id);
  };
  const [saved, { customer, isCountryMissing }, contact, solutions, link, conflicts] = await Promise.all([
    saving,
    readCustomerOf(),
    readContactOf(),
    opportunityId === null ? [] : readSolutions(records, opportunityId),
    deal === null ? noLink : readLink(records, deal),
    deal === null ? [] : readConflicts(records, deal),
  ]);
  const { dealValueFieldName, dealValueCurrencyField, countryCodeFieldName } = settings.columns;
  const missing = [
    ...(saved.isValueMissing ? [dealValueFieldName] : []),
    ...(isCountryMissing ? [`account.${countryCodeFieldName}`] : []),
  ];
  return {
    customer,
    contact,
    solutions,
    saved,
    columns: { dealValue: dealValueFieldName, currency: dealValueCurrencyField, country: countryCodeFieldName },
    missingColumns: toMissingColumns(missing, settings.columns),
    settings,
    link,
    conflicts,
  };
};
