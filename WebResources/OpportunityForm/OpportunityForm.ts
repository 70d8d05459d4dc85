import { columns, customApis } from "../../Solution/engine/domain/schema";
import { createDataClient } from "./createDataClient";

const notificationId = "cosell";

/** Registered as OnLoad of the Opportunity main form, with the execution context as first parameter. */
export const onLoad = (executionContext: Xrm.Events.LoadEventContext): void => {
  const form = executionContext.getFormContext();
  const client = createDataClient({ isOnline: () => navigator.onLine, timeoutMs: 125_000 });
  form.data.entity.addOnPostSave((context) => {
    if (!context.getEventArgs().getIsSaveSuccess()) return;
    if (form.getAttribute(columns.opportunity.syncWithPartnerCenter)?.getValue() !== true) return;
    void (async () => {
      form.ui.setFormNotification("Sending to Microsoft Partner Center…", "INFO", notificationId);
      const id = form.data.entity.getId().replace(/[{}]/g, "").toLowerCase();
      const result = await client.execute(customApis.syncOpportunity, { OpportunityId: id });
      form.ui.clearFormNotification(notificationId);
      if (result.kind === "failed")
        form.ui.setFormNotification(`Sync did not finish: ${result.failure}.`, "WARNING", notificationId);
      await form.data.refresh(false);
    })();
  });
};
