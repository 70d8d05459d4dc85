import type { Failure } from "../domain/failure/Failure";
import type { Outcome } from "../domain/failure/Outcome";
import type { Audience } from "../domain/signIn/Audience";

/** What Microsoft Entra gave. Never leaves the engine but into the host's memory and a secured column. */
export interface TokenGrant {
  accessToken: string;
  lifeMs: number;
  /** Empty where it gave none. */
  refreshToken: string;
  /** Empty where it gave none. */
  idToken: string;
}

/** A sign-in on another device that was begun. */
export interface DeviceSignIn {
  deviceCode: string;
  /** For the person to type at `verificationUri`. */
  userCode: string;
  verificationUri: string;
  lifeMs: number;
  intervalMs: number;
}

/** What asking after a sign-in on another device told. */
export type DeviceProgress =
  { kind: "granted"; grant: TokenGrant } | { kind: "pending" | "slowDown" | "declined" | "expired" };

/** Microsoft Entra, as the app registration of the settings. One request each, unless said. */
export interface IdentityProvider {
  /** Why nothing can be asked of it: a setting or the secret is missing. No request. */
  refuse(): Promise<Failure | null>;
  /** The code of a sign-in page, for the referrals audience. A code is good once. */
  redeemCode(code: string, verifier: string, redirectUri: string): Promise<Outcome<TokenGrant>>;
  beginOnDevice(): Promise<Outcome<DeviceSignIn>>;
  redeemDevice(deviceCode: string): Promise<Outcome<DeviceProgress>>;
  /** Access to an audience, and most often the refresh token that takes the place of the one given. */
  refresh(refreshToken: string, audience: Audience): Promise<Outcome<TokenGrant>>;
}
