import type { Identity } from "../../identity/createIdentity";
import { answerJson, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxRequest } from "../http/SandboxRequest";
import { apiErrorBody, type ApiRefusal } from "../referrals/ApiRefusal";
import { createReferral } from "../referrals/createReferral";
import { expireDue } from "../referrals/expireDue";
import { getReferral } from "../referrals/getReferral";
import { listReferrals } from "../referrals/listReferrals";
import { patchReferral } from "../referrals/patchReferral";
import type { ReferralOperation } from "../referrals/ReferralRequest";
import { refuseDeprecatedPut } from "../referrals/refuseDeprecatedPut";
import type { SandboxState } from "../SandboxState";
import { admitReferralCall } from "./admitReferralCall";
import type { ApiCall, ApiOperation } from "./ApiCall";
import { mfaReport } from "./mfaReport";
import { referralFailure } from "./referralFailure";

const prefix = "/partner/";
/** Slashes after the id are taken too: the connector's swagger uses them to tell its actions apart. */
const address = /^\/partner\/v1\.0\/engagements\/referrals(?:\/([^/]+))?\/*$/;

interface Endpoint {
  operation: ApiOperation;
  carryOut: ReferralOperation;
}

const collection: Readonly<Record<string, Endpoint>> = {
  POST: { operation: "POST referral", carryOut: createReferral },
  GET: { operation: "GET referrals", carryOut: listReferrals },
};
const single: typeof collection = {
  GET: { operation: "GET referral", carryOut: getReferral },
  PATCH: { operation: "PATCH referral", carryOut: patchReferral },
  PUT: { operation: "PUT referral", carryOut: refuseDeprecatedPut },
};

/** `https://api.partner.microsoft.com`, standing at `/partner`. */
export function referralsApi(state: SandboxState, identity: Identity, request: SandboxRequest): ApiCall | null {
  if (!request.path.startsWith(prefix)) return null;
  const place = address.exec(request.path);
  const endpoints = place?.[1] === undefined ? collection : single;
  const endpoint = place === null ? undefined : endpoints[request.method];
  const respond = (outcome: HttpAnswer | ApiRefusal): HttpAnswer => {
    const answer = outcome.kind === "refused" ? renderRefusal(outcome) : outcome;
    return {
      ...answer,
      headers: { ...serviceHeaders(state, request), ...mfaReport(identity, request), ...answer.headers },
    };
  };
  return {
    operation: endpoint?.operation ?? "unknown",
    perform() {
      const admission = admitReferralCall(state, identity, request);
      if (admission.kind === "refused") return respond(admission);
      if (place === null) return respond(refuseAddress(request));
      if (endpoint === undefined) return respond(refuseMethod(request, Object.keys(endpoints)));
      expireDue(state);
      return respond(endpoint.carryOut({ state, caller: admission.caller, http: request }, place[1] ?? ""));
    },
    fail: (failure) => respond(referralFailure(failure, state)),
  };
}

function renderRefusal(refusal: ApiRefusal): HttpAnswer {
  return answerJson(refusal.status, apiErrorBody(refusal), refusal.headers);
}

function refuseAddress({ path }: SandboxRequest): ApiRefusal {
  const message = `No resource at ${path}.`;
  return {
    kind: "refused",
    status: 404,
    code: "itemNotFound",
    message,
    target: "address",
    innerCode: "addressUnknown",
  };
}

function refuseMethod({ method }: SandboxRequest, allowed: readonly string[]): ApiRefusal {
  const message = `${method} is not allowed here.`;
  const headers = { allow: allowed.join(", ") };
  return {
    kind: "refused",
    status: 405,
    code: "invalidRequest",
    message,
    target: "method",
    innerCode: "methodNotAllowed",
    headers,
  };
}

/** Source: MicrosoftDocs/partner-rest, headers.md. */
function serviceHeaders(state: SandboxState, request: SandboxRequest): Record<string, string> {
  const clientRequestId = request.headers["client-request-id"];
  return {
    "request-id": state.ids(),
    ...(clientRequestId === undefined ? {} : { "client-request-id": clientRequestId }),
    "x-ms-ags-diagnostic": JSON.stringify({ ServerInfo: { DataCenter: "Local sandbox" } }),
    timestamp: new Date(state.clock()).toISOString(),
  };
}
