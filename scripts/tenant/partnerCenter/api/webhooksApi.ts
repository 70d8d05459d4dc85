import type { Identity } from "../../identity/createIdentity";
import { resources } from "../../identity/resources";
import { answerJson, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxRequest } from "../http/SandboxRequest";
import { hasRole } from "../people/Person";
import type { SandboxState } from "../SandboxState";
import type { Switches } from "../switches/switches";
import { changeRegistration } from "../webhooks/changeRegistration";
import { readRegistration } from "../webhooks/readRegistration";
import { webhookEvents } from "../webhooks/WebhookRegistration";
import { readValidationEvent, sendValidationEvent } from "../webhooks/validationEvents";
import { isWebhookRefusal, type WebhookOutcome, type WebhookRefusal } from "../webhooks/WebhookOutcome";
import type { ApiCall } from "./ApiCall";
import type { Caller } from "./Caller";
import { authenticate, authenticationWords } from "./authenticate";
import { mfaReport } from "./mfaReport";

const prefix = "/partnercenter/";
const registration = "/partnercenter/webhooks/v1/registration";

/** `https://api.partnercenter.microsoft.com`, standing at `/partnercenter`. */
export function webhooksApi(state: SandboxState, identity: Identity, request: SandboxRequest): ApiCall | null {
  if (!request.path.startsWith(prefix)) return null;
  const known = request.path.startsWith(registration);
  const respond = (outcome: WebhookOutcome): HttpAnswer => {
    const { status, body, headers = {} } = isWebhookRefusal(outcome) ? render(outcome) : outcome;
    return answerJson(status, body, {
      "ms-requestid": state.ids(),
      ...correlationOf(request),
      ...mfaReport(identity, request),
      ...headers,
    });
  };
  return {
    operation: known ? "webhook registration" : "unknown",
    perform() {
      const reading = authenticate(state, identity, resources.partnerCenter, request, "accepted");
      if (reading.kind === "caller")
        return respond(refuseWithoutRole(reading.caller, state.switches) ?? carryOut(state, request));
      const code = reading.kind === "mfaClaimMissing" ? "900421" : "Unauthorized";
      return respond({ status: 401, code, description: authenticationWords[reading.kind] });
    },
    fail({ status, retryAfterSeconds, code }) {
      const headers = retryAfterSeconds === null ? {} : { "retry-after": String(retryAfterSeconds) };
      return respond({
        status,
        code: code ?? String(status),
        description: `The sandbox was asked to answer ${status}.`,
        headers,
      });
    },
  };
}

/** Source: partner-center-webhooks.md. */
function refuseWithoutRole({ person }: Caller, { registrationRoles }: Switches): WebhookRefusal | null {
  const mayRegister = person === null || hasRole(person, "billingAdmin", "adminAgent", "salesAgent", "helpdeskAgent");
  if (mayRegister || registrationRoles === "notChecked") return null;
  return {
    status: 403,
    code: "Forbidden",
    description: `${person.name} has none of the roles that register webhooks.`,
  };
}

function carryOut(state: SandboxState, request: SandboxRequest): WebhookOutcome {
  const route = `${request.method} ${request.path}`;
  switch (route) {
    case `GET ${registration}/events`:
      return { status: 200, body: [...webhookEvents] };
    case `GET ${registration}`:
      return readRegistration(state);
    case `POST ${registration}`:
    case `PUT ${registration}`:
      return changeRegistration(state, request);
    case `POST ${registration}/validationEvents`:
      return sendValidationEvent(state);
    default:
      if (request.method === "GET" && request.path.startsWith(`${registration}/validationEvents/`))
        return readValidationEvent(state, request.path.slice(`${registration}/validationEvents/`.length));
      return { status: 404, code: "NotFound", description: `No resource at ${route}.` };
  }
}

/** The error body of this host, which differs from that of the Referrals API. */
function render({ status, code, description, headers = {} }: WebhookRefusal): {
  status: number;
  body: object;
  headers: Record<string, string>;
} {
  return { status, body: { code, description, data: [], source: "PartnerCenterSandbox" }, headers };
}

function correlationOf({ headers }: SandboxRequest): Record<string, string> {
  const correlationId = headers["ms-correlationid"];
  return correlationId === undefined ? {} : { "ms-correlationid": correlationId };
}
