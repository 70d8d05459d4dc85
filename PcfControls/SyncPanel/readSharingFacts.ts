import { columns, environmentVariables, tables } from "../../Solution/engine/domain/schema";
import type { DataverseRecord, RecordSource } from "./RecordSource";
import type { AddedSolution, SharingFacts } from "./SharingFacts";

/** Whose facts to read; a part without an id has none. */
export interface FactsKey {
  opportunityId: string | null;
  accountId: string | null;
  contactId: string | null;
}

const accountColumns = ["name", "address1_line1", "address1_city", "address1_stateorprovince", "address1_postalcode"];
const contactColumns = ["firstname", "lastname", "telephone1", "mobilephone", "emailaddress1"];

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

/** Column of the account that holds the country; the setting's default where the user may not read settings. */
const readCountryColumn = async (records: RecordSource): Promise<string> => {
  const { schemaName, defaultValue } = environmentVariables.countryCodeFieldName;
  const relation = "environmentvariabledefinition_environmentvariablevalue";
  const query = `?$select=defaultvalue&$filter=schemaname eq '${schemaName}'&$expand=${relation}($select=value)`;
  try {
    const [definition] = (await records.retrieveMultipleRecords("environmentvariabledefinition", query)).entities;
    const values = definition?.[relation] as DataverseRecord[] | undefined;
    return toText(values?.[0]?.["value"]) || toText(definition?.["defaultvalue"]) || defaultValue;
  } catch {
    return defaultValue;
  }
};

const readSolutions = async (records: RecordSource, opportunityId: string): Promise<AddedSolution[]> => {
  const { name, solutionId } = columns.partnerCenterSolution;
  const query = `?$select=${name},${solutionId}&$filter=_${columns.partnerCenterSolution.opportunityId}_value eq ${opportunityId}`;
  const { entities } = await records.retrieveMultipleRecords(tables.partnerCenterSolution.logicalName, query);
  return entities.map((row) => ({ id: toText(row[solutionId]), name: toText(row[name]) }));
};

const readFailureCode = async (records: RecordSource, opportunityId: string): Promise<string | null> => {
  const { failureCode } = columns.link;
  const query = `?$select=${failureCode}&$filter=_${columns.link.opportunityId}_value eq ${opportunityId}`;
  try {
    const { entities } = await records.retrieveMultipleRecords(tables.link.logicalName, query);
    return toText(entities[0]?.[failureCode]) || null;
  } catch {
    // Without the right to read links the panel still tells the state, just not the cause.
    return null;
  }
};

/** Reads everything about an opportunity that its form does not hold. Rejects when a record it needs cannot be read. */
export const readSharingFacts = async (
  records: RecordSource,
  { opportunityId, accountId, contactId }: FactsKey,
): Promise<SharingFacts> => {
  const countryColumn = await readCountryColumn(records);
  const accountQuery = `?$select=${[...new Set([...accountColumns, countryColumn])].join(",")}`;
  const [account, contact, solutions, failureCode] = await Promise.all([
    accountId === null ? null : records.retrieveRecord("account", accountId, accountQuery),
    contactId === null ? null : records.retrieveRecord("contact", contactId, `?$select=${contactColumns.join(",")}`),
    opportunityId === null ? [] : readSolutions(records, opportunityId),
    opportunityId === null ? null : readFailureCode(records, opportunityId),
  ]);
  return { account, contact, solutions, failureCode, countryColumn };
};
