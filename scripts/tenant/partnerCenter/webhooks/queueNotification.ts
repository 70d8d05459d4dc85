import type { SandboxState } from "../SandboxState";
import type { Delivery } from "./Delivery";
import { takeMishap } from "./takeMishap";

export type Queued = Pick<Delivery, "eventName" | "referralId" | "correlationId" | "body">;

/** Puts a notification on its way, into the mishap whose turn it is. Nothing is sent before deliveries are run. */
export function queueNotification(state: SandboxState, queued: Queued): void {
  const overtaken = state.overtaken.splice(0);
  const nowMs = state.clock();
  const delivery: Delivery = {
    ...queued,
    id: state.ids(),
    queuedAt: new Date(nowMs).toISOString(),
    dueAtMs: nowMs,
    state: "waiting",
    attempts: [],
    signature: "right",
  };
  const mishap = takeMishap(state.mishaps, queued.eventName);
  switch (mishap?.kind) {
    case undefined:
      state.deliveries.put(delivery);
      break;
    case "drop":
      state.deliveries.put({ ...delivery, state: "dropped" });
      break;
    case "duplicate":
      state.deliveries.put(delivery);
      state.deliveries.put({ ...delivery, id: state.ids() });
      break;
    case "delay":
      state.deliveries.put({ ...delivery, dueAtMs: nowMs + mishap.ms });
      break;
    case "reorder":
      state.deliveries.put({ ...delivery, dueAtMs: nowMs + mishap.ms });
      state.overtaken.push(delivery.id);
      break;
    case "wrongSignature":
      state.deliveries.put({ ...delivery, signature: "wrong" });
  }
  releaseOvertaken(state, overtaken, nowMs);
}

/** Due now but behind the one just queued: of two that fall due together the one put in first goes first. */
function releaseOvertaken(state: SandboxState, ids: readonly string[], nowMs: number): void {
  for (const id of ids) {
    const late = state.deliveries.get(id);
    if (late?.state === "waiting" && late.attempts.length === 0) state.deliveries.put({ ...late, dueAtMs: nowMs });
  }
}
