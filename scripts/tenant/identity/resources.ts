/**
 * The two audiences of Partner Center: a token for one is refused by the other.
 * Source: MicrosoftDocs/partner-rest, api-authentication.md.
 */
export const resources = {
  referrals: "https://api.partner.microsoft.com",
  partnerCenter: "https://api.partnercenter.microsoft.com",
} as const;

/** Origin of what a token is for. */
export type Resource = string;

/** Scopes every sign-in may ask for; they name no resource. */
const openIdScopes = new Set(["openid", "profile", "email", "offline_access"]);

/** The one of these resources that a v2 `scope` names, as `<resource>/.default` or `<resource>/<permission>`; null when it names none or two. */
export function parseResourceOfScope(scope: string, known: readonly Resource[]): Resource | null {
  const asked = scope.split(/\s+/).filter((part) => part !== "" && !openIdScopes.has(part));
  const named = new Set(asked.map((permission) => known.find((one) => permission.startsWith(`${one}/`)) ?? null));
  const [only] = named;
  return named.size === 1 && only !== undefined ? only : null;
}

/** Without `offline_access` a sign-in brings no refresh token. */
export function asksForRefreshToken(scope: string): boolean {
  return scope.split(/\s+/).includes("offline_access");
}
