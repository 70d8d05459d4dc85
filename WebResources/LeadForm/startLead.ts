import { columns } from "../../Solution/engine/domain/schema";
import { createNotices } from "../OpportunityForm/Notices";
import { listenToDecisions } from "../OpportunityForm/listenToDecisions";
import type { PanelControl } from "../OpportunityForm/PanelControl";
import { showStoredStatus } from "../OpportunityForm/showStoredStatus";
import type { CoSellParts } from "../OpportunityForm/startCoSell";

/** Makes one Lead form a co-sell form: what waits for an answer stands above it, and the panel's answers reach Microsoft. */
export const startLead = ({ form, client, settings }: Omit<CoSellParts, "ask">): void => {
  const notices = createNotices(form, "cosell");
  const parts = { form, client, settings, notices, table: "lead" } as const;
  listenToDecisions(form.getControl<PanelControl>(columns.lead.syncStatus), parts);
  void showStoredStatus(parts);
};
