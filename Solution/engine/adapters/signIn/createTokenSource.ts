import { toFailure, type Failure } from "../../domain/failure/Failure";
import type { FailureCode } from "../../domain/failure/failureKinds";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { columns } from "../../domain/schema";
import type { Audience } from "../../domain/signIn/Audience";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { IdentityProvider } from "../../ports/IdentityProvider";
import type { TokenSource } from "../../ports/TokenSource";
import type { Host } from "../host/Host";
import type { Memo } from "../host/Memo";
import type { Rotations } from "./createRefreshTokenRotation";
import { readSecureRow } from "./secureRow";

/** A token is not used in the last minutes of its life. */
const marginMs = 180_000;

/** Refusals of a refresh token that another run may have used up a moment ago. */
const usedUp: readonly FailureCode[] = ["token.revoked", "token.expired", "token.malformed"];
/** Looks at the stored sign-in until its refusal is believed. */
const looks = 4;

export interface TokenSourceParts {
  host: Host;
  memo: Memo;
  identity: IdentityProvider;
  rotations: Rotations;
  settings: SyncSettings;
}

/** Access tokens by the stored refresh token; kept in the host's memory, never stored, never traced. */
export const createTokenSource = ({ host, memo, identity, rotations, settings }: TokenSourceParts): TokenSource => {
  const { cloudProfile, tenantId, clientId } = settings;
  const memoKey = (audience: Audience): string => `token ${audience} ${cloudProfile} ${tenantId} ${clientId}`;

  const remembered = async (audience: Audience): Promise<string | null> => (await memo.get(memoKey(audience))) || null;

  const remember: TokenSource["remember"] = async (audience, token) => {
    const lifeMs = (token?.lifeMs ?? 0) - marginMs;
    if (token === null) await memo.put(memoKey(audience), "", marginMs);
    else if (lifeMs > 0) await memo.put(memoKey(audience), token.accessToken, lifeMs);
  };

  const stored = async (): Promise<Outcome<string>> => {
    const row = await readSecureRow(host);
    if (row.kind === "failed") return row;
    const refreshToken = row.value?.text(columns.connection.refreshToken) ?? "";
    return refreshToken === ""
      ? failed(toFailure("connection.notSignedIn", "no refresh token is stored"))
      : done(refreshToken);
  };

  const redeem = async (refreshToken: string, used: string, audience: Audience): Promise<Outcome<string>> => {
    const grant = await identity.refresh(used, audience);
    if (grant.kind === "failed") return grant;
    await remember(audience, grant.value);
    await rotations.take(refreshToken, grant.value);
    return done(grant.value.accessToken);
  };

  /**
   * Where a used refresh token is worth nothing, the loser of a race is refused; the winner has stored, or at least remembers,
   * what is worth something. Only when nobody has anything newer the refusal is the sign-in's.
   */
  const renew = async (audience: Audience): Promise<Outcome<string>> => {
    const refused = await remembered(audience);
    const secret = await identity.findSecret();
    if (secret.kind === "failed") return secret;
    const used = new Set<string>();
    let refusal: Failure = toFailure("token.refused", "nothing was asked");
    for (let look = 0; look < looks; look += 1) {
      const refreshToken = await stored();
      if (refreshToken.kind === "failed") return refreshToken;
      const candidates = [await rotations.newest(refreshToken.value), refreshToken.value];
      const next = candidates.find((candidate) => !used.has(candidate));
      if (next === undefined) {
        const others = await remembered(audience);
        if (others !== null && others !== refused) return done(others);
        continue;
      }
      const token = await redeem(refreshToken.value, next, audience);
      if (token.kind === "done" || !usedUp.includes(token.failure.code)) return token;
      refusal = token.failure;
      used.add(next);
    }
    return failed(refusal);
  };

  return {
    renew,
    remember,
    token: async (audience) => {
      const known = await remembered(audience);
      return known === null ? renew(audience) : done(known);
    },
  };
};
