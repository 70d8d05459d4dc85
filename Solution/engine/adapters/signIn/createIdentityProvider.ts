import { toFailure } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { toCloudProfile } from "../../domain/referral/CloudProfile";
import { audienceResources, signInScope } from "../../domain/signIn/audienceResources";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { Json, JsonObject } from "../../domain/values/Json";
import type { Clock } from "../../ports/Clock";
import type { DeviceProgress, IdentityProvider, TokenGrant } from "../../ports/IdentityProvider";
import type { Host } from "../host/Host";
import type { SendHttp } from "../host/Http";
import { createEntraClient, type EntraAnswer } from "./createEntraClient";
import { createReadSecret } from "./createReadSecret";

const deviceGrant = "urn:ietf:params:oauth:grant-type:device_code";
/** RFC 8628 where the server names none. */
const defaultIntervalSeconds = 5;

/** Words of OAuth's device flow that are no failures. */
const progress: Readonly<Record<string, Exclude<DeviceProgress["kind"], "granted">>> = {
  authorization_pending: "pending",
  slow_down: "slowDown",
  authorization_declined: "declined",
  access_denied: "declined",
  expired_token: "expired",
  code_expired: "expired",
  bad_verification_code: "expired",
};

const toText = (value: Json | undefined): string => (typeof value === "string" ? value : "");
const toMs = (value: Json | undefined): number =>
  typeof value === "number" ? value * 1000 : Number(toText(value) || "0") * 1000;

const toGrant = (body: JsonObject): Outcome<TokenGrant> => {
  const accessToken = toText(body["access_token"]);
  if (accessToken === "") return failed(toFailure("token.refused", "the answer holds no access token"));
  return done({
    accessToken,
    lifeMs: toMs(body["expires_in"]),
    refreshToken: toText(body["refresh_token"]),
    idToken: toText(body["id_token"]),
  });
};

/** A code that is worth nothing is refused in the words of a sign-in that ended. */
const ofCode = (outcome: Outcome<TokenGrant>): Outcome<TokenGrant> =>
  outcome.kind === "failed" && ["token.revoked", "token.expired", "token.malformed"].includes(outcome.failure.code)
    ? failed({ ...outcome.failure, code: "token.codeRefused" })
    : outcome;

const granted = (answer: EntraAnswer): Outcome<TokenGrant> =>
  answer.kind === "granted" ? toGrant(answer.body) : failed(answer.failure);

export interface IdentityParts {
  host: Host;
  clock: Clock;
  send: SendHttp;
  settings: SyncSettings;
}

/** Microsoft Entra over the bridge. Source: OAuth 2.0 code, device code and refresh flows of the Microsoft identity platform. */
export const createIdentityProvider = ({ host, clock, send, settings }: IdentityParts): IdentityProvider => {
  const readSecret = createReadSecret(host, settings);
  const ask = createEntraClient({ send, clock, settings, readSecret });
  return {
    findSecret: async () => {
      if (toCloudProfile(settings.cloudProfile) === null)
        return failed(toFailure("connection.profileUnknown", settings.cloudProfile));
      const secret = await readSecret();
      return secret.kind === "failed" ? secret : done(secret.value.place);
    },

    redeemCode: async (code, verifier, redirectUri) => {
      const grant = { grant_type: "authorization_code", code, code_verifier: verifier, redirect_uri: redirectUri };
      return ofCode(granted(await ask("token", { ...grant, scope: signInScope })));
    },

    beginOnDevice: async () => {
      const answer = await ask("devicecode", { scope: signInScope });
      if (answer.kind !== "granted") return failed(answer.failure);
      const { body } = answer;
      const [deviceCode, userCode] = [toText(body["device_code"]), toText(body["user_code"])];
      const verificationUri = toText(body["verification_uri"]);
      if (deviceCode === "" || userCode === "" || verificationUri === "")
        return failed(toFailure("token.refused", "the answer holds no device code"));
      const intervalMs = toMs(body["interval"]) || defaultIntervalSeconds * 1000;
      return done({ deviceCode, userCode, verificationUri, lifeMs: toMs(body["expires_in"]), intervalMs });
    },

    redeemDevice: async (deviceCode) => {
      const answer = await ask("token", { grant_type: deviceGrant, device_code: deviceCode });
      if (answer.kind === "refused") {
        const kind = Object.hasOwn(progress, answer.error) ? progress[answer.error] : undefined;
        return kind === undefined ? failed(answer.failure) : done({ kind });
      }
      const grant = granted(answer);
      return grant.kind === "failed" ? grant : done({ kind: "granted", grant: grant.value });
    },

    refresh: async (refreshToken, audience) =>
      granted(
        await ask("token", {
          grant_type: "refresh_token",
          refresh_token: refreshToken,
          scope: `${audienceResources[audience]}/.default offline_access`,
        }),
      ),
  };
};
