import { columns } from "../../Solution/engine/domain/schema";
import { isSyncOn } from "../OpportunityForm/formRecord";
import { guardStaleSave } from "../OpportunityForm/guardStaleSave";
import { createNotices } from "../OpportunityForm/Notices";
import { listenToDecisions } from "../OpportunityForm/listenToDecisions";
import type { PanelControl } from "../OpportunityForm/PanelControl";
import { showStoredStatus, type DealForm } from "../OpportunityForm/showStoredStatus";
import type { CoSellParts } from "../OpportunityForm/startCoSell";

/** Makes one Lead form a co-sell form: what waits for an answer stands above it, the panel's answers
 * reach Microsoft, and an old form asks before it overwrites. */
export const startLead = ({ form, client, settings, ask }: CoSellParts): void => {
  const notices = createNotices(form, "cosell");
  const deal: DealForm = { form, client, settings, notices, table: "lead" };
  const isKeptEqual = (): boolean =>
    isSyncOn(form) && Boolean(form.getAttribute(columns.lead.referralIdentifier)?.getValue());
  const guarded = guardStaleSave(deal, ask, isKeptEqual);
  listenToDecisions(form.getControl<PanelControl>(columns.lead.syncStatus), deal, guarded);
  void showStoredStatus(deal);
};
