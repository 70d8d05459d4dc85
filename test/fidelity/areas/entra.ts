import type { FidelityEntry } from "../FidelityEntry";
import { learn, tested } from "./tested";

const code = learn("entra/identity-platform/v2-oauth2-auth-code-flow");
const device = learn("entra/identity-platform/v2-oauth2-device-code");
const app = learn("entra/identity-platform/v2-oauth2-client-creds-grant-flow");
const refresh = learn("entra/identity-platform/refresh-tokens");
const access = learn("entra/identity-platform/access-tokens");
const redirect = learn("entra/identity-platform/reply-url");
const scopes = learn("entra/identity-platform/scopes-oidc");
const errors = learn("entra/identity-platform/reference-error-codes");
const folder = "test/scripts/tenant/identity";

/** Sign-in and tokens of Microsoft Entra. */
export const entraEntries: readonly FidelityEntry[] = [
  ...tested("entra", `${folder}/tokenEndpoint.test.ts`, [
    [
      "A refresh token is good for every resource the person consented to, one at a time.",
      refresh,
      "one refresh token serves both resources, one at a time",
    ],
    [
      "Each redemption brings a new refresh token, and the earlier one stays good.",
      refresh,
      "every redemption brings a new refresh token; by default the earlier one stays good",
    ],
    [
      "A refresh token dies after 90 days without use.",
      refresh,
      "a refresh token that idles for 90 days is dead; one in use lives on",
    ],
    [
      "A revoked refresh token is refused with invalid_grant.",
      refresh,
      "a revoked refresh token is refused, and so is every token of a revoked sign-in",
    ],
    ["An access token ends after about an hour.", access, "an access token ends after an hour"],
    ["Claims of a token hold only with their signature.", access, "claims cannot be changed without the key"],
    [
      "Client credentials bring a token without a person and without a refresh token.",
      app,
      "an app without a person gets a token that says so, and no refresh token",
    ],
    [
      "An authorization code is good once, and for its app only.",
      code,
      "an authorization code is good once, for the app it was made for",
    ],
    ["A refresh token belongs to one app.", refresh, "a refresh token belongs to one app"],
    [
      "What is wrong with a token request is told by error and AADSTS number.",
      errors,
      "a request with %j is refused with %i %s",
    ],
    ["A tenant may be named by id, by domain, or as common and organizations.", code, "the tenant may be called %s"],
    ["A tenant there is not is refused with AADSTS90002.", errors, "another tenant is not found"],
  ]),
  ...tested("entra", `${folder}/signIn.test.ts`, [
    [
      "A sign-in ends with a code and the app's own state.",
      code,
      "a sign-in ends with a code and the app's own state, and the code with tokens for both audiences",
    ],
    [
      "The tokens of a sign-in say in amr whether there was a second factor.",
      access,
      "a sign-in without the second factor leaves its mark on every token that follows",
    ],
    ["Without offline_access there is no refresh token.", scopes, "without offline_access there is no refresh token"],
    ["Who declines sends the app access_denied.", code, "whoever declines sends the app away with a reason"],
    ["An authorization code ends after ten minutes.", code, "a code ends after ten minutes"],
    [
      "A code is redeemed with the address it was sent to.",
      code,
      "a code is redeemed with the address it was sent to, and no other",
    ],
    [
      "With PKCE only the verifier behind the challenge redeems the code.",
      code,
      "law: with PKCE only the verifier behind the challenge redeems the code",
    ],
    [
      "An address that is not registered ends on Entra's own page, and never at the app.",
      redirect,
      "a request with %j stays on the page: its address cannot be trusted",
    ],
    [
      "The port of a registered address on localhost counts for nothing.",
      redirect,
      "registered addresses bind, but for the port on this machine",
    ],
  ]),
  ...tested("entra", `${folder}/deviceCode.test.ts`, [
    [
      "A device is told user_code, verification_uri, interval and message, and waits with authorization_pending.",
      device,
      "a device is told what to show, waits, and gets tokens for the scopes it began with",
    ],
    ["A device code is decided and redeemed once.", device, "a code is decided once and redeemed once"],
    ["A person who declines ends the wait with authorization_declined.", device, "a person may decline"],
    [
      "A device code ends after fifteen minutes with expired_token.",
      device,
      "after fifteen minutes nobody decides and nobody redeems any more",
    ],
    [
      "A device code of another app is refused with bad_verification_code.",
      device,
      "an unknown code, and one of another app, are bad ones",
    ],
    [
      "Only an app that is a public client does without its secret: AADSTS7000218.",
      errors,
      "only an app that may be public does without its secret, and nobody with a wrong one",
    ],
  ]),
  ...tested("entra", "test/scripts/deploy/deploy.test.ts", [
    [
      "An environment names its tenant in WWW-Authenticate to whoever asks without a token.",
      learn("power-apps/developer/data-platform/authenticate-oauth"),
      "an app signs in with its secret, at the tenant that the environment names",
    ],
    ["A wrong secret is refused with AADSTS7000215.", errors, "a wrong secret is told as that, with whose it is"],
  ]),
];
