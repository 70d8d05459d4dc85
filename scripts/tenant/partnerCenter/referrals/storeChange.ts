import { isDeepStrictEqual } from "node:util";
import type { SandboxState } from "../SandboxState";
import { formatInstant } from "./formatInstant";
import { keepReferral, type Channel } from "./keepReferral";
import { nextETag } from "./nextETag";
import type { StoredReferral } from "./Referral";

type Changeable = Pick<StoredReferral, "content" | "microsoftMsxId">;

/** Keeps a change with the instants and the eTag that follow from it; equal values are no change. */
export function storeChange(
  state: SandboxState,
  before: StoredReferral,
  change: Partial<Changeable>,
  channel: Channel,
): StoredReferral {
  const changed = { ...before, ...change };
  if (isDeepStrictEqual(before, changed) && state.switches.unchangedPatch === "keepsETag") return before;
  const nowMs = state.clock();
  const now = formatInstant(nowMs);
  const { status } = changed.content;
  const after: StoredReferral = {
    ...changed,
    updatedDateTime: now,
    acceptedDateTime: before.acceptedDateTime ?? (status === "Active" ? now : null),
    closedDateTime: before.closedDateTime ?? (status === "Closed" ? now : null),
    expirationDateTime: status === "New" ? before.expirationDateTime : null,
    eTag: nextETag(before.eTag, nowMs, state.random),
  };
  keepReferral(state, "updated", after, channel);
  return after;
}
