import { customApis } from "../../Solution/engine/domain/schema";
import { carryOut, type Wish } from "./carryOut";
import { toRecordId } from "./formRecord";
import { toAnswer, toDecision, type PanelControl } from "./PanelControl";
import { refreshRecord } from "./refreshRecord";
import { saveWhatIsOpen } from "./saveWhatIsOpen";
import type { DealForm } from "./showStoredStatus";

const idParameters = { opportunity: "OpportunityId", lead: "LeadId" } as const;

/** What the seller answers or decides counts for the deal as it stands on the form, so that is saved first. */
export const listenToDecisions = (panel: PanelControl | null | undefined, parts: DealForm): void => {
  const { form, client, settings, notices, table } = parts;
  const act = async (wish: Wish): Promise<void> => {
    if (!(await saveWhatIsOpen(form))) return;
    await carryOut({ client, notices, settings, refresh: () => refreshRecord(form) }, wish);
  };
  panel?.addEventHandler?.("onAnswer", (payload) => {
    const [given, id] = [toAnswer(payload), toRecordId(form)];
    if (given === null || id === null) return;
    const parameters = { [idParameters[table]]: id, Answer: given.answer, Reason: given.reason };
    void act({ action: customApis.respondToReferral, parameters });
  });
  panel?.addEventHandler?.("onResolveConflict", (payload) => {
    const decided = toDecision(payload);
    if (decided === null) return;
    const parameters = { ConflictId: decided.conflictId, Decision: decided.decision };
    void act({ action: customApis.resolveConflict, parameters });
  });
};
