import type { SignedInUser } from "./Registration";

/** A sign-in on one machine for an app on another. */
export interface DeviceSignIn {
  deviceCode: string;
  /** What the person types, such as "K7QM2XWPA". */
  userCode: string;
  clientId: string;
  /** What was asked for at the start. */
  scope: string;
  expiresAtMs: number;
  outcome: "pending" | "declined" | "redeemed" | SignedInUser;
}

export const deviceCodeSeconds = 900;
export const pollSeconds = 5;

/** How RFC 8628 names the grant, and how MSAL does. */
const deviceGrantTypes = ["urn:ietf:params:oauth:grant-type:device_code", "device_code"];

export const isDeviceGrant = (grantType: string): boolean => deviceGrantTypes.includes(grantType);
