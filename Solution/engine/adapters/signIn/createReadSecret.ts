import { toFailure } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { columns, environmentVariables } from "../../domain/schema";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { SecretPlace } from "../../ports/IdentityProvider";
import { readConnection } from "../dataverse/connectionRow";
import type { Host } from "../host/Host";

interface ClientSecret {
  value: string;
  place: SecretPlace;
}

const missing = (details: string): Outcome<ClientSecret> => failed(toFailure("connection.settingsMissing", details));

/**
 * The client secret, from the one place that counts: the secured column of the connection where somebody filled it, otherwise
 * the environment variable with its Azure Key Vault. The message that reads the vault is documented for cloud flows only, so
 * an environment in which it does not answer to plug-ins needs the column; it is not even asked while the column is filled.
 * Fails where the secret, or what belongs to it, is missing. Source: RetrieveEnvironmentVariableSecretValue, Dataverse Web API.
 */
export const createReadSecret = (host: Host, { tenantId, clientId }: SyncSettings) => {
  const find = async (): Promise<Outcome<ClientSecret>> => {
    if (tenantId === "" || clientId === "") return missing("tenant id or client id is empty");
    const connection = await readConnection(host, [columns.connection.clientSecret]);
    if (connection.kind === "failed") return connection;
    const kept = connection.value?.text(columns.connection.clientSecret) ?? "";
    if (kept !== "") return done({ value: kept, place: "connection" });
    const name = environmentVariables.partnerCenterClientSecret.schemaName;
    const answer = await host.call<{ value: string | null }>("secret.get", { name });
    if (!answer.ok) return missing(`${answer.code}: ${answer.message}`);
    const value = answer.value.value ?? "";
    return value === "" ? missing("client secret is empty") : done({ value, place: "keyVault" });
  };

  let found: Outcome<ClientSecret> | null = null;
  return async (): Promise<Outcome<ClientSecret>> => {
    if (found?.kind !== "done") found = await find();
    return found;
  };
};
