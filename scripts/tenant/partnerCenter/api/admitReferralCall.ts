import type { Identity } from "../../identity/createIdentity";
import { resources } from "../../identity/resources";
import type { SandboxRequest } from "../http/SandboxRequest";
import { hasRole } from "../people/Person";
import type { ApiRefusal } from "../referrals/ApiRefusal";
import { refuseAccess } from "../referrals/refuse";
import type { SandboxState } from "../SandboxState";
import { authenticate, authenticationWords } from "./authenticate";
import type { Caller } from "./Caller";
import { checkReferralHeaders } from "./checkReferralHeaders";

/** Lets a call into the Referrals API: first the token, then the role, then the headers. */
export function admitReferralCall(
  state: SandboxState,
  identity: Identity,
  request: SandboxRequest,
): { kind: "caller"; caller: Caller } | ApiRefusal {
  const reading = authenticate(state, identity, resources.referrals, request, state.switches.appOnlyReferralCalls);
  if (reading.kind === "caller")
    return refuseWithoutRole(reading.caller) ?? checkReferralHeaders(request, state.switches) ?? reading;
  const message = authenticationWords[reading.kind];
  const common = { kind: "refused", message, target: "referral", innerCode: reading.kind } as const;
  if (reading.kind === "appOnlyToken") return { ...common, status: 403, code: "accessDenied" };
  const code = reading.kind === "mfaClaimMissing" ? "900421" : state.switches.unauthenticatedCode;
  return { ...common, status: 401, code, headers: { "www-authenticate": "Bearer" } };
}

/** Source: partner-center permissions overview. */
function refuseWithoutRole({ person }: Caller): ApiRefusal | null {
  if (person === null || hasRole(person, "referralsAdmin", "referralsUser")) return null;
  return refuseAccess("roleMissing", `${person.name} needs the role Referrals admin or Referrals user.`);
}
