import type { ReferralContent } from "./Referral";
import { contentShape, sentShape, writableShape } from "./referralShape";
import { parseShape } from "./parseShape";
import { refuseRequest } from "./refuse";
import type { ApiRefusal } from "./ApiRefusal";
import type { SandboxState } from "../SandboxState";

export interface SentReferral {
  kind: "sent";
  content: ReferralContent;
  engagementId: string | null;
}

/** The referral in a POST body: what the caller may set, and the engagement it wants to join. */
export function parseSentReferral(body: unknown, state: SandboxState): SentReferral | ApiRefusal {
  const { unknownProperties } = state.switches;
  const parsed = parseShape(sentShape, body, { unknownProperties });
  if (parsed.kind === "problem") return refuseMisfit(parsed);
  const { value } = parsed;
  const writable = Object.fromEntries(
    Object.entries(value).filter(([name]) => Object.hasOwn(writableShape.properties, name)),
  );
  return { kind: "sent", content: writable, engagementId: value.engagementId ?? null };
}

/** The content of a referral after a change. */
export function parseContent(
  content: unknown,
  state: SandboxState,
): { kind: "content"; content: ReferralContent } | ApiRefusal {
  const parsed = parseShape(contentShape, content, { unknownProperties: state.switches.unknownProperties });
  return parsed.kind === "problem" ? refuseMisfit(parsed) : { kind: "content", content: parsed.value };
}

function refuseMisfit({ path, words }: { path: string; words: string }): ApiRefusal {
  return refuseRequest(
    "valueNotAccepted",
    `${path === "" ? "The body" : path} ${words}.`,
    path === "" ? "referral" : path,
  );
}
