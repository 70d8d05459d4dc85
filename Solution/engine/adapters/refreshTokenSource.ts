import { addMs } from "../domain/instant";
import { isJsonObject, type Json, type JsonObject } from "../domain/Json";
import { toFailure } from "../domain/Failure";
import { done, failed, type Outcome } from "../domain/Outcome";
import { columns, environmentVariables, tables } from "../domain/schema";
import type { SyncSettings } from "../domain/SyncSettings";
import { toCloudProfile } from "../domain/cloudProfile";
import { toTokenFailure } from "../domain/tokenFailure";
import type { Clock } from "../ports/Clock";
import type { Audience, TokenSource } from "../ports/TokenSource";
import { toDataverseFailure } from "./dataverseFailure";
import { createRowReader, tagged, toRow, type DataverseRow } from "./DataverseRow";
import type { Host } from "./Host";
import { readRetryAfterMs, type HttpResponse, type SendHttp } from "./httpRequest";
import type { Memo } from "./Memo";
import { parseJson } from "./parseJson";

/** Resources that tokens are for; the same in every cloud profile. Source: api-authentication of the Referrals API. */
const resources: Readonly<Record<Audience, string>> = {
  referrals: "https://api.partner.microsoft.com",
  webhooks: "https://api.partnercenter.microsoft.com",
};

/** The one row of the connection table. */
const connectionName = "default";
/** A token is not used in the last minutes of its life. */
const marginMs = 180_000;
/** Microsoft Entra ends a refresh token that nobody used for so long. */
const refreshTokenLifeMs = 90 * 86_400_000;

const { logicalName: table, primaryId, primaryName } = tables.connection;
const { connection } = columns;

interface SignIn {
  id: string;
  refreshToken: string;
}

const toForm = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");

const toText = (value: Json | undefined): string => (typeof value === "string" ? value : "");

const toNumber = (value: Json | undefined): number =>
  typeof value === "number" ? value : Number(toText(value) || "0");

/** What the token endpoint is asked with, and where. */
export interface TokenSourceParts {
  host: Host;
  memo: Memo;
  clock: Clock;
  send: SendHttp;
  settings: SyncSettings;
}

/** Access tokens by the refresh token of the connection row; kept in the host's memory, never stored, never traced. */
export const createRefreshTokenSource = ({ host, memo, clock, send, settings }: TokenSourceParts): TokenSource => {
  const memoKey = (audience: Audience): string =>
    `token ${audience} ${settings.cloudProfile} ${settings.tenantId} ${settings.clientId}`;

  const readSignIn = async (): Promise<Outcome<SignIn>> => {
    const fetchXml = `<fetch top="1"><entity name="${table}"><attribute name="${primaryId}"/><attribute name="${connection.refreshToken}"/><filter><condition attribute="${primaryName}" operator="eq" value="${connectionName}"/></filter></entity></fetch>`;
    const answer = await host.call<{ rows: DataverseRow[] }>("org.fetch", { fetchXml, as: "system" });
    if (!answer.ok) return failed(toDataverseFailure(answer));
    const [row] = answer.value.rows;
    const refreshToken = row ? createRowReader(row).text(connection.refreshToken) : "";
    if (!row || refreshToken === "") return failed(toFailure("connection.notSignedIn", "no refresh token is stored"));
    return done({ id: createRowReader(row).text(primaryId), refreshToken });
  };

  /** A lost write costs nothing: the token just used lives on, and the next run stores its own. */
  const keepRefreshToken = async ({ id, refreshToken }: SignIn, rotated: string): Promise<void> => {
    if (rotated === "" || rotated === refreshToken) return;
    const expiresOn = tagged.instant(addMs(await clock.now(), refreshTokenLifeMs));
    const attributes = { [connection.refreshToken]: rotated, [connection.refreshTokenExpiresOn]: expiresOn };
    await host.call("org.update", { entity: toRow(table, attributes, id), as: "system" });
  };

  const refuse = async (response: HttpResponse, body: JsonObject): Promise<Outcome<string>> => {
    const numbers = Array.isArray(body["error_codes"]) ? (body["error_codes"] as readonly Json[]).map(toNumber) : [];
    return failed(
      toTokenFailure({
        status: response.status,
        error: toText(body["error"]),
        numbers,
        message: toText(body["error_description"]).slice(0, 300),
        retryAfterMs: readRetryAfterMs(response, await clock.now()),
      }),
    );
  };

  const redeem = async (audience: Audience, signIn: SignIn, secret: string): Promise<Outcome<string>> => {
    const login = toCloudProfile(settings.cloudProfile)?.login;
    if (login === undefined) return failed(toFailure("connection.profileUnknown", settings.cloudProfile));
    const response = await send({
      method: "POST",
      url: `${login}/${encodeURIComponent(settings.tenantId)}/oauth2/v2.0/token`,
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      body: toForm({
        grant_type: "refresh_token",
        client_id: settings.clientId,
        client_secret: secret,
        refresh_token: signIn.refreshToken,
        scope: `${resources[audience]}/.default offline_access`,
      }),
    });
    // Nothing was asked of Partner Center yet, so no doubt arises from silence here.
    if (response.kind === "failed") return failed({ ...response.failure, code: toTokenCode(response.failure.code) });
    const parsed = parseJson(response.value.body);
    const body: JsonObject = isJsonObject(parsed) ? parsed : {};
    const token = toText(body["access_token"]);
    if (response.value.status !== 200 || token === "") return refuse(response.value, body);
    await keepRefreshToken(signIn, toText(body["refresh_token"]));
    const lifeMs = toNumber(body["expires_in"]) * 1000 - marginMs;
    if (lifeMs > 0) await memo.put(memoKey(audience), token, lifeMs);
    return done(token);
  };

  const renew = async (audience: Audience): Promise<Outcome<string>> => {
    if (settings.tenantId === "" || settings.clientId === "")
      return failed(toFailure("connection.settingsMissing", "tenant id or client id is empty"));
    const name = environmentVariables.partnerCenterClientSecret.schemaName;
    const secret = await host.call<{ value: string | null }>("secret.get", { name });
    if (!secret.ok) return failed(toFailure("connection.settingsMissing", `${secret.code}: ${secret.message}`));
    const signIn = await readSignIn();
    return signIn.kind === "failed" ? signIn : redeem(audience, signIn.value, secret.value.value ?? "");
  };

  return {
    renew,
    token: async (audience) => {
      const known = await memo.get(memoKey(audience));
      return known === null ? renew(audience) : done(known);
    },
  };
};

const toTokenCode = (code: string) =>
  code === "http.timeout" || code === "http.network" ? ("token.unavailable" as const) : ("token.refused" as const);
