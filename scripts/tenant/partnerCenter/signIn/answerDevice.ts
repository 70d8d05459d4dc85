import type { Identity } from "../../identity/createIdentity";
import { answerEmpty, answerHtml, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxRequest } from "../http/SandboxRequest";
import { layout } from "../pages/layout";
import type { SandboxState } from "../SandboxState";
import { devicePage } from "./devicePage";
import { readDecision } from "./readDecision";

/** Where a person types the code of a device; https://microsoft.com/devicelogin there. */
export const devicePath = "/login/device";

export function answerDevice(state: SandboxState, identity: Identity, request: SandboxRequest): HttpAnswer | null {
  if (request.path !== devicePath) return null;
  const show = (status: number, message: string): HttpAnswer =>
    answerHtml(status, layout(devicePage([...state.people.values()], message)));
  if (request.method === "GET") return show(200, "");
  if (request.method !== "POST") return answerEmpty(405, { allow: "GET, POST" });
  const form = new URLSearchParams(request.body);
  const decision = readDecision(state, form);
  if (decision.kind === "incomplete") return show(400, decision.words);
  return identity.decideDeviceSignIn(form.get("code") ?? "", decision.user)
    ? show(200, decision.user === null ? "Declined. You may close this page." : "Signed in. You may close this page.")
    : show(400, "That code did not work: it is unknown, used or out of time. Check it and try again.");
}
