import type { Identity } from "../../identity/createIdentity";
import { answerEmpty, answerJson } from "../http/SandboxAnswer";
import { addressOf, type SandboxRequest } from "../http/SandboxRequest";
import type { SandboxState } from "../SandboxState";
import { devicePath } from "../signIn/answerDevice";
import type { ApiCall } from "./ApiCall";

const prefix = "/login/";
const address = /^\/login\/([^/]+)\/oauth2\/v2\.0\/(token|devicecode)$/;

/** The endpoints apps call at `https://login.microsoftonline.com`, standing at `/login`. */
export function tokenEndpoint(state: SandboxState, identity: Identity, request: SandboxRequest): ApiCall | null {
  if (!request.path.startsWith(prefix)) return null;
  const [, tenant, endpoint] = address.exec(request.path) ?? [];
  const headers = { "cache-control": "no-store", "x-ms-request-id": state.ids() };
  return {
    operation: tenant === undefined ? "unknown" : "token",
    perform() {
      if (tenant === undefined) return answerEmpty(404, headers);
      if (request.method !== "POST") return answerEmpty(405, { ...headers, allow: "POST" });
      const form = new URLSearchParams(request.body);
      const { status, body } =
        endpoint === "token"
          ? identity.answerTokenRequest({ tenant, form })
          : identity.startDeviceSignIn({ tenant, form }, addressOf(request) + devicePath);
      return answerJson(status, body, headers);
    },
    fail({ status, retryAfterSeconds, code }) {
      const body = {
        error: code ?? "temporarily_unavailable",
        error_description: `The sandbox was asked to answer ${status}.`,
      };
      const retryAfter = retryAfterSeconds === null ? {} : { "retry-after": String(retryAfterSeconds) };
      return answerJson(status, body, { ...headers, ...retryAfter });
    },
  };
}
