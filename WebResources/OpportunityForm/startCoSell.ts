import { tellSolutionsChanged } from "../../PcfControls/shared/solutionsChannel";
import { choices, columns, tables } from "../../Solution/engine/domain/schema";
import { createSyncRunner, type SyncRunner } from "./createSyncRunner";
import { goToField } from "./goToField";
import { guardStaleSave, type GuardedSave } from "../shared/forms/guardStaleSave";
import { guardVisibility } from "./guardVisibility";
import { createNotices } from "../shared/forms/Notices";
import type { FormParts } from "../shared/forms/createFormParts";
import { isSyncOn, toRecordId } from "../shared/forms/formRecord";
import { listenToDecisions } from "../shared/forms/listenToDecisions";
import { toColumn, type PanelControl } from "../shared/forms/PanelControl";
import { refreshRecord } from "../shared/forms/refreshRecord";
import { showStoredStatus, type DealForm } from "../shared/forms/showStoredStatus";
import { watchSolutions } from "./watchSolutions";
import { words } from "../shared/forms/strings";

/** Names on the form that the solution's form XML gives. */
export const formNames = { tab: "tab_cosell", solutionsGrid: "subgrid_solutions" } as const;

const { opportunity } = columns;
const fieldNoticeLastsMs = 8_000;

/** The toggle as the server has it. What is switched but not saved yet is nothing to sync. */
interface SavedSync {
  isOn: boolean;
}

const trackSavedSync = (form: Xrm.FormContext): SavedSync => {
  const saved = { isOn: isSyncOn(form) };
  form.data.addOnLoad(() => {
    saved.isOn = isSyncOn(form);
  });
  return saved;
};

const listenToSaves = ({ form }: FormParts, saved: SavedSync, runner: SyncRunner): void => {
  form.data.entity.addOnPostSave((context) => {
    // A failed save has its own message from the platform, and nothing new to send.
    if (!context.getEventArgs().getIsSaveSuccess()) return;
    const isWanted = isSyncOn(form) || saved.isOn;
    saved.isOn = isSyncOn(form);
    if (isWanted) void runner.run();
  });
};

const saveAndSync = async (form: Xrm.FormContext, runner: SyncRunner, guarded: GuardedSave): Promise<void> => {
  // Where there is something to save, the sync follows from the save, as after every save.
  if (form.data.getIsDirty()) await guarded.save();
  else await runner.run();
};

const listenToPanel = (deal: DealForm, runner: SyncRunner, guarded: GuardedSave): void => {
  const { form } = deal;
  const panel = form.getControl<PanelControl>(opportunity.syncStatus);
  listenToDecisions(panel, deal, guarded);
  const notices = createNotices(form, "cosell_field");
  panel?.addEventHandler?.("onSyncNow", () => void saveAndSync(form, runner, guarded));
  panel?.addEventHandler?.("onGoToField", (payload) => {
    const column = toColumn(payload);
    if (column === null) return;
    const name = column === tables.partnerCenterSolution.logicalName ? formNames.solutionsGrid : column;
    if (!goToField(form, name)) notices.show({ level: "INFO", text: words.fieldNotHere, lastsMs: fieldNoticeLastsMs });
  });
};

/** Makes one Opportunity form a co-sell form: sync after save, the panel's wishes, the one-way visibility, the check mark. */
export const startCoSell = (parts: FormParts): void => {
  const { form, client, settings, ask } = parts;
  const notices = createNotices(form, "cosell");
  const opportunityId = (): string | null => toRecordId(form);
  const refresh = (): Promise<void> => refreshRecord(form);
  const showsBlocked = (): boolean =>
    form.getAttribute(opportunity.syncStatus)?.getValue() === choices.syncStatus.blocked &&
    !form.getAttribute(opportunity.referralIdentifier)?.getValue();
  const runner = createSyncRunner({ client, notices, settings, opportunityId, showsBlocked, refresh });
  const isShared = (): boolean =>
    isSyncOn(form) || Boolean(form.getAttribute(opportunity.referralIdentifier)?.getValue());

  const saved = trackSavedSync(form);
  listenToSaves(parts, saved, runner);
  const deal: DealForm = { form, client, settings, notices, table: "opportunity" };
  const isKeptEqual = (): boolean =>
    saved.isOn && Boolean(form.getAttribute(opportunity.referralIdentifier)?.getValue());
  listenToPanel(deal, runner, guardStaleSave(deal, ask, isKeptEqual));
  guardVisibility({ form, notices: createNotices(form, "cosell_visibility"), ask, isShared });
  watchSolutions({
    form,
    gridName: formNames.solutionsGrid,
    tabName: formNames.tab,
    opportunityId,
    onChanged: (by) => {
      if (by === "grid") tellSolutionsChanged({ by, opportunityId: opportunityId() });
      if (saved.isOn) void runner.run();
    },
  });
  void showStoredStatus(deal);
};
