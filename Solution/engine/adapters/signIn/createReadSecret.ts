import { toFailure } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { environmentVariables } from "../../domain/schema";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { Host } from "../host/Host";

/** The client secret; fails where it, or what belongs to it, is missing. */
export const createReadSecret =
  (host: Host, { tenantId, clientId }: SyncSettings) =>
  async (): Promise<Outcome<string>> => {
    const name = environmentVariables.partnerCenterClientSecret.schemaName;
    const answer = await host.call<{ value: string | null }>("secret.get", { name });
    if (!answer.ok) return failed(toFailure("connection.settingsMissing", `${answer.code}: ${answer.message}`));
    const secret = answer.value.value ?? "";
    const isComplete = secret !== "" && tenantId !== "" && clientId !== "";
    if (isComplete) return done(secret);
    return failed(toFailure("connection.settingsMissing", "tenant id, client id or client secret is empty"));
  };
