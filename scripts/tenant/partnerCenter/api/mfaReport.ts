import type { Identity } from "../../identity/createIdentity";
import type { SandboxRequest } from "../http/SandboxRequest";
import { readBearerToken } from "./readBearerToken";

/** To a call with `ValidateMfa: true`, whether its user's token would pass the check of the second factor. */
export function mfaReport(identity: Identity, { headers }: SandboxRequest): Record<string, string> {
  if (headers["validatemfa"]?.toLowerCase() !== "true") return {};
  const reading = identity.readAccessToken(readBearerToken(headers) ?? "");
  if (reading.kind !== "valid" || reading.claims.idtyp === "app") return {};
  return { ismfacompliant: String(reading.claims.amr?.includes("mfa") === true) };
}
