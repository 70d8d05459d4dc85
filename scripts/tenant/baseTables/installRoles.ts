import { depth, systemAdministratorTemplate, type Depth } from "../dataverse/security/privileges";
import { privilegesOf } from "../solution/apply/savePrivileges";
import { nameBasedGuid } from "../solution/nameBasedGuid";
import type { SystemRows } from "../solution/rows/SystemRows";
import { baseIds } from "./baseIds";
import { baseTables } from "./baseTables";
import type { BaseTable } from "./BaseTable";
import { users } from "./sampleData";
import { account } from "./tables/account";
import { appNotification } from "./tables/appNotification";
import { asyncOperation } from "./tables/asyncOperation";
import { businessUnit } from "./tables/businessUnit";
import { connectionReference } from "./tables/connectionReference";
import { contact } from "./tables/contact";
import { customControl } from "./tables/customControl";
import { flowRun } from "./tables/flowRun";
import { lead } from "./tables/lead";
import { opportunity } from "./tables/opportunity";
import { opportunityClose } from "./tables/opportunityClose";
import { organization } from "./tables/organization";
import { savedQuery } from "./tables/savedQuery";
import { systemForm } from "./tables/systemForm";
import { systemUser } from "./tables/systemUser";
import { team } from "./tables/team";
import { transactionCurrency } from "./tables/transactionCurrency";
import { webResource } from "./tables/webResource";
import { workflow } from "./tables/workflow";

const salesTables = [account, contact, lead, opportunity, opportunityClose];

/** What every user reads to sign in, open forms and lists, and see names of people and currencies. */
const tablesForEverybody = [
  businessUnit,
  organization,
  transactionCurrency,
  systemUser,
  team,
  webResource,
  customControl,
  systemForm,
  savedQuery,
];

/** Of these everybody sees the own ones: who owns a row must be able to read rows of its table. */
const tablesWithOwnRows = [appNotification, asyncOperation, connectionReference, flowRun, opportunityClose, workflow];

/** The eight privileges of every base table. */
export async function installPrivileges(rows: SystemRows): Promise<void> {
  for (const { id, name, accessRight } of baseTables.flatMap(({ table }) => privilegesOf(table.schemaName))) {
    await rows.create("privilege", { name, accessright: accessRight }, id);
  }
}

/** The roles that come with the platform and with Sales. Sellers work on the rows of their business unit. */
export async function installRoles(rows: SystemRows): Promise<void> {
  const businessunitid = baseIds.businessUnit;
  const administrator = { name: "System Administrator", businessunitid, roletemplateid: systemAdministratorTemplate };
  await rows.create("role", administrator, baseIds.systemAdministratorRole);
  await giveSystemAllRights(rows);
  await rows.create("role", { name: "Salesperson", businessunitid }, baseIds.salespersonRole);
  for (const { table } of salesTables)
    await grant(rows, baseIds.salespersonRole, privilegesOf(table.schemaName), depth.local);
  await installBasicUser(rows);
}

/** Gives an environment of an earlier version what its users need for the tables it did not have. */
export async function completeRoles(rows: SystemRows, added: readonly BaseTable[]): Promise<void> {
  const present = await rows.read("role", ["roleid"], { roleid: baseIds.basicUserRole });
  if (present.length > 0) return grantBasics(rows, added);
  // It is of before privileges were held at all.
  await installBasicUser(rows);
  await giveSystemAllRights(rows);
  for (const { table, id, row } of users) await rows.save(table, id, row);
}

/** Rows that SYSTEM makes belong to the platform's own user, who may read them all. */
async function giveSystemAllRights(rows: SystemRows): Promise<void> {
  const row = { systemuserid: baseIds.systemUser, roleid: baseIds.systemAdministratorRole };
  await rows.create("systemuserroles", row, nameBasedGuid("systemuserroles:SYSTEM"));
}

async function installBasicUser(rows: SystemRows): Promise<void> {
  await rows.create("role", { name: "Basic User", businessunitid: baseIds.businessUnit }, baseIds.basicUserRole);
  await grantBasics(rows, baseTables);
}

/** What every user may do with these tables. */
async function grantBasics(rows: SystemRows, tables: readonly BaseTable[]): Promise<void> {
  const grantRight = async (right: "prvRead" | "prvDelete", of: readonly BaseTable[], reach: Depth): Promise<void> => {
    for (const { table } of of.filter((one) => tables.includes(one))) {
      const privileges = privilegesOf(table.schemaName).filter(({ name }) => name.startsWith(right));
      await grant(rows, baseIds.basicUserRole, privileges, reach);
    }
  };
  await grantRight("prvRead", tablesForEverybody, depth.global);
  await grantRight("prvRead", tablesWithOwnRows, depth.basic);
  // A notification is dismissed by whom it was for.
  await grantRight("prvDelete", [appNotification], depth.basic);
}

async function grant(
  rows: SystemRows,
  roleid: string,
  privileges: readonly { id: string; name: string }[],
  privilegedepthmask: number,
): Promise<void> {
  for (const { id, name } of privileges) {
    const row = { privilegename: name, roleid, privilegeid: id, privilegedepthmask };
    await rows.create("roleprivileges", row, nameBasedGuid(`roleprivileges:${roleid}/${id}`));
  }
}
