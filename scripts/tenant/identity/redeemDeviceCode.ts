import type { DeviceSignIn } from "./DeviceSignIn";
import { grantToUser, type TokenGrant } from "./grantTokens";
import type { IdentityState } from "./IdentityState";
import { asksForRefreshToken, type Resource } from "./resources";
import { refuseToken, type TokenRefusal } from "./TokenRefusal";

/** The device's poll: pending until the person has decided. */
export function redeemDeviceCode(
  state: IdentityState,
  form: URLSearchParams,
  clientId: string,
  resource: Resource,
): TokenGrant | TokenRefusal {
  const deviceCode = form.get("device_code");
  if (deviceCode === null) return refuseToken("parameterMissing", "'device_code'");
  const row = findDeviceSignIn(state, deviceCode);
  if (row?.clientId !== clientId) return refuseToken("deviceCodeUnknown");
  if (row.outcome === "redeemed") return refuseToken("codeRedeemed");
  if (row.outcome === "declined") return refuseToken("deviceDeclined");
  if (state.clock() >= row.expiresAtMs) return refuseToken("deviceCodeExpired");
  if (row.outcome === "pending") return refuseToken("devicePending");
  state.deviceSignIns.set(row.userCode, { ...row, outcome: "redeemed" });
  return grantToUser(state, clientId, row.outcome, resource, asksForRefreshToken(row.scope));
}

export function findDeviceSignIn(state: IdentityState, deviceCode: string | null): DeviceSignIn | undefined {
  return [...state.deviceSignIns.values()].find((one) => one.deviceCode === deviceCode);
}
