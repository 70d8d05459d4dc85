import type { IdentityState } from "./IdentityState";
import type { RegisteredClient } from "./Registration";
import { responseModes, type SignInAnswer, type SignInReading } from "./SignInRequest";
import type { CodeBinding } from "./AuthorizationCode";
import { isOwnTenant } from "./isOwnTenant";
import { refuseToken } from "./TokenRefusal";

/** The query of `GET /{tenant}/oauth2/v2.0/authorize`. */
export function readSignInRequest(state: IdentityState, tenant: string, query: URLSearchParams): SignInReading {
  const { registration } = state;
  if (!isOwnTenant(registration, tenant)) return refuseToken("tenantNotFound", `'${tenant}'`);
  const clientId = query.get("client_id");
  if (clientId === null) return refuseToken("parameterMissing", "'client_id'");
  const client = registration.clients.find((one) => one.clientId === clientId.toLowerCase());
  if (client === undefined) return refuseToken("clientNotFound", `'${clientId}'`);
  const redirectUri = query.get("redirect_uri") ?? client.redirectUris?.[0] ?? "";
  if (!isRegistered(client, redirectUri)) return refuseToken("redirectUriUnknown", `'${redirectUri}'`);
  const responseMode = responseModes.find((mode) => mode === (query.get("response_mode") ?? "query"));
  const common = { redirectUri, responseMode: responseMode ?? "query", state: query.get("state") } as const;
  if (responseMode === undefined) return refuseBack(common, "invalid_request", "AADSTS70007: response_mode");
  if (query.get("response_type") !== "code")
    return refuseBack(common, "unsupported_response_type", "AADSTS700054: only response_type 'code' is enabled here");
  const scopes = (query.get("scope") ?? "").split(/\s+/).filter((scope) => scope !== "");
  if (scopes.length === 0) return refuseBack(common, "invalid_request", "AADSTS900144: 'scope' is missing");
  const binding = readBinding(query, scopes);
  if (binding === null) return refuseBack(common, "invalid_request", "AADSTS501491: code_challenge_method");
  return { kind: "signIn", clientId: client.clientId, ...common, binding, scopes, loginHint: query.get("login_hint") };
}

/** Entra leaves the port of a loopback address open. */
function isRegistered({ redirectUris }: RegisteredClient, redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const { protocol, hostname } = new URL(redirectUri);
  const isLoopback = protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (redirectUris === undefined) return isLoopback || protocol === "https:";
  return redirectUris.some((known) => known === redirectUri || (isLoopback && known === withoutPort(redirectUri)));
}

function withoutPort(address: string): string {
  const url = new URL(address);
  url.port = "";
  return url.href;
}

function readBinding(query: URLSearchParams, scopes: readonly string[]): CodeBinding | null {
  const [value, method] = [query.get("code_challenge"), query.get("code_challenge_method") ?? "plain"];
  if (method !== "S256" && method !== "plain") return null;
  return {
    redirectUri: query.get("redirect_uri"),
    challenge: value === null ? null : { method, value },
    scope: scopes.join(" "),
  };
}

function refuseBack(
  { redirectUri, responseMode, state }: Pick<SignInAnswer, "redirectUri" | "responseMode"> & { state: string | null },
  error: string,
  words: string,
): SignInAnswer {
  const fields = { error, error_description: words, ...(state === null ? {} : { state }) };
  return { kind: "answer", redirectUri, responseMode, fields };
}
