import type { ConflictDecision, ReferralAnswer } from "../shared/deal/Decision";
import type { IInputs } from "./generated/ManifestTypes";

/** Events that the manifest declares; a member is absent where the host does not know events. */
export interface LeadEvents {
  onAnswer?: (payload: { answer: ReferralAnswer; reason: string }) => void;
  onResolveConflict?: (payload: { conflictId: string; decision: ConflictDecision }) => void;
}

/** The platform's context with what its types leave out: the record of a model-driven form. */
export type LeadContext = Omit<ComponentFramework.Context<IInputs, LeadEvents>, "mode"> & {
  mode: ComponentFramework.Mode & { contextInfo?: { entityId?: string | null } };
};
