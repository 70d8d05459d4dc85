import type { HealthCheck } from "../../Solution/engine/domain/health/HealthCheck";
import {
  choices,
  cloudFlows,
  columns,
  connectionReferences,
  customApis,
  environmentVariables,
  securityRoles,
  tables,
} from "../../Solution/engine/domain/schema";
import type { Reply, Row, SetupClient } from "./SetupClient";
import type { CloudFlow, ConnectionReference, Setting, SetupFacts, WaitingCause } from "./SetupFacts";

const { message, conflict, connection } = columns;

/** Reads everything the page shows, side by side; what one request cannot read does not hide the rest. */
export const readSetupFacts = async (client: SetupClient): Promise<SetupFacts> => {
  const [health, settings, flows, connections, members, stepsOff, version, waiting, hasWebhookAddress, conflicts] =
    await Promise.all([
      readHealth(client),
      readSettings(client),
      readFlows(client),
      readConnections(client),
      readMembers(client),
      readStepsOff(client),
      readVersion(client),
      readWaiting(client),
      readHasWebhookAddress(client),
      readConflicts(client),
    ]);
  return { health, settings, flows, connections, members, stepsOff, version, waiting, hasWebhookAddress, conflicts };
};

const map = <From, To>(reply: Reply<From>, to: (value: From) => To): Reply<To> =>
  reply.kind === "failed" ? reply : { kind: "done", value: to(reply.value) };

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const number = (value: unknown): number => (typeof value === "number" ? value : 0);
const anyOf = (column: string, values: readonly string[], toLiteral: (value: string) => string): string =>
  `$filter=${values.map((value) => `${column} eq ${toLiteral(value)}`).join(" or ")}`;
const quoted = (value: string): string => `'${value}'`;
// xrm-webapi escapes what it sends.
const fetch = (fetchXml: string): string => `fetchXml=${fetchXml}`;

/** The self-test of the server; it makes a few calls to Partner Center. */
const readHealth = async (client: SetupClient): Promise<SetupFacts["health"]> =>
  map(await client.call(customApis.checkHealth, {}), ({ checks }) =>
    Array.isArray(checks) ? (checks as HealthCheck[]) : [],
  );

const valueRelation = "environmentvariabledefinition_environmentvariablevalue";

const toSetting = (row: Row): Setting => {
  const [current] = (row[valueRelation] ?? []) as readonly Row[];
  return {
    schemaName: text(row["schemaname"]),
    definitionId: text(row["environmentvariabledefinitionid"]),
    valueId: current ? text(current["environmentvariablevalueid"]) : null,
    value: text(current?.["value"] ?? row["defaultvalue"]),
  };
};

const readSettings = async (client: SetupClient): Promise<Reply<Setting[]>> => {
  const names = Object.values(environmentVariables).map(({ schemaName }) => schemaName);
  const query = [
    "$select=schemaname,defaultvalue",
    anyOf("schemaname", names, quoted),
    `$expand=${valueRelation}($select=value)`,
  ].join("&");
  return map(await client.rows("environmentvariabledefinitions", query), (rows) => rows.map(toSetting));
};

const toFlow = (row: Row): CloudFlow => ({ id: text(row["workflowid"]).toLowerCase(), isOn: row["statecode"] === 1 });

const readFlows = async (client: SetupClient): Promise<Reply<CloudFlow[]>> => {
  const ids = Object.values(cloudFlows).map(({ id }) => id);
  const query = `$select=statecode&${anyOf("workflowid", ids, (id) => id)}`;
  return map(await client.rows("workflows", query), (rows) => rows.map(toFlow));
};

const toConnection = (row: Row): ConnectionReference => ({
  logicalName: text(row["connectionreferencelogicalname"]),
  isConnected: text(row["connectionid"]) !== "",
});

const readConnections = async (client: SetupClient): Promise<Reply<ConnectionReference[]>> => {
  const names = Object.values(connectionReferences).map(({ logicalName }) => logicalName);
  const column = "connectionreferencelogicalname";
  const query = `$select=${column},connectionid&${anyOf(column, names, quoted)}`;
  return map(await client.rows("connectionreferences", query), (rows) => rows.map(toConnection));
};

/** By name: every business unit has a role of its own under it. */
const membersFetch = `<fetch><entity name="systemuser"><attribute name="systemuserid" />
  <filter><condition attribute="isdisabled" operator="eq" value="0" /></filter>
  <link-entity name="systemuserroles" from="systemuserid" to="systemuserid">
    <link-entity name="role" from="roleid" to="roleid" alias="role"><attribute name="name" />
      <filter><condition attribute="name" operator="in">${Object.values(securityRoles)
        .map((name) => `<value>${name}</value>`)
        .join("")}</condition></filter>
    </link-entity></link-entity></entity></fetch>`;

const readMembers = async (client: SetupClient): Promise<SetupFacts["members"]> =>
  map(await client.rows("systemusers", fetch(membersFetch)), (rows) => {
    const members: Record<string, number> = {};
    for (const row of rows) {
      const role = text(row["role.name"]);
      members[role] = (members[role] ?? 0) + 1;
    }
    return members;
  });

const stepsQuery = "$select=name&$filter=startswith(name,'CoSell') and statecode eq 1";

const readStepsOff = async (client: SetupClient): Promise<Reply<string[]>> =>
  map(await client.rows("sdkmessageprocessingsteps", stepsQuery), (rows) => rows.map((row) => text(row["name"])));

const readVersion = async (client: SetupClient): Promise<Reply<string>> =>
  map(await client.rows("solutions", "$select=version&$filter=uniquename eq 'CoSellConnector'"), ([row]) =>
    text(row?.["version"]),
  );

const { waiting, parked } = choices.messageState;

const waitingFetch = `<fetch aggregate="true"><entity name="${tables.message.logicalName}">
  <attribute name="${message.failureCode}" alias="code" groupby="true" />
  <attribute name="${message.state}" alias="state" groupby="true" />
  <attribute name="${tables.message.primaryId}" alias="count" aggregate="count" />
  <attribute name="createdon" alias="since" aggregate="min" />
  <filter><condition attribute="${message.state}" operator="in"><value>${waiting}</value><value>${parked}</value></condition></filter>
  </entity></fetch>`;

const toWaiting = (row: Row): WaitingCause => ({
  code: text(row["code"]),
  isParked: row["state"] === parked,
  count: number(row["count"]),
  since: text(row["since"]),
});

const readWaiting = async (client: SetupClient): Promise<Reply<WaitingCause[]>> =>
  map(await client.rows(tables.message.entitySetName, fetch(waitingFetch)), (rows) => rows.map(toWaiting));

/** By the events, which are saved with the address: that one holds a signature, and nobody here reads it. */
const readHasWebhookAddress = async (client: SetupClient): Promise<Reply<boolean>> =>
  map(await client.rows(tables.connection.entitySetName, `$select=${connection.webhookEvents}`), (rows) =>
    rows.some((row) => text(row[connection.webhookEvents]) !== ""),
  );

const readConflicts = async (client: SetupClient): Promise<Reply<number>> => {
  const counting = `<fetch aggregate="true"><entity name="${tables.conflict.logicalName}">
    <attribute name="${tables.conflict.primaryId}" alias="count" aggregate="count" />
    <filter><condition attribute="${conflict.state}" operator="eq" value="${choices.conflictState.open}" /></filter>
    </entity></fetch>`;
  return map(await client.rows(tables.conflict.entitySetName, fetch(counting)), ([row]) => number(row?.["count"]));
};
