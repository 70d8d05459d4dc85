import { createHash } from "node:crypto";
import { deviceCodeSeconds, pollSeconds, type DeviceSignIn } from "./DeviceSignIn";
import type { IdentityState } from "./IdentityState";
import { isOwnTenant } from "./isOwnTenant";
import type { TokenAnswer, TokenRequest } from "./TokenRequest";
import { refusalBody, refuseToken, tokenRefusals, type TokenRefusal } from "./TokenRefusal";

/** `POST /{tenant}/oauth2/v2.0/devicecode`; `verificationUri` is where the person types the code. */
export function startDeviceSignIn(state: IdentityState, request: TokenRequest, verificationUri: string): TokenAnswer {
  const started = start(state, request);
  if ("kind" in started)
    return { status: tokenRefusals[started.reason].status, body: refusalBody(started, state.clock(), state.ids) };
  const { userCode, deviceCode } = started;
  return {
    status: 200,
    body: {
      user_code: userCode,
      device_code: deviceCode,
      verification_uri: verificationUri,
      expires_in: deviceCodeSeconds,
      interval: pollSeconds,
      message: `To sign in, use a web browser to open the page ${verificationUri} and enter the code ${userCode} to authenticate.`,
    },
  };
}

function start(state: IdentityState, { tenant, form }: TokenRequest): DeviceSignIn | TokenRefusal {
  if (!isOwnTenant(state.registration, tenant)) return refuseToken("tenantNotFound", `'${tenant}'`);
  const [clientId, scope] = [form.get("client_id"), form.get("scope")];
  if (clientId === null) return refuseToken("parameterMissing", "'client_id'");
  if (scope === null) return refuseToken("parameterMissing", "'scope'");
  const client = state.registration.clients.find((one) => one.clientId === clientId.toLowerCase());
  if (client === undefined) return refuseToken("clientNotFound", `'${clientId}'`);
  const deviceCode = `D${state.ids()}`;
  const signIn: DeviceSignIn = {
    deviceCode,
    userCode: typable(deviceCode),
    clientId: client.clientId,
    scope,
    expiresAtMs: state.clock() + deviceCodeSeconds * 1000,
    outcome: "pending",
  };
  state.deviceSignIns.set(signIn.userCode, signIn);
  return signIn;
}

const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // Without what people confuse.

function typable(deviceCode: string): string {
  const bytes = createHash("sha256").update(deviceCode).digest().subarray(0, 9);
  return [...bytes].map((byte) => alphabet[byte % alphabet.length]).join("");
}
