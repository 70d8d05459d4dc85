import { columns } from "../../Solution/engine/domain/schema";
import { isSyncOn } from "../shared/forms/formRecord";
import { guardStaleSave } from "../shared/forms/guardStaleSave";
import { createNotices } from "../shared/forms/Notices";
import { listenToDecisions } from "../shared/forms/listenToDecisions";
import type { PanelControl } from "../shared/forms/PanelControl";
import { showStoredStatus, type DealForm } from "../shared/forms/showStoredStatus";
import { createFormParts, onceForForm, type FormParts } from "../shared/forms/createFormParts";

/**
 * Makes one Lead form a co-sell form: what waits for an answer stands above it, the panel's answers reach Microsoft, and an old
 * form asks before it overwrites.
 */
const start = ({ form, client, settings, ask }: FormParts): void => {
  const notices = createNotices(form, "cosell");
  const deal: DealForm = { form, client, settings, notices, table: "lead" };
  const isKeptEqual = (): boolean =>
    isSyncOn(form) && Boolean(form.getAttribute(columns.lead.referralIdentifier)?.getValue());
  const guarded = guardStaleSave(deal, ask, isKeptEqual);
  listenToDecisions(form.getControl<PanelControl>(columns.lead.syncStatus), deal, guarded);
  void showStoredStatus(deal);
};

const parts = createFormParts();

/** OnLoad of the Lead main form; takes the execution context as first parameter. */
export const onLoad = onceForForm((form) => start({ form, ...parts }));
