import { createHmac, timingSafeEqual } from "node:crypto";

/** What an access token says; names are Entra's claim names, times are seconds since 1970. */
export interface AccessTokenClaims {
  aud: string;
  iss: string;
  iat: number;
  exp: number;
  tid: string;
  appid: string;
  /** "user" for a person's token, "app" for one without a person. */
  idtyp: "user" | "app";
  oid?: string;
  upn?: string;
  scp?: string;
  amr?: string[];
}

export type AccessTokenReading =
  { kind: "valid"; claims: AccessTokenClaims } | { kind: "malformed" } | { kind: "forged" } | { kind: "expired" };

const header = encode({ typ: "JWT", alg: "HS256" });

/** A JWT signed with HS256. Differs from Entra, which signs RS256: no client of a resource may look inside its token. */
export function signAccessToken(claims: AccessTokenClaims, secret: string): string {
  const content = `${header}.${encode(claims)}`;
  return `${content}.${signatureOf(content, secret)}`;
}

export function readAccessToken(token: string, secret: string, nowMs: number): AccessTokenReading {
  const [head, body, signature, ...rest] = token.split(".");
  if (head === undefined || body === undefined || signature === undefined || rest.length > 0)
    return { kind: "malformed" };
  const expected = Buffer.from(signatureOf(`${head}.${body}`, secret));
  const actual = Buffer.from(signature);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return { kind: "forged" };
  // The signature vouches for the shape: nobody else signs with this secret.
  const claims = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as AccessTokenClaims;
  return claims.exp * 1000 > nowMs ? { kind: "valid", claims } : { kind: "expired" };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function signatureOf(content: string, secret: string): string {
  return createHmac("sha256", secret).update(content).digest("base64url");
}
