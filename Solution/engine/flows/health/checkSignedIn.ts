import { failedCheck, notTried, ok, type HealthCheck } from "../../domain/health/HealthCheck";
import { checkWebhook } from "../../domain/health/checkWebhook";
import { checkMfa } from "../../domain/health/checkMfa";
import { toRegistrationWords } from "../../domain/registration/RegistrationAnswer";
import type { Audience } from "../../domain/signIn/Audience";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { EnginePorts } from "../EnginePorts";
import { checkRegistration } from "../registration/checkRegistration";

const checkToken = async (
  { tokens }: EnginePorts,
  settings: SyncSettings,
  name: "referralsToken" | "webhooksToken",
  audience: Audience,
): Promise<HealthCheck> => {
  const token = await tokens(settings).renew(audience);
  return token.kind === "failed" ? failedCheck(name, token.failure.code) : ok(name, "Microsoft Entra gave a token.");
};

const checkReferrals = async ({ probe }: EnginePorts, settings: SyncSettings): Promise<HealthCheck[]> => {
  const look = await probe(settings).look();
  if (look.kind === "done")
    return [
      ok("referrals", "Partner Center answers, and the user may read referrals."),
      checkMfa(look.value.isMfaCompliant),
    ];
  const { code } = look.failure;
  const refused = failedCheck("referrals", code);
  return [refused, code === "partnerCenter.mfaRequired" ? checkMfa(false) : notTried("secondFactor", "referrals")];
};

/** What only a sign-in can try: a token for each audience, the Referrals API, the webhook registration. */
export const checkSignedIn = async (ports: EnginePorts, settings: SyncSettings): Promise<HealthCheck[]> => {
  const referralsToken = await checkToken(ports, settings, "referralsToken", "referrals");
  const webhooksToken = await checkToken(ports, settings, "webhooksToken", "webhooks");
  const referrals =
    referralsToken.state === "ok"
      ? await checkReferrals(ports, settings)
      : [notTried("referrals", "referralsToken"), notTried("secondFactor", "referralsToken")];
  if (webhooksToken.state !== "ok")
    return [referralsToken, webhooksToken, ...referrals, notTried("registration", "webhooksToken")];
  const registration = await checkRegistration(ports);
  const judged =
    registration.kind === "done"
      ? checkWebhook(registration.value)
      : failedCheck("registration", registration.failure.code, toRegistrationWords);
  return [referralsToken, webhooksToken, ...referrals, judged];
};
