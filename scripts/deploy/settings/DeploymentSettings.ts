import type { DeployedPackage } from "../readPackage";

/** A deployment settings file, in the shape that `pac solution create-settings` writes. Empty values leave what is there. */
export interface DeploymentSettings {
  EnvironmentVariables: { SchemaName: string; Value: string }[];
  ConnectionReferences: { LogicalName: string; ConnectionId: string; ConnectorId: string }[];
}

/** What an environment holds now, by names in lower case. */
export interface CurrentSettings {
  values: ReadonlyMap<string, string>;
  connectionIds: ReadonlyMap<string, string>;
}

const nothing: CurrentSettings = { values: new Map(), connectionIds: new Map() };

/** The settings file of a package: empty, or filled with what an environment holds. */
export function createSettings(
  { variables, connections }: DeployedPackage,
  { values, connectionIds }: CurrentSettings = nothing,
): DeploymentSettings {
  return {
    EnvironmentVariables: variables.map(({ schemaName }) => ({
      SchemaName: schemaName,
      Value: values.get(schemaName.toLowerCase()) ?? "",
    })),
    ConnectionReferences: connections.map(({ logicalName, connectorId }) => ({
      LogicalName: logicalName,
      ConnectionId: connectionIds.get(logicalName.toLowerCase()) ?? "",
      ConnectorId: connectorId,
    })),
  };
}

/** The rows of the parameter ComponentParameters of an import; what the file leaves empty is left out. */
export function toComponentParameters(settings: DeploymentSettings): Record<string, string>[] {
  const variables = settings.EnvironmentVariables.filter(({ Value }) => Value !== "").map(({ SchemaName, Value }) => ({
    "@odata.type": "Microsoft.Dynamics.CRM.environmentvariablevalue",
    schemaname: SchemaName,
    value: Value,
  }));
  const connections = settings.ConnectionReferences.filter(({ ConnectionId }) => ConnectionId !== "").map(
    ({ LogicalName, ConnectionId, ConnectorId }) => ({
      "@odata.type": "Microsoft.Dynamics.CRM.connectionreference",
      connectionreferencelogicalname: LogicalName,
      connectionid: ConnectionId,
      connectorid: ConnectorId,
    }),
  );
  return [...variables, ...connections];
}
