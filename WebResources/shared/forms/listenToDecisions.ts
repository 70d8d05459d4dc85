import { toDealParameter } from "../../../PcfControls/shared/deal/DealKey";
import { customApis } from "../../../Solution/engine/domain/schema";
import { carryOut, type Wish } from "./carryOut";
import { toRecordId } from "./formRecord";
import type { GuardedSave } from "./guardStaleSave";
import { toAnswer, toDecision, type PanelControl } from "./PanelControl";
import { refreshRecord } from "./refreshRecord";
import type { DealForm } from "./showStoredStatus";

/** What the seller answers or decides counts for the deal as it stands on the form, so that is saved first. */
export const listenToDecisions = (
  panel: PanelControl | null | undefined,
  deal: DealForm,
  guarded: GuardedSave,
): void => {
  const { form, client, settings, notices, table } = deal;
  const act = async (wish: Wish): Promise<void> => {
    if (form.data.getIsDirty() && !(await guarded.save())) return;
    await carryOut({ client, notices, settings, refresh: () => refreshRecord(form) }, wish);
  };
  panel?.addEventHandler?.("onAnswer", (payload) => {
    const [given, id] = [toAnswer(payload), toRecordId(form)];
    if (given === null || id === null) return;
    const parameters = { ...toDealParameter({ table, id }), Answer: given.answer, Reason: given.reason };
    void act({ action: customApis.respondToReferral, parameters });
  });
  panel?.addEventHandler?.("onResolveConflict", (payload) => {
    const decided = toDecision(payload);
    if (decided === null) return;
    const parameters = { ConflictId: decided.conflictId, Decision: decided.decision };
    void act({ action: customApis.resolveConflict, parameters });
  });
};
