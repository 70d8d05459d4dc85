import { decodeBase64Url } from "../values/base64Url";
import { isJsonObject, type Json, type JsonObject } from "../values/Json";
import { parseJson } from "../values/parseJson";
import { decodeUtf8 } from "../values/utf8";

/** What tokens tell about a sign-in; null where they say nothing. */
export interface SignInClaims {
  name: string | null;
  tenantId: string | null;
  /** Whether a second factor was part of it. */
  withMfa: boolean | null;
}

const readClaims = (token: string): JsonObject => {
  const bytes = decodeBase64Url(token.split(".")[1] ?? "");
  const claims = parseJson((bytes === null ? null : decodeUtf8(bytes)) ?? "");
  return isJsonObject(claims) ? claims : {};
};

const textOf = (value: Json | undefined): string | null => (typeof value === "string" && value !== "" ? value : null);

/**
 * Reads tokens without checking them: they came straight from Microsoft Entra, and are asked for words only. An access token is
 * Partner Center's to read and may one day be closed to others; then less is known here, and nothing fails.
 */
export const readTokenClaims = (tokens: { idToken: string; accessToken: string }): SignInClaims => {
  const [identity, access] = [readClaims(tokens.idToken), readClaims(tokens.accessToken)];
  const methods = access["amr"] ?? identity["amr"];
  const names = ["preferred_username", "upn", "unique_name", "email", "name"];
  return {
    name: [identity, access].flatMap((claims) => names.flatMap((name) => textOf(claims[name]) ?? []))[0] ?? null,
    tenantId: textOf(identity["tid"]) ?? textOf(access["tid"]),
    withMfa: Array.isArray(methods) ? (methods as readonly Json[]).includes("mfa") : null,
  };
};
