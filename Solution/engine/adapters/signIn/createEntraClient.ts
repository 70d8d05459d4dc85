import { toFailure, type Failure } from "../../domain/failure/Failure";
import type { FailureCode } from "../../domain/failure/failureKinds";
import { failed, type Outcome } from "../../domain/failure/Outcome";
import { toTokenFailure } from "../../domain/failure/toTokenFailure";
import { toCloudProfile } from "../../domain/referral/CloudProfile";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import { isJsonObject, type Json, type JsonObject } from "../../domain/values/Json";
import type { Clock } from "../../ports/Clock";
import type { HttpResponse, SendHttp } from "../host/Http";
import { parseJson } from "../../domain/values/parseJson";
import { readRetryAfterMs } from "../host/readRetryAfterMs";

/** What Microsoft Entra said to a form; `error` is OAuth's word where it refused, which some flows wait for. */
export type EntraAnswer =
  | { kind: "granted"; body: JsonObject }
  | { kind: "refused"; error: string; failure: Failure }
  | { kind: "failed"; failure: Failure };

export type AskEntra = (
  endpoint: "token" | "devicecode",
  fields: Readonly<Record<string, string>>,
) => Promise<EntraAnswer>;

interface EntraParts {
  send: SendHttp;
  clock: Clock;
  settings: SyncSettings;
  readSecret: () => Promise<Outcome<{ value: string }>>;
}

const maxMessageChars = 300;
/** "Client is public so neither 'client_assertion' nor 'client_secret' should be presented." */
const publicClient = 700025;
const secretFields = ["client_secret", "refresh_token", "code", "code_verifier", "device_code"];

const toText = (value: Json | undefined): string => (typeof value === "string" ? value : "");

const toForm = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");

/** The message without what was sent in confidence, should it be quoted. */
const hideSecrets = (message: string, fields: Readonly<Record<string, string>>): string =>
  secretFields
    .map((name) => fields[name] ?? "")
    .filter((secret) => secret !== "")
    .reduce((text, secret) => text.split(secret).join("…"), message);

// Nothing was asked of Partner Center yet, so silence here leaves no doubt about a referral.
const toTokenCode = (code: FailureCode): FailureCode =>
  code === "http.timeout" || code === "http.network" ? "token.unavailable" : code;

const readNumbers = (body: JsonObject): number[] => {
  const numbers = body["error_codes"];
  return Array.isArray(numbers) ? (numbers as readonly Json[]).map(Number) : [];
};

/** Forms to Microsoft Entra's v2 endpoints, in the name of the app registration. */
export const createEntraClient = ({ send, clock, settings, readSecret }: EntraParts): AskEntra => {
  const post = async (url: string, fields: Readonly<Record<string, string>>): Promise<Outcome<HttpResponse>> =>
    send({
      method: "POST",
      url,
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      body: toForm(fields),
    });

  const read = async (response: HttpResponse, fields: Readonly<Record<string, string>>) => {
    const parsed = parseJson(response.body);
    const body: JsonObject = isJsonObject(parsed) ? parsed : {};
    if (response.status === 200) return { answer: { kind: "granted", body } as const, isPublic: false };
    const [error, numbers] = [toText(body["error"]), readNumbers(body)];
    const message = hideSecrets(toText(body["error_description"]), fields).slice(0, maxMessageChars);
    const retryAfterMs = readRetryAfterMs(response, await clock.now());
    const failure = toTokenFailure({ status: response.status, error, numbers, message, retryAfterMs });
    return { answer: { kind: "refused", error, failure } as const, isPublic: numbers.includes(publicClient) };
  };

  return async (endpoint, fields) => {
    const login = toCloudProfile(settings.cloudProfile)?.login;
    if (login === undefined) return failed(toFailure("connection.profileUnknown", settings.cloudProfile));
    const secret = await readSecret();
    if (secret.kind === "failed") return secret;
    const url = `${login}/${encodeURIComponent(settings.tenantId)}/oauth2/v2.0/${endpoint}`;
    const open = { ...fields, client_id: settings.clientId };
    const forms = endpoint === "token" ? [{ ...open, client_secret: secret.value.value }, open] : [open];
    for (const form of forms) {
      const response = await post(url, form);
      if (response.kind === "failed") return failed({ ...response.failure, code: toTokenCode(response.failure.code) });
      const { answer, isPublic } = await read(response.value, form);
      // A device signs in as a public client, whom Entra may not let say a secret, then or later.
      if (!isPublic || form === open) return answer;
    }
    throw new Error("The last form has no secret that could be refused.");
  };
};
