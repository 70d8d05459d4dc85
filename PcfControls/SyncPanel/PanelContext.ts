import type { IInputs } from "./generated/ManifestTypes";
import type { ConflictDecision, ReferralAnswer } from "../shared/deal/Decision";

/** Events that the manifest declares; a member is absent where the host does not know events. */
export interface PanelEvents {
  onGoToField?: (payload: { column: string }) => void;
  onSyncNow?: () => void;
  onAnswer?: (payload: { answer: ReferralAnswer; reason: string }) => void;
  onResolveConflict?: (payload: { conflictId: string; decision: ConflictDecision }) => void;
}

/** The platform's context with what its types leave out: the record of a model-driven form. */
export type PanelContext = Omit<ComponentFramework.Context<IInputs, PanelEvents>, "mode"> & {
  mode: ComponentFramework.Mode & { contextInfo?: { entityId?: string | null } };
};
