import { toCloudProfile } from "../../domain/referral/CloudProfile";
import { toFailure } from "../../domain/failure/Failure";
import type { FailureCode } from "../../domain/failure/failureKinds";
import { isJsonObject, type Json, type JsonObject } from "../../domain/values/Json";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import { toTokenFailure } from "../../domain/failure/toTokenFailure";
import type { Clock } from "../../ports/Clock";
import type { HttpResponse, SendHttp } from "../host/Http";
import { parseJson } from "../../domain/values/parseJson";
import { readRetryAfterMs } from "../host/readRetryAfterMs";

/** What Microsoft Entra gave for a refresh token. */
export interface TokenGrant {
  accessToken: string;
  lifeMs: number;
  /** Empty where it gave none. */
  refreshToken: string;
}

export interface TokenRequest {
  settings: SyncSettings;
  clientSecret: string;
  refreshToken: string;
  /** Such as `https://api.partner.microsoft.com`. */
  resource: string;
}

const maxMessageChars = 300;

const toText = (value: Json | undefined): string => (typeof value === "string" ? value : "");

const toNumber = (value: Json | undefined): number =>
  typeof value === "number" ? value : Number(toText(value) || "0");

const toForm = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");

// Nothing was asked of Partner Center yet, so silence here leaves no doubt about a referral.
const toTokenCode = (code: FailureCode): FailureCode =>
  code === "http.timeout" || code === "http.network" ? "token.unavailable" : code;

const readRefusal = async (response: HttpResponse, body: JsonObject, clock: Clock): Promise<Outcome<TokenGrant>> => {
  const numbers = body["error_codes"];
  return failed(
    toTokenFailure({
      status: response.status,
      error: toText(body["error"]),
      numbers: Array.isArray(numbers) ? (numbers as readonly Json[]).map(toNumber) : [],
      message: toText(body["error_description"]).slice(0, maxMessageChars),
      retryAfterMs: readRetryAfterMs(response, await clock.now()),
    }),
  );
};

/** Redeems a refresh token at Microsoft Entra's v2 endpoint. */
export const requestToken = async (
  send: SendHttp,
  clock: Clock,
  { settings, clientSecret, refreshToken, resource }: TokenRequest,
): Promise<Outcome<TokenGrant>> => {
  const login = toCloudProfile(settings.cloudProfile)?.login;
  if (login === undefined) return failed(toFailure("connection.profileUnknown", settings.cloudProfile));
  const answer = await send({
    method: "POST",
    url: `${login}/${encodeURIComponent(settings.tenantId)}/oauth2/v2.0/token`,
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
    body: toForm({
      grant_type: "refresh_token",
      client_id: settings.clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken,
      scope: `${resource}/.default offline_access`,
    }),
  });
  if (answer.kind === "failed") return failed({ ...answer.failure, code: toTokenCode(answer.failure.code) });
  const parsed = parseJson(answer.value.body);
  const body: JsonObject = isJsonObject(parsed) ? parsed : {};
  const accessToken = toText(body["access_token"]);
  if (answer.value.status !== 200 || accessToken === "") return readRefusal(answer.value, body, clock);
  const lifeMs = toNumber(body["expires_in"]) * 1000;
  return done({ accessToken, lifeMs, refreshToken: toText(body["refresh_token"]) });
};
