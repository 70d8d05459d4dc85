import type { SandboxRequest } from "../http/SandboxRequest";
import type { ApiRefusal } from "../referrals/ApiRefusal";
import { refuseRequest } from "../referrals/refuse";
import type { Switches } from "../switches/switches";

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const guidHeaders = ["client-request-id", "ms-correlationid", "x-caller-id"];
const jsonTypes = ["application/json", "application/json-patch+json"];

/** Headers a request must bring, or null when they are in order. */
export function checkReferralHeaders({ method, headers }: SandboxRequest, switches: Switches): ApiRefusal | null {
  if (switches.clientRequestId === "required" && headers["client-request-id"] === undefined)
    return refuseRequest("clientRequestIdMissing", "The header client-request-id is required.", "client-request-id");
  const malformed = guidHeaders.find((name) => headers[name] !== undefined && !guid.test(headers[name] ?? ""));
  if (malformed !== undefined)
    return refuseRequest("headerNotGuid", `The header ${malformed} must be a GUID.`, malformed);
  if (!acceptsJson(headers["accept"]))
    return { ...refuseRequest("notAcceptable", "Only application/json can be returned.", "Accept"), status: 406 };
  if (["POST", "PATCH", "PUT"].includes(method) && !jsonTypes.includes(mediaTypeOf(headers["content-type"])))
    return { ...refuseRequest("unsupportedMediaType", "Send application/json.", "Content-Type"), status: 415 };
  return null;
}

function acceptsJson(accept: string | undefined): boolean {
  if (accept === undefined) return true;
  return accept.split(",").some((range) => ["*/*", "application/*", "application/json"].includes(mediaTypeOf(range)));
}

function mediaTypeOf(header: string | undefined): string {
  return (header ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}
