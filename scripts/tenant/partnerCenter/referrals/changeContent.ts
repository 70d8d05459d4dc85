import { fillRegistrations } from "../dealRegistrations/fillRegistrations";
import { applyPatch } from "../jsonPatch/applyPatch";
import type { PatchOperation } from "../jsonPatch/JsonPatch";
import type { SandboxState } from "../SandboxState";
import type { ApiRefusal } from "./ApiRefusal";
import { fillLists } from "./fillLists";
import { parseContent } from "./parseContent";
import type { StoredReferral } from "./Referral";
import { refuseBreach, refuseRequest } from "./refuse";
import { findBreach } from "./rules/findBreach";
import type { Purpose } from "./rules/Rule";

type Content = StoredReferral["content"];

/** The content a patch leads to, checked against every rule; nothing is kept yet. */
export function changeContent(
  state: SandboxState,
  before: StoredReferral,
  operations: readonly PatchOperation[],
): { kind: "content"; content: Content } | ApiRefusal {
  const patched = applyPatch({ registrations: [], ...before.content }, operations);
  if (patched.kind === "failed") return refuseRequest("pathNotFound", patched.message, patched.path);
  const parsed = parseContent(patched.document, state);
  if (parsed.kind === "refused") return parsed;
  const { status, substatus } = parsed.content;
  if (status == null || substatus == null)
    return refuseRequest("stateMissing", "Status and substatus cannot be emptied.", "/status");
  const content = { ...fillLists(parsed.content), status, substatus };
  return admitContent(state, before, withRegistrations(state, before.content, content));
}

/** None and an empty list of them are one, so that a patch of something else changes nothing here. */
function withRegistrations(
  state: SandboxState,
  { registrations: before = [] }: Content,
  { registrations: after = [], ...content }: Content,
): Content {
  if (after.length === 0) return content;
  return { ...content, registrations: fillRegistrations(before, after, state) };
}

/** New content of a referral, checked against every rule. */
export function admitContent(
  state: SandboxState,
  before: StoredReferral,
  wanted: Content,
): { kind: "content"; content: Content } | ApiRefusal {
  const content = keepVisible(before.content, wanted, state);
  const engagement = state.referrals.ofEngagement(before.engagementId).filter(({ id }) => id !== before.id);
  const breach = findBreach({ purpose: purposeOf(before, state), content, before, engagement }, state);
  return breach === null ? { kind: "content", content } : refuseBreach(breach, state.switches);
}

function purposeOf({ organizationId, createdByOrganizationId }: StoredReferral, { partner }: SandboxState): Purpose {
  if (createdByOrganizationId !== partner.organizationId) return "inbound";
  return organizationId === partner.organizationId ? "own" : "invitation";
}

/** With the switch at "ignored" a withdrawn visibility comes back without a word. */
function keepVisible(before: Content, after: Content, { switches }: SandboxState): Content {
  const wasVisible = before.consent?.consentToShareReferralWithMicrosoftSellers === true;
  if (!wasVisible || switches.visibilityWithdrawal !== "ignored") return after;
  return { ...after, consent: { ...after.consent, consentToShareReferralWithMicrosoftSellers: true } };
}
