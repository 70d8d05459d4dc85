/** Events of the SyncPanel control. @types/xrm does not know addEventHandler yet. */
export type PanelControl = Xrm.Controls.Control & {
  /** Absent where the platform draws the plain column instead of the panel. */
  addEventHandler?: (eventName: "onGoToField" | "onSyncNow", handler: (payload?: unknown) => void) => void;
};

/** Column named by the panel's onGoToField; null when the payload is something else. */
export const toColumn = (payload: unknown): string | null =>
  typeof payload === "object" && payload !== null && "column" in payload && typeof payload.column === "string"
    ? payload.column
    : null;
