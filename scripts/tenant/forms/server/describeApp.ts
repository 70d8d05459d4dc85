import { baseTables } from "../../baseTables/baseTables";
import type { UserLanguage } from "../../dataverse/languages";
import type { OrganizationService } from "../../dataverse/OrganizationService";
import type { TableMetadata } from "../../dataverse/metadata";
import type { FormCatalogue } from "../FormCatalogue";
import type { AppDescription, ModelDrivenApp, SiteMapEntry } from "../protocol";
import { inUserLanguage } from "./inUserLanguage";
import { readImportedApps } from "./readImportedApps";
import { idIn, readRows, textOf } from "./readRows";

const salesTables = ["opportunity", "lead", "account", "contact"];

const ownTables = new Set(baseTables.map(({ table }) => table.logicalName));

const entry =
  (group: string) =>
  ({ logicalName, collectionName }: TableMetadata): SiteMapEntry => ({
    kind: "table",
    target: logicalName,
    label: collectionName,
    group,
  });

/** The app that Sales brings, with the tables of solutions that bring no app for them. */
function salesHub(tables: readonly TableMetadata[], imported: readonly ModelDrivenApp[]): ModelDrivenApp {
  const inApps = new Set(imported.flatMap(({ siteMap }) => siteMap.map(({ target }) => target)));
  const sales = salesTables.flatMap((name) => tables.filter(({ logicalName }) => logicalName === name));
  const others = tables
    .filter(({ logicalName }) => !ownTables.has(logicalName) && !inApps.has(logicalName))
    .sort((one, other) => one.collectionName.localeCompare(other.collectionName));
  return {
    uniqueName: "msdynce_saleshub",
    name: "Sales Hub",
    siteMap: [...sales.map(entry("Sales")), ...others.map(entry("Solutions"))],
  };
}

async function organizationName(service: OrganizationService, id: string): Promise<string> {
  const [row] = await readRows(service, { table: "organization", columns: ["name"], where: { organizationid: id } });
  return row ? textOf(row, "name") : "";
}

interface UserWithRoles {
  id: string;
  name: string;
  roleIds: string[];
}

/** Users who have a role, and so may open something. */
async function usersWithRoles(service: OrganizationService): Promise<UserWithRoles[]> {
  const assigned = await readRows(service, {
    table: "systemuserroles",
    columns: ["systemuserid", "roleid"],
    where: {},
  });
  const people = await readRows(service, {
    table: "systemuser",
    columns: ["fullname"],
    where: { isdisabled: 0 },
    orderBy: "fullname",
  });
  return people.flatMap((row) => {
    const roleIds = assigned
      .filter((each) => idIn(each, "systemuserid") === row.id)
      .map((each) => idIn(each, "roleid"));
    return row.id !== undefined && roleIds.length > 0 ? [{ id: row.id, name: textOf(row, "fullname"), roleIds }] : [];
  });
}

/** What the shell shows before any record: who works here, in which apps, and where they can go. */
export async function describeApp(
  service: OrganizationService,
  catalogue: FormCatalogue,
  { userId, organizationId, language }: { userId: string; organizationId: string; language: UserLanguage },
): Promise<AppDescription> {
  const users = await usersWithRoles(service);
  const user = users.find(({ id }) => id === userId);
  const tables = inUserLanguage(catalogue, language.id).tables();
  const imported = await readImportedApps(
    service,
    user?.roleIds ?? [],
    language.id,
    (name) => tables.find(({ logicalName }) => logicalName === name)?.collectionName,
  );
  return {
    language,
    user: { id: userId, name: user?.name ?? "" },
    users: users.map(({ id, name }) => ({ id, name })),
    organization: { id: organizationId, name: await organizationName(service, organizationId) },
    apps: [salesHub(tables, imported), ...imported],
  };
}
