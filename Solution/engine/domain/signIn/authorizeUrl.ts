import { hexToBase64Url } from "../values/base64Url";
import { signInScope } from "./audienceResources";

/** What the address of a sign-in page holds. */
export interface SignInPage {
  /** Base of Microsoft Entra's endpoints. */
  login: string;
  tenantId: string;
  clientId: string;
  redirectUri: string;
  state: string;
  /** SHA-256 of the code verifier, in hexadecimal. */
  verifierHash: string;
}

/** Web resources take no parameters in their query that they do not know; what stands behind `#` stays in the browser. */
const webResource = /\/WebResources\//;

/**
 * Address of the page on which a person signs in. `prompt=login` makes it a sign-in of its own: one that the browser remembers
 * may be of somebody else, or without the second factor that Partner Center asks for.
 */
export const authorizeUrl = ({ login, tenantId, clientId, redirectUri, state, verifierHash }: SignInPage): string => {
  const query = {
    client_id: clientId,
    response_type: "code",
    response_mode: webResource.test(redirectUri) ? "fragment" : "query",
    redirect_uri: redirectUri,
    scope: signInScope,
    state,
    code_challenge: hexToBase64Url(verifierHash),
    code_challenge_method: "S256",
    prompt: "login",
  };
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${login}/${encodeURIComponent(tenantId)}/oauth2/v2.0/authorize?${pairs.join("&")}`;
};
