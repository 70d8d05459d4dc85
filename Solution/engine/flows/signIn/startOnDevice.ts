import { signInAnswers, type SignInAnswer } from "../../domain/signIn/SignInAnswer";
import { addMs } from "../../domain/values/instant";
import type { SignInRun } from "./SignInRun";

/** Begins a sign-in on another device, for administrators whose browser cannot come back here. */
export const startOnDevice = async ({ ports, identity }: SignInRun): Promise<SignInAnswer> => {
  const device = await identity.beginOnDevice();
  if (device.kind === "failed") return signInAnswers.failed(device.failure);
  const { deviceCode, userCode, verificationUri, lifeMs, intervalMs } = device.value;
  const expiresOn = addMs(await ports.clock.now(), lifeMs);
  const saveFailure = await ports.signIns.begin({ kind: "device", deviceCode, intervalMs, expiresOn });
  if (saveFailure !== null) return signInAnswers.failed(saveFailure);
  const shown = { userCode, verificationUri, lifeSeconds: lifeMs / 1000 };
  return { ...signInAnswers.begunOnDevice(shown, intervalMs / 1000), expiresOn };
};
