import { baseTables } from "../../baseTables/baseTables";
import type { OrganizationService } from "../../dataverse/OrganizationService";
import type { TableMetadata } from "../../dataverse/metadata";
import type { FormCatalogue } from "../FormCatalogue";
import type { AppDescription, SiteMapEntry } from "../protocol";
import { readRows, textOf } from "./readRows";

const salesTables = ["opportunity", "lead", "account", "contact"];

const ownTables = new Set(baseTables.map(({ table }) => table.logicalName));

function siteMap(tables: readonly TableMetadata[]): SiteMapEntry[] {
  const entry =
    (group: string) =>
    (table: TableMetadata): SiteMapEntry => ({ table: table.logicalName, label: table.collectionName, group });
  const sales = salesTables.flatMap((name) => tables.filter(({ logicalName }) => logicalName === name));
  const imported = tables
    .filter(({ logicalName }) => !ownTables.has(logicalName))
    .sort((one, other) => one.collectionName.localeCompare(other.collectionName));
  return [...sales.map(entry("Sales")), ...imported.map(entry("Solutions"))];
}

async function nameOf(service: OrganizationService, table: string, id: string, column: string): Promise<string> {
  const [row] = await readRows(service, { table, columns: [column], where: { [`${table}id`]: id } });
  return row ? textOf(row, column) : "";
}

/** What the shell shows before any record: who works here, and where they can go. */
export async function describeApp(
  service: OrganizationService,
  catalogue: FormCatalogue,
  { userId, organizationId }: { userId: string; organizationId: string },
): Promise<AppDescription> {
  return {
    user: { id: userId, name: await nameOf(service, "systemuser", userId, "fullname") },
    organization: { id: organizationId, name: await nameOf(service, "organization", organizationId, "name") },
    siteMap: siteMap(catalogue.tables()),
  };
}
