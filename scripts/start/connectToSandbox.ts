import { randomUUID } from "node:crypto";
import { choices, columns, environmentVariables, tables } from "../../Solution/engine/domain/schema";
import type { Caller, OrganizationService } from "../tenant/dataverse/OrganizationService";
import type { EntityValue, Value } from "../tenant/dataverse/values";
import { standardCatalogue } from "../tenant/partnerCenter/catalogue/standardCatalogue";
import { localPartner } from "../tenant/partnerCenter/localPartner";

/** What the tenant's administrator would do by hand in a real environment: settings, sign-in, catalogue. */
export interface SandboxConnection {
  service: OrganizationService;
  /** systemuser who does it. */
  administratorId: string;
  sandboxPort: number;
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

/** Sets the environment variables, stores the sign-in, and fills Microsoft Solution Details; safe to repeat at every start. */
export async function connectToSandbox(connection: SandboxConnection): Promise<void> {
  const caller = systemCaller(connection.administratorId);
  await setEnvironmentVariables(connection.service, caller, {
    [environmentVariables.partnerCenterCloudProfile.schemaName]: `Local sandbox:${connection.sandboxPort}`,
    [environmentVariables.partnerCenterTenantId.schemaName]: localPartner.tenantId,
    [environmentVariables.partnerCenterClientId.schemaName]: localPartner.client.clientId,
    [environmentVariables.partnerCenterClientSecret.schemaName]: localPartner.client.clientSecret,
  });
  await upsert(connection.service, caller, tables.connection.logicalName, tables.connection.primaryName, "default", {
    [columns.connection.refreshToken]: connection.refreshToken,
    [columns.connection.refreshTokenExpiresOn]: {
      $t: "dt",
      v: new Date(Date.parse(connection.now) + refreshTokenLifeMs).toISOString(),
    },
    [columns.connection.signedInAs]: localPartner.user.name,
    [columns.connection.tenantId]: localPartner.tenantId,
  });
  for (const { id, name, kind } of standardCatalogue) {
    if (kind === "category") continue;
    await upsert(connection.service, caller, tables.solutionDetail.logicalName, columns.solutionDetail.solutionId, id, {
      [tables.solutionDetail.primaryName]: name,
      [columns.solutionDetail.solutionKind]: { $t: "opt", v: solutionKinds[kind] },
    });
  }
}

const systemCaller = (initiatingUserId: string): Caller => ({
  userId: null,
  initiatingUserId,
  depth: 1,
  correlationId: randomUUID(),
});

async function setEnvironmentVariables(
  service: OrganizationService,
  caller: Caller,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [schemaName, value] of Object.entries(values)) {
    const definition = await find(service, caller, "environmentvariabledefinition", "schemaname", schemaName);
    if (!definition?.id) throw new Error(`The imported solution has no environment variable ${schemaName}.`);
    await upsert(service, caller, "environmentvariablevalue", "schemaname", schemaName, {
      value,
      environmentvariabledefinitionid: { $t: "ref", table: "environmentvariabledefinition", id: definition.id },
    });
  }
}

async function upsert(
  service: OrganizationService,
  caller: Caller,
  table: string,
  keyColumn: string,
  key: string,
  attributes: Record<string, Value>,
): Promise<void> {
  const row = await find(service, caller, table, keyColumn, key);
  if (row?.id) await service.update({ $t: "entity", table, id: row.id, attributes }, caller);
  else await service.create({ $t: "entity", table, attributes: { ...attributes, [keyColumn]: key } }, caller);
}

async function find(
  service: OrganizationService,
  caller: Caller,
  table: string,
  keyColumn: string,
  key: string,
): Promise<EntityValue | undefined> {
  const query = `<fetch top="1"><entity name="${table}"><attribute name="${keyColumn}" /><filter><condition attribute="${keyColumn}" operator="eq" value="${key}" /></filter></entity></fetch>`;
  return (await service.fetch(query, caller)).rows[0];
}
