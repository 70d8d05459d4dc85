import { answerEmpty, answerJson } from "../http/SandboxAnswer";
import { addressOf } from "../http/SandboxRequest";
import type { PatchOperation } from "../jsonPatch/JsonPatch";
import { parsePatch } from "../jsonPatch/parsePatch";
import type { Switches } from "../switches/switches";
import type { ApiRefusal } from "./ApiRefusal";
import { changeContent } from "./changeContent";
import { changeReferral } from "./changeReferral";
import { isDocumentedPath } from "./patchablePaths";
import { findReferral } from "./findReferral";
import { readJsonBody } from "./readJsonBody";
import type { StoredReferral } from "./Referral";
import type { ReferralOperation, ReferralRequest } from "./ReferralRequest";
import { refuseAccess, refuseRequest } from "./refuse";
import { viewReferral } from "./viewReferral";

/** `PATCH /referrals/{id}` with a JSON Patch document. */
export const patchReferral: ReferralOperation = (request, referralId) => {
  const { state, caller, http } = request;
  const found = findReferral(request, referralId);
  if (found.kind === "refused") return found;
  const { referral: before } = found;
  const refusal = refuseForeign(request, before) ?? refuseStale(request, before);
  if (refusal !== null) return refusal;
  const patch = readPatch(request);
  if (patch.kind === "refused") return patch;
  const changed = changeContent(state, before, patch.operations);
  if (changed.kind === "refused") return changed;
  const after = changeReferral(state, before, { content: changed.content }, "api");
  const headers = { etag: after.eTag };
  if (!/\breturn=representation\b/i.test(http.headers["prefer"] ?? "")) return answerEmpty(204, headers);
  const view = viewReferral(after, caller.organizationId, addressOf(http), state.switches);
  return answerJson(200, view, { ...headers, "preference-applied": "return=representation" });
};

function refuseForeign({ state, caller }: ReferralRequest, before: StoredReferral): ApiRefusal | null {
  if (before.organizationId === caller.organizationId || state.switches.microsoftReferralPatch === "accepted")
    return null;
  return refuseAccess("foreignReferral", `The referral belongs to ${before.organizationName}.`);
}

/** The header is optional, and binds when sent. */
function refuseStale({ state, http }: ReferralRequest, before: StoredReferral): ApiRefusal | null {
  const ifMatch = http.headers["if-match"];
  if (ifMatch === undefined || ifMatch.trim() === "*" || ifMatch.trim() === before.eTag) return null;
  return {
    kind: "refused",
    status: 412,
    code: state.switches.staleETagCode,
    message: "The referral has changed since it was read.",
    target: "If-Match",
    innerCode: "eTagMismatch",
  };
}

function readPatch({ state, http }: ReferralRequest): { kind: "patch"; operations: PatchOperation[] } | ApiRefusal {
  const body = readJsonBody(http);
  if (body.kind === "refused") return body;
  const patch = parsePatch(body.value);
  if (patch.kind === "malformed") return refuseRequest("malformedPatch", patch.message);
  if (patch.kind === "unsupported")
    return {
      ...refuseRequest(
        "operationNotSupported",
        `The operation ${patch.operation} is not supported; use add or replace.`,
      ),
      status: Number(state.switches.unsupportedPatchOperationStatus),
    };
  return checkPaths(patch.operations, state.switches) ?? patch;
}

function checkPaths(operations: readonly PatchOperation[], switches: Switches): ApiRefusal | null {
  if (switches.patchPaths === "anyWritable") return null;
  const foreign = operations.find(({ path }) => !isDocumentedPath(path));
  if (foreign === undefined) return null;
  return refuseRequest("pathNotPatchable", `${foreign.path} cannot be patched.`, foreign.path);
}
