import { choices, columns, environmentVariables, tables } from "../../Solution/engine/domain/schema";
import { standardCatalogue } from "../tenant/partnerCenter/catalogue/standardCatalogue";
import { localPartner } from "../tenant/partnerCenter/localPartner";
import type { PlainRow, SystemRows } from "../tenant/solution/rows/SystemRows";

/** What the tenant's administrator would do by hand in a real environment: settings, sign-in, catalogue. */
export interface SandboxConnection {
  rows: SystemRows;
  /** Fresh from the sandbox's sign-in. */
  refreshToken: string;
  now: string;
}

const refreshTokenLifeMs = 90 * 24 * 60 * 60 * 1000;
const solutionKinds = {
  partner: choices.solutionKind.partnerSolution,
  microsoft: choices.solutionKind.microsoftSolution,
  thirdParty: choices.solutionKind.thirdPartySolution,
} as const;

/** Names the sandbox as the cloud that Partner Center is in; a real environment has Microsoft's by default. */
export const nameSandbox = (rows: SystemRows, port: number): Promise<void> =>
  setEnvironmentVariables(rows, {
    [environmentVariables.partnerCenterCloudProfile.schemaName]: `Local sandbox:${port}`,
  });

/** Sets the environment variables, stores the sign-in, and fills Microsoft Solution Details; safe to repeat at every start. */
export async function connectToSandbox({ rows, refreshToken, now }: SandboxConnection): Promise<void> {
  await setEnvironmentVariables(rows, {
    [environmentVariables.partnerCenterTenantId.schemaName]: localPartner.tenantId,
    [environmentVariables.partnerCenterClientId.schemaName]: localPartner.client.clientId,
    [environmentVariables.partnerCenterClientSecret.schemaName]: localPartner.client.clientSecret,
  });
  await saveByKey(rows, tables.connection, tables.connection.primaryName, "default", {
    [columns.connection.refreshToken]: refreshToken,
    [columns.connection.refreshTokenExpiresOn]: new Date(Date.parse(now) + refreshTokenLifeMs).toISOString(),
    [columns.connection.signedInAs]: localPartner.user.name,
    [columns.connection.tenantId]: localPartner.tenantId,
  });
  for (const { id, name, kind } of standardCatalogue) {
    if (kind === "category") continue;
    await saveByKey(rows, tables.solutionDetail, columns.solutionDetail.solutionId, id, {
      [tables.solutionDetail.primaryName]: name,
      [columns.solutionDetail.solutionKind]: solutionKinds[kind],
    });
  }
}

const definitions = { logicalName: "environmentvariabledefinition", primaryId: "environmentvariabledefinitionid" };
const values = { logicalName: "environmentvariablevalue", primaryId: "environmentvariablevalueid" };

async function setEnvironmentVariables(rows: SystemRows, settings: Readonly<Record<string, string>>): Promise<void> {
  for (const [schemaName, value] of Object.entries(settings)) {
    const definitionId = await findId(rows, definitions, "schemaname", schemaName);
    if (definitionId === undefined) throw new Error(`The imported solution has no environment variable ${schemaName}.`);
    await saveByKey(rows, values, "schemaname", schemaName, { value, [definitions.primaryId]: definitionId });
  }
}

interface Table {
  logicalName: string;
  primaryId: string;
}

/** Updates the row whose column holds the key, or creates it. */
async function saveByKey(rows: SystemRows, table: Table, column: string, key: string, row: PlainRow): Promise<void> {
  const id = await findId(rows, table, column, key);
  if (id === undefined) await rows.create(table.logicalName, { ...row, [column]: key });
  else await rows.save(table.logicalName, id, row);
}

async function findId(rows: SystemRows, table: Table, column: string, key: string): Promise<string | undefined> {
  const [found] = await rows.read(table.logicalName, [table.primaryId], { [column]: key });
  const id = found?.[table.primaryId];
  return typeof id === "string" ? id : undefined;
}
