import type { MetadataCatalogue } from "../dataverse/catalogue/MetadataCatalogue";
import type { RelationshipMetadata, TableMetadata } from "../dataverse/metadata";
import { saveFormLayer } from "../solution/apply/formLayers";
import { savePrivileges } from "../solution/apply/savePrivileges";
import { nameBasedGuid } from "../solution/nameBasedGuid";
import type { SystemRows } from "../solution/rows/SystemRows";
import { baseIds, messageIds } from "./baseIds";
import { baseChoices } from "./baseChoices";
import { baseTables } from "./baseTables";
import type { BaseForm } from "./forms/BaseForm";
import { baseForms } from "./forms/baseForms";
import { toFormXml } from "./forms/toFormXml";
import { installedSolutions } from "./installedSolutions";
import { completeRoles, installPrivileges, installRoles } from "./installRoles";
import { baseViews } from "./views/baseViews";
import { toViewXml } from "./views/toViewXml";

/** Solutions may have added columns to a table since; what they added stays. */
function completed(table: TableMetadata, present: TableMetadata | undefined): TableMetadata | undefined {
  if (!present) return table;
  const known = new Set(present.columns.map(({ logicalName }) => logicalName));
  const missing = table.columns.filter(({ logicalName }) => !known.has(logicalName));
  return missing.length > 0 ? { ...present, columns: [...present.columns, ...missing] } : undefined;
}

/** Lookups of tables that are not here are left out of the base tables, so every relationship has both ends. */
function installTables(catalogue: MetadataCatalogue): void {
  for (const choice of baseChoices) catalogue.saveChoice(choice);
  for (const { table } of baseTables) {
    const needed = completed(table, catalogue.table(table.logicalName));
    if (needed) catalogue.saveTable(needed);
  }
  const relationships: RelationshipMetadata[] = baseTables.flatMap((each) => each.relationships);
  for (const relationship of relationships) {
    for (const earlier of namedOtherwise(catalogue, relationship)) catalogue.removeRelationship(earlier.schemaName);
    catalogue.saveRelationship(relationship);
  }
}

/** What an earlier version called the same relationship: a lookup has one to each of its tables. */
const namedOtherwise = (catalogue: MetadataCatalogue, relationship: RelationshipMetadata): RelationshipMetadata[] =>
  catalogue
    .lookupsOf(relationship.referencingTable)
    .filter(
      (each) =>
        each.referencingColumn === relationship.referencingColumn &&
        each.referencedTable === relationship.referencedTable &&
        each.schemaName !== relationship.schemaName,
    );

async function installOrganization(rows: SystemRows): Promise<void> {
  await rows.create("businessunit", { name: "Contoso" }, baseIds.businessUnit);
  const system = { firstname: "", lastname: "SYSTEM", domainname: "SYSTEM", businessunitid: baseIds.businessUnit };
  await rows.create("systemuser", system, baseIds.systemUser);
  await rows.create("team", { name: "Contoso", businessunitid: baseIds.businessUnit, isdefault: true }, baseIds.team);
  await rows.create(
    "transactioncurrency",
    { currencyname: "Euro", isocurrencycode: "EUR", currencysymbol: "€", currencyprecision: 2, exchangerate: 1 },
    baseIds.euro,
  );
  const organization = { name: "Contoso", basecurrencyid: baseIds.euro, languagecode: 1033 };
  await rows.create("organization", organization, baseIds.organization);
}

async function installMessages(rows: SystemRows): Promise<void> {
  for (const [name, id] of Object.entries(messageIds)) await rows.save("sdkmessage", id, { name });
}

async function installSolutions(rows: SystemRows): Promise<void> {
  const publisherid = nameBasedGuid("publisher:microsoft");
  const publisher = { uniquename: "Microsoft", friendlyname: "Microsoft", customizationprefix: "msdyn" };
  await rows.create("publisher", { ...publisher, customizationoptionvalueprefix: 19235 }, publisherid);
  for (const { uniqueName, version } of installedSolutions) {
    const row = { uniquename: uniqueName, friendlyname: uniqueName, version, ismanaged: true, isvisible: false };
    await rows.create("solution", { ...row, publisherid }, nameBasedGuid(`solution:${uniqueName.toLowerCase()}`));
  }
}

async function installForm(rows: SystemRows, form: BaseForm): Promise<void> {
  const formXml = toFormXml(form);
  await saveFormLayer(rows, form.id, form.name, { solution: "msdynce_Sales", order: 1, formXml });
  const { name, description, type } = form;
  const row = { name, description, type, objecttypecode: form.table.table.logicalName, formactivationstate: 1 };
  await rows.create("systemform", { ...row, formxml: formXml, isdefault: type === 2, ismanaged: true }, form.id);
}

async function installFormsAndViews(rows: SystemRows): Promise<void> {
  for (const form of baseForms) await installForm(rows, form);
  for (const view of baseViews) {
    const { fetchXml, layoutXml } = toViewXml(view);
    const { name, queryType, isDefault } = view;
    const row = { name, querytype: queryType, isdefault: isDefault, returnedtypecode: view.table.table.logicalName };
    await rows.create("savedquery", { ...row, fetchxml: fetchXml, layoutxml: layoutXml, ismanaged: true }, view.id);
  }
}

/** Makes an empty database a Dataverse environment with Sales. Runs inside a transaction, once. */
export async function installBaseTables(rows: SystemRows, catalogue: MetadataCatalogue): Promise<void> {
  installTables(catalogue);
  await installOrganization(rows);
  await installPrivileges(rows);
  await installRoles(rows);
  await installMessages(rows);
  await installSolutions(rows);
  await installFormsAndViews(rows);
}

/** Brings an environment that an earlier version made up to this one: tables, columns and messages it did not have yet. */
export async function completeBaseTables(rows: SystemRows, catalogue: MetadataCatalogue): Promise<void> {
  const added = baseTables.filter(({ table }) => !catalogue.table(table.logicalName));
  installTables(catalogue);
  for (const { table } of added) await savePrivileges(rows, table.schemaName);
  await completeRoles(rows, added);
  await installMessages(rows);
}
