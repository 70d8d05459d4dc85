import type { Environment } from "../../environment/connectEnvironment";
import type { CurrentSettings } from "./DeploymentSettings";

interface ValueRow {
  value: string | null;
  EnvironmentVariableDefinitionId: { schemaname: string };
}

interface ReferenceRow {
  connectionreferencelogicalname: string;
  connectionid: string | null;
}

/** What an environment holds now of variables and connection references. */
export async function readCurrentSettings(environment: Environment): Promise<CurrentSettings> {
  const values = await environment.ask((client) =>
    client.retrieveAll<ValueRow>({
      collection: "environmentvariablevalues",
      select: ["value"],
      expand: [{ property: "EnvironmentVariableDefinitionId", select: ["schemaname"] }],
    }),
  );
  const references = await environment.ask((client) =>
    client.retrieveAll<ReferenceRow>({
      collection: "connectionreferences",
      select: ["connectionreferencelogicalname", "connectionid"],
    }),
  );
  return {
    values: new Map(
      values.value.map((row) => [row.EnvironmentVariableDefinitionId.schemaname.toLowerCase(), row.value ?? ""]),
    ),
    connectionIds: new Map(
      references.value.map((row) => [row.connectionreferencelogicalname.toLowerCase(), row.connectionid ?? ""]),
    ),
  };
}
