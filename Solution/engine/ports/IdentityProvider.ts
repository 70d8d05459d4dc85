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

/** Where a client secret may be: in the secured column of the connection, or in Azure Key Vault by the environment variable. */
export type SecretPlace = "connection" | "keyVault";

/** Microsoft Entra, as the app registration of the settings. One request each, unless said. */
export interface IdentityProvider {
  /** Where the secret is; fails where nothing can be asked, as a setting or the secret is missing. No request to Entra. */
  findSecret(): Promise<Outcome<SecretPlace>>;
  /** The code of a sign-in page, for the referrals audience. A code is good once. */
  redeemCode(code: string, verifier: string, redirectUri: string): Promise<Outcome<TokenGrant>>;
  beginOnDevice(): Promise<Outcome<DeviceSignIn>>;
  redeemDevice(deviceCode: string): Promise<Outcome<DeviceProgress>>;
  /** Access to an audience, and most often the refresh token that takes the place of the one given. */
  refresh(refreshToken: string, audience: Audience): Promise<Outcome<TokenGrant>>;
}
