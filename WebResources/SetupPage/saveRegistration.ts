import { columns, environmentVariables, tables } from "../../Solution/engine/domain/schema";
import type { Reply, SetupClient } from "./SetupClient";
import type { Setting } from "./SetupFacts";

/** The app registration as an administrator names it. */
export interface AppRegistration {
  tenantId: string;
  clientId: string;
  /** Empty keeps what is stored. */
  clientSecret: string;
}

/** The connection has one row, by this name. */
const connectionName = "default";

const isDone = <Value>(reply: Reply<Value>): reply is { kind: "done"; value: Value } => reply.kind === "done";

/** Gives an environment variable its current value; the default stays, since an upgrade sets defaults again. */
const saveSetting = (client: SetupClient, setting: Setting, value: string): Promise<Reply<null>> =>
  setting.valueId === null
    ? client.create("environmentvariablevalues", {
        value,
        schemaname: setting.schemaName,
        "EnvironmentVariableDefinitionId@odata.bind": `/environmentvariabledefinitions(${setting.definitionId})`,
      })
    : client.update("environmentvariablevalues", setting.valueId, { value });

const saveSecret = async (client: SetupClient, secret: string): Promise<Reply<null>> => {
  const { entitySetName, primaryId, primaryName } = tables.connection;
  const found = await client.rows(entitySetName, `$select=${primaryId}&$filter=${primaryName} eq '${connectionName}'`);
  if (!isDone(found)) return found;
  const id = found.value[0]?.[primaryId];
  const row = { [columns.connection.clientSecret]: secret };
  return typeof id === "string"
    ? client.update(entitySetName, id, row)
    : client.create(entitySetName, { ...row, [primaryName]: connectionName });
};

/** Stores what has changed of the app registration, and stops at the first thing that is refused. */
export const saveRegistration = async (
  client: SetupClient,
  settings: readonly Setting[],
  { tenantId, clientId, clientSecret }: AppRegistration,
): Promise<Reply<null>> => {
  const wanted = [
    [environmentVariables.partnerCenterTenantId.schemaName, tenantId],
    [environmentVariables.partnerCenterClientId.schemaName, clientId],
  ] as const;
  for (const [schemaName, value] of wanted) {
    const setting = settings.find((each) => each.schemaName === schemaName);
    if (setting === undefined || setting.value === value) continue;
    const saved = await saveSetting(client, setting, value);
    if (!isDone(saved)) return saved;
  }
  return clientSecret === "" ? { kind: "done", value: null } : saveSecret(client, clientSecret);
};
