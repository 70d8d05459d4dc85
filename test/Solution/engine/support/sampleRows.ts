import type { DataverseRow } from "../../../../Solution/engine/adapters/dataverse/DataverseRow";
import { choices, columns, tables } from "../../../../Solution/engine/domain/schema";

export const opportunityId = "0b9c3f0e-1111-4a11-8a11-000000000001";
export const accountId = "0b9c3f0e-1111-4a11-8a11-000000000002";
export const contactId = "0b9c3f0e-1111-4a11-8a11-000000000003";
export const ownerId = "0b9c3f0e-1111-4a11-8a11-000000000004";
export const currencyId = "0b9c3f0e-1111-4a11-8a11-000000000005";

const own = columns.opportunity;
const row = (table: string, id: string, attributes: DataverseRow["attributes"]): DataverseRow => ({
  $t: "entity",
  table,
  id,
  attributes,
});

/** A private deal that lacks nothing, as Dataverse holds it. */
export const sampleRows = (): DataverseRow[] => [
  row("opportunity", opportunityId, {
    name: "Fabrikam ERP rollout",
    createdon: { $t: "dt", v: "2026-11-01T08:00:00.000Z" },
    statecode: { $t: "opt", v: 0 },
    ownerid: { $t: "ref", table: "systemuser", id: ownerId, name: "Sam Seller" },
    parentaccountid: { $t: "ref", table: "account", id: accountId, name: "Fabrikam" },
    parentcontactid: { $t: "ref", table: "contact", id: contactId, name: "Ada Berg" },
    description: "Replaces the old ERP",
    versionnumber: 1,
    estimatedvalue: { $t: "money", v: "50000.0000" },
    estimatedclosedate: { $t: "dt", v: "2027-01-31T00:00:00.000Z" },
    transactioncurrencyid: { $t: "ref", table: "transactioncurrency", id: currencyId, name: "Krone" },
    [own.syncWithPartnerCenter]: true,
    [own.customerConsent]: true,
    [own.referralVisibility]: { $t: "opt", v: choices.referralVisibility.private },
    [own.customerMarketplaceIntent]: { $t: "opt", v: choices.customerMarketplaceIntent.no },
  }),
  row("account", accountId, {
    name: "Fabrikam",
    address1_line1: "1 Main St",
    address1_city: "Oslo",
    address1_postalcode: "0150",
    address1_country: "NO",
  }),
  row("contact", contactId, {
    firstname: "Ada",
    lastname: "Berg",
    emailaddress1: "ada.berg@fabrikam.example",
    telephone1: "+4700000000",
  }),
  row("systemuser", ownerId, {
    firstname: "Sam",
    lastname: "Seller",
    internalemailaddress: "sam@partner.example",
    address1_telephone1: "+4711111111",
  }),
  row("transactioncurrency", currencyId, { isocurrencycode: "NOK" }),
  row(tables.partnerCenterSolution.logicalName, "0b9c3f0e-1111-4a11-8a11-000000000006", {
    [columns.partnerCenterSolution.opportunityId]: { $t: "ref", table: "opportunity", id: opportunityId },
    [columns.partnerCenterSolution.solutionId]: "SOL-12345-ABC",
    [columns.partnerCenterSolution.name]: "Our app",
  }),
  row(tables.connection.logicalName, "0b9c3f0e-1111-4a11-8a11-000000000007", {
    [columns.connection.name]: "default",
    [columns.connection.refreshToken]: "refresh-1",
    versionnumber: 1,
  }),
];
