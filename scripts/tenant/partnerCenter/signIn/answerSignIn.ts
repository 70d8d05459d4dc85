import type { Identity } from "../../identity/createIdentity";
import { tokenRefusals } from "../../identity/TokenRefusal";
import type { SignInAnswer, SignInRequest } from "../../identity/SignInRequest";
import { answerEmpty, answerHtml, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxRequest } from "../http/SandboxRequest";
import { layout } from "../pages/layout";
import type { SandboxState } from "../SandboxState";
import { backToAppPage } from "./backToAppPage";
import { readDecision } from "./readDecision";
import { signInPage } from "./signInPage";
import { signInRefusedPage } from "./signInRefusedPage";

const address = /^\/login\/([^/]+)\/oauth2\/v2\.0\/authorize$/;

/** The sign-in page of login.microsoftonline.com, or null for another address. */
export function answerSignIn(state: SandboxState, identity: Identity, request: SandboxRequest): HttpAnswer | null {
  const tenant = address.exec(request.path)?.[1];
  if (tenant === undefined) return null;
  if (request.method !== "GET" && request.method !== "POST") return answerEmpty(405, { allow: "GET, POST" });
  const reading = identity.readSignIn(tenant, request.query);
  if (reading.kind === "refused") {
    const { code, words } = tokenRefusals[reading.reason];
    return answerHtml(400, layout(signInRefusedPage(`AADSTS${code}: ${words}: ${reading.detail ?? ""}`)));
  }
  if (reading.kind === "answer") return sendBack(reading);
  return request.method === "GET" ? showPage(state, request, reading) : decide(state, identity, request, reading);
}

/** The page's form leads to the app's own address in the end, which the page must be allowed to follow. */
function showPage(state: SandboxState, { path, query }: SandboxRequest, reading: SignInRequest): HttpAnswer {
  const page = signInPage([...state.people.values()], reading, `${path}?${query.toString()}`);
  return answerHtml(200, layout(page), [new URL(reading.redirectUri).origin]);
}

function decide(state: SandboxState, identity: Identity, { body }: SandboxRequest, reading: SignInRequest): HttpAnswer {
  const decision = readDecision(state, new URLSearchParams(body));
  if (decision.kind === "incomplete") return answerHtml(400, layout(signInRefusedPage(decision.words)));
  return sendBack(identity.completeSignIn(reading, decision.user));
}

function sendBack(answer: SignInAnswer): HttpAnswer {
  const { redirectUri, responseMode, fields } = answer;
  if (responseMode === "form_post")
    return answerHtml(200, layout(backToAppPage(redirectUri, fields)), [new URL(redirectUri).origin]);
  const target = new URL(redirectUri);
  if (responseMode === "fragment") target.hash = new URLSearchParams(fields).toString();
  else for (const [name, value] of Object.entries(fields)) target.searchParams.append(name, value);
  return answerEmpty(302, { location: target.href, "cache-control": "no-store" });
}
