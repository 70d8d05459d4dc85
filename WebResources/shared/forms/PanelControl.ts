type PanelEvent = "onGoToField" | "onSyncNow" | "onAnswer" | "onResolveConflict";

/** Events of the SyncPanel control. @types/xrm does not know addEventHandler yet. */
export type PanelControl = Xrm.Controls.Control & {
  /** Absent where the platform draws the plain column instead of the panel. */
  addEventHandler?: (eventName: PanelEvent, handler: (payload?: unknown) => void) => void;
};

const textIn = (payload: unknown, name: string): string => {
  const value = typeof payload === "object" && payload !== null ? (payload as Record<string, unknown>)[name] : null;
  return typeof value === "string" ? value : "";
};

/** Column named by the panel's onGoToField; null when the payload is something else. */
export const toColumn = (payload: unknown): string | null => textIn(payload, "column") || null;

/** The seller's answer to Microsoft, from the panel's onAnswer. */
export const toAnswer = (payload: unknown): { answer: string; reason: string } | null => {
  const answer = textIn(payload, "answer");
  return answer === "" ? null : { answer, reason: textIn(payload, "reason") };
};

/** The seller's decision of a conflict, from the panel's onResolveConflict. */
export const toDecision = (payload: unknown): { conflictId: string; decision: string } | null => {
  const [conflictId, decision] = [textIn(payload, "conflictId"), textIn(payload, "decision")];
  return conflictId === "" || decision === "" ? null : { conflictId, decision };
};
