import { isDeepStrictEqual } from "node:util";
import type { SandboxState } from "../SandboxState";
import { formatInstant } from "./formatInstant";
import { nextETag } from "./nextETag";
import type { StoredReferral } from "./Referral";

/** Keeps new content with the instants and the eTag that follow from it; equal content is no change. */
export function storeChange(
  state: SandboxState,
  before: StoredReferral,
  content: StoredReferral["content"],
): StoredReferral {
  if (isDeepStrictEqual(before.content, content) && state.switches.unchangedPatch === "keepsETag") return before;
  const nowMs = state.clock();
  const now = formatInstant(nowMs);
  const after: StoredReferral = {
    ...before,
    content,
    updatedDateTime: now,
    acceptedDateTime: before.acceptedDateTime ?? (content.status === "Active" ? now : null),
    closedDateTime: before.closedDateTime ?? (content.status === "Closed" ? now : null),
    expirationDateTime: content.status === "New" ? before.expirationDateTime : null,
    eTag: nextETag(before.eTag, nowMs, state.random),
  };
  state.referrals.set(after.id, after);
  return after;
}
