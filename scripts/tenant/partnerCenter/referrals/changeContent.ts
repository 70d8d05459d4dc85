import { applyPatch } from "../jsonPatch/applyPatch";
import type { PatchOperation } from "../jsonPatch/JsonPatch";
import type { SandboxState } from "../SandboxState";
import type { ApiRefusal } from "./ApiRefusal";
import { fillLists } from "./fillLists";
import { parseContent } from "./parseContent";
import type { StoredReferral } from "./Referral";
import { refuseBreach, refuseRequest } from "./refuse";
import { findBreach } from "./rules/findBreach";

type Content = StoredReferral["content"];

/** The content a patch leads to, checked against every rule; nothing is kept yet. */
export function changeContent(
  state: SandboxState,
  before: StoredReferral,
  operations: readonly PatchOperation[],
): { kind: "content"; content: Content } | ApiRefusal {
  const patched = applyPatch(before.content, operations);
  if (patched.kind === "failed") return refuseRequest("pathNotFound", patched.message, patched.path);
  const parsed = parseContent(patched.document, state);
  if (parsed.kind === "refused") return parsed;
  const { status, substatus } = parsed.content;
  if (status == null || substatus == null)
    return refuseRequest("stateMissing", "Status and substatus cannot be emptied.", "/status");
  const content = keepVisible(before.content, { ...fillLists(parsed.content), status, substatus }, state);
  const engagement = state.referrals.ofEngagement(before.engagementId).filter(({ id }) => id !== before.id);
  const purpose = before.organizationId === state.partner.organizationId ? "own" : "invitation";
  const breach = findBreach({ purpose, content, before, engagement }, state);
  return breach === null ? { kind: "content", content } : refuseBreach(breach, state.switches);
}

/** With the switch at "ignored" a withdrawn visibility comes back without a word. */
function keepVisible(before: Content, after: Content, { switches }: SandboxState): Content {
  const wasVisible = before.consent?.consentToShareReferralWithMicrosoftSellers === true;
  if (!wasVisible || switches.visibilityWithdrawal !== "ignored") return after;
  return { ...after, consent: { ...after.consent, consentToShareReferralWithMicrosoftSellers: true } };
}
