import { toFailure } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { environmentVariables } from "../../domain/schema";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { Clock } from "../../ports/Clock";
import type { Audience, TokenSource } from "../../ports/TokenSource";
import { keepRefreshToken, readSignIn } from "./SignIn";
import type { Host } from "../host/Host";
import type { SendHttp } from "../host/Http";
import type { Memo } from "../host/Memo";
import { requestToken } from "./requestToken";

/** Resources that tokens are for; the same in every cloud profile. Source: api-authentication of the Referrals API. */
const resources: Readonly<Record<Audience, string>> = {
  referrals: "https://api.partner.microsoft.com",
  webhooks: "https://api.partnercenter.microsoft.com",
};

/** A token is not used in the last minutes of its life. */
const marginMs = 180_000;

export interface TokenSourceParts {
  host: Host;
  memo: Memo;
  clock: Clock;
  send: SendHttp;
  settings: SyncSettings;
}

/** Access tokens by the stored refresh token; kept in the host's memory, never stored, never traced. */
export const createTokenSource = ({ host, memo, clock, send, settings }: TokenSourceParts): TokenSource => {
  const memoKey = (audience: Audience): string =>
    `token ${audience} ${settings.cloudProfile} ${settings.tenantId} ${settings.clientId}`;

  const readSecret = async (): Promise<Outcome<string>> => {
    const name = environmentVariables.partnerCenterClientSecret.schemaName;
    const answer = await host.call<{ value: string | null }>("secret.get", { name });
    if (!answer.ok) return failed(toFailure("connection.settingsMissing", `${answer.code}: ${answer.message}`));
    const secret = answer.value.value ?? "";
    const isComplete = secret !== "" && settings.tenantId !== "" && settings.clientId !== "";
    if (isComplete) return done(secret);
    return failed(toFailure("connection.settingsMissing", "tenant id, client id or client secret is empty"));
  };

  const renew = async (audience: Audience): Promise<Outcome<string>> => {
    const secret = await readSecret();
    if (secret.kind === "failed") return secret;
    const signIn = await readSignIn(host);
    if (signIn.kind === "failed") return signIn;
    const { refreshToken } = signIn.value;
    const request = { settings, clientSecret: secret.value, refreshToken, resource: resources[audience] };
    const grant = await requestToken(send, clock, request);
    if (grant.kind === "failed") return grant;
    const rotated = grant.value.refreshToken;
    if (rotated !== "" && rotated !== refreshToken)
      await keepRefreshToken(host, signIn.value, rotated, await clock.now());
    const lifeMs = grant.value.lifeMs - marginMs;
    if (lifeMs > 0) await memo.put(memoKey(audience), grant.value.accessToken, lifeMs);
    return done(grant.value.accessToken);
  };

  return {
    renew,
    token: async (audience) => {
      const known = await memo.get(memoKey(audience));
      return known === null ? renew(audience) : done(known);
    },
  };
};
