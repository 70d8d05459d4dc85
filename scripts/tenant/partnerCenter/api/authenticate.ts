import type { Identity } from "../../identity/createIdentity";
import type { Resource } from "../../identity/resources";
import { findPerson } from "../people/findPerson";
import type { SandboxRequest } from "../http/SandboxRequest";
import type { SandboxState } from "../SandboxState";
import type { Caller } from "./Caller";
import { readBearerToken } from "./readBearerToken";

export type AuthenticationFailure =
  "noToken" | "tokenInvalid" | "tokenExpired" | "wrongAudience" | "mfaClaimMissing" | "appOnlyToken";

/** The caller behind the bearer token, or why this resource does not trust it. */
export function authenticate(
  state: SandboxState,
  identity: Identity,
  resource: Resource,
  request: SandboxRequest,
  appOnly: "refused" | "accepted",
): { kind: "caller"; caller: Caller } | { kind: AuthenticationFailure } {
  const token = readBearerToken(request.headers);
  if (token === undefined) return { kind: "noToken" };
  const reading = identity.readAccessToken(token);
  if (reading.kind === "expired") return { kind: "tokenExpired" };
  if (reading.kind !== "valid") return { kind: "tokenInvalid" };
  const { claims } = reading;
  if (claims.aud !== resource) return { kind: "wrongAudience" };
  if (claims.idtyp === "app") {
    // App-only tokens have no person, so no second factor is asked of them.
    if (appOnly === "refused") return { kind: "appOnlyToken" };
  } else if (state.switches.mfaClaim === "required" && claims.amr?.includes("mfa") !== true) {
    return { kind: "mfaClaimMissing" };
  }
  const person = claims.idtyp === "app" ? null : findPerson(state, claims.upn ?? "");
  return { kind: "caller", caller: { organizationId: state.partner.organizationId, person } };
}

/** Words for a developer; clients branch on codes. */
export const authenticationWords: Record<AuthenticationFailure, string> = {
  noToken: "Access token is missing. Send it as Authorization: Bearer.",
  tokenInvalid: "Access token is invalid.",
  tokenExpired: "Access token has expired.",
  wrongAudience: "Access token was issued for another audience.",
  mfaClaimMissing: "The access token of a user must carry a multi-factor authentication claim.",
  appOnlyToken: "This operation needs app and user credentials; the token belongs to an app alone.",
};
