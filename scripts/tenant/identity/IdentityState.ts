import type { AuthorizationCode } from "./AuthorizationCode";
import type { DeviceSignIn } from "./DeviceSignIn";
import type { KeyedStore } from "./KeyedStore";
import type { RefreshToken } from "./RefreshToken";
import type { Registration } from "./Registration";

export interface IdentityOptions {
  /** Milliseconds since 1970 UTC, as `Date.now`. */
  clock: () => number;
  /** A new GUID, as `crypto.randomUUID`. */
  ids: () => string;
  registration: Registration;
  /** Key of the access tokens' signatures; the same after a restart, so that tokens in a client's memory stay good. */
  signingSecret: string;
  /** @default a `Map`, forgotten at the end of the process */
  refreshTokens?: KeyedStore<RefreshToken>;
  /** @default 3600 seconds, as Entra's usual 60 to 90 minutes */
  accessTokenSeconds?: number;
  /**
   * What a redeemed refresh token is worth afterwards. Entra "doesn't revoke old refresh tokens when used to fetch new
   * access tokens"; "revoked" plays the stricter servers, where the loser of a race is out.
   * @default "staysValid"
   */
  earlierRefreshToken?: () => "staysValid" | "revoked";
}

/** The options with their defaults filled, and what lives no longer than the process. */
export interface IdentityState extends Required<IdentityOptions> {
  codes: Map<string, AuthorizationCode>;
  /** By the code a person types. */
  deviceSignIns: Map<string, DeviceSignIn>;
}

export function openIdentityState(options: IdentityOptions): IdentityState {
  return {
    refreshTokens: new Map<string, RefreshToken>(),
    accessTokenSeconds: 3600,
    earlierRefreshToken: () => "staysValid",
    ...options,
    codes: new Map(),
    deviceSignIns: new Map(),
  };
}
