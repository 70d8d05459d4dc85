import { tellSolutionsChanged } from "../../PcfControls/shared/solutionsChannel";
import { toDaysLeft } from "../../PcfControls/SyncPanel/toDaysLeft";
import { columns, customApis, tables } from "../../Solution/engine/domain/schema";
import { toSyncStatus } from "../../Solution/engine/domain/sync/syncStatus";
import { carryOut, type Wish } from "./carryOut";
import { createSyncRunner, type SyncRunner } from "./createSyncRunner";
import type { DataClient } from "./DataClient";
import { goToField } from "./goToField";
import { guardVisibility, type Question } from "./guardVisibility";
import { createNotices, type Notices } from "./Notices";
import { toAnswer, toColumn, toDecision, type PanelControl } from "./PanelControl";
import { readCause } from "./readCause";
import { refreshRecord } from "./refreshRecord";
import { hasCause, toStatusNotice, type NoticeSettings } from "./toNotice";
import { watchSolutions } from "./watchSolutions";
import { words } from "./words";

export interface CoSellParts {
  form: Xrm.FormContext;
  client: DataClient;
  settings: () => Promise<NoticeSettings>;
  ask: (question: Question) => Promise<boolean>;
}

/** Names on the form that the solution's form XML gives. */
export const formNames = { tab: "tab_cosell", solutionsGrid: "subgrid_solutions" } as const;

const { opportunity } = columns;
const fieldNoticeLastsMs = 8_000;

const toOpportunityId = (form: Xrm.FormContext): string | null =>
  form.data.entity.getId().replace(/[{}]/g, "").toLowerCase() || null;

const isSyncOn = (form: Xrm.FormContext): boolean =>
  form.getAttribute<Xrm.Attributes.BooleanAttribute>(opportunity.syncWithPartnerCenter)?.getValue() === true;

/** Days that are left for the answer that is due; null where none is, or the form lacks the column. */
const readDaysLeft = (form: Xrm.FormContext): number | null => {
  const dueOn = form.getAttribute<Xrm.Attributes.DateAttribute>(opportunity.answerDueOn)?.getValue() as Date | null;
  return dueOn instanceof Date ? toDaysLeft(dueOn, new Date()) : null;
};

const showStoredStatus = async ({ form, client, settings }: CoSellParts, notices: Notices): Promise<void> => {
  const id = toOpportunityId(form);
  if (!isSyncOn(form) || id === null) return;
  const choice = form.getAttribute<Xrm.Attributes.OptionSetAttribute>(opportunity.syncStatus)?.getValue() ?? null;
  const status = toSyncStatus(choice);
  const daysLeft = readDaysLeft(form);
  const [failure, shown] = await Promise.all([hasCause(status) ? readCause(client, id) : null, settings()]);
  const notice = toStatusNotice(status, shown, { failure, daysLeft });
  if (notice && notice.lastsMs === undefined) notices.show(notice);
};

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

const listenToSaves = ({ form }: CoSellParts, saved: SavedSync, runner: SyncRunner): void => {
  form.data.entity.addOnPostSave((context) => {
    // A failed save has its own message from the platform, and nothing new to send.
    if (!context.getEventArgs().getIsSaveSuccess()) return;
    const isWanted = isSyncOn(form) || saved.isOn;
    saved.isOn = isSyncOn(form);
    if (isWanted) void runner.run();
  });
};

/** Saves what is open; false where the record was not saved, which the platform has already told the seller. */
const saveWhatIsOpen = async (form: Xrm.FormContext): Promise<boolean> => {
  if (!form.data.getIsDirty()) return true;
  try {
    await form.data.save();
    return true;
  } catch {
    return false;
  }
};

const saveAndSync = async (form: Xrm.FormContext, runner: SyncRunner): Promise<void> => {
  // Where there is something to save, the sync follows from the save, as after every save.
  const follows = form.data.getIsDirty();
  if ((await saveWhatIsOpen(form)) && !follows) await runner.run();
};

/** What the seller answers or decides counts for the deal as it stands on the form, so that is saved first. */
const listenToDecisions = (panel: PanelControl | null | undefined, parts: CoSellParts, notices: Notices): void => {
  const { form, client, settings } = parts;
  const act = async (wish: Wish): Promise<void> => {
    if (!(await saveWhatIsOpen(form))) return;
    await carryOut({ client, notices, settings, refresh: () => refreshRecord(form) }, wish);
  };
  panel?.addEventHandler?.("onAnswer", (payload) => {
    const [given, opportunityId] = [toAnswer(payload), toOpportunityId(form)];
    if (given === null || opportunityId === null) return;
    const parameters = { OpportunityId: opportunityId, Answer: given.answer, Reason: given.reason };
    void act({ action: customApis.respondToReferral, parameters });
  });
  panel?.addEventHandler?.("onResolveConflict", (payload) => {
    const decided = toDecision(payload);
    if (decided === null) return;
    const parameters = { ConflictId: decided.conflictId, Decision: decided.decision };
    void act({ action: customApis.resolveConflict, parameters });
  });
};

const listenToPanel = (parts: CoSellParts, runner: SyncRunner, lineAbove: Notices): void => {
  const { form } = parts;
  const panel = form.getControl<PanelControl>(opportunity.syncStatus);
  listenToDecisions(panel, parts, lineAbove);
  const notices = createNotices(form, "cosell_field");
  panel?.addEventHandler?.("onSyncNow", () => void saveAndSync(form, runner));
  panel?.addEventHandler?.("onGoToField", (payload) => {
    const column = toColumn(payload);
    if (column === null) return;
    const name = column === tables.partnerCenterSolution.logicalName ? formNames.solutionsGrid : column;
    if (!goToField(form, name)) notices.show({ level: "INFO", text: words.fieldNotHere, lastsMs: fieldNoticeLastsMs });
  });
};

/** Makes one Opportunity form a co-sell form: sync after save, the panel's wishes, the one-way visibility, the check mark. */
export const startCoSell = (parts: CoSellParts): void => {
  const { form, client, settings, ask } = parts;
  const notices = createNotices(form, "cosell");
  const opportunityId = (): string | null => toOpportunityId(form);
  const refresh = (): Promise<void> => refreshRecord(form);
  const runner = createSyncRunner({ client, notices, settings, opportunityId, refresh });
  const isShared = (): boolean =>
    isSyncOn(form) || Boolean(form.getAttribute(opportunity.referralIdentifier)?.getValue());

  const saved = trackSavedSync(form);
  listenToSaves(parts, saved, runner);
  listenToPanel(parts, runner, notices);
  guardVisibility({ form, notices: createNotices(form, "cosell_visibility"), ask, isShared });
  watchSolutions({
    form,
    gridName: formNames.solutionsGrid,
    tabName: formNames.tab,
    onChanged: () => {
      tellSolutionsChanged();
      if (saved.isOn) void runner.run();
    },
  });
  void showStoredStatus(parts, notices);
};
