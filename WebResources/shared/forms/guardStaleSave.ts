import type { DealKey } from "../../../PcfControls/shared/deal/DealKey";
import { editedColumns, findStaleColumns, rememberValues, type StaleColumn } from "./findStaleColumns";
import { toRecordId } from "./formRecord";
import type { Question } from "./Question";
import { createNotices } from "./Notices";
import { saveForm } from "./saveForm";
import type { DealForm } from "./showStoredStatus";
import { notSaved, staleQuestion } from "./words";

/** Saves of the form's script itself. */
export interface GuardedSave {
  /** Saves what is open; false where nothing was saved, which the seller was told. */
  save: () => Promise<boolean>;
}

/** How the platform is told to do the same save again, by its save mode. Other modes change state or owner, not values. */
const commands = new Map<number, "save" | "saveandclose" | "saveandnew">([
  [1, "save"],
  [2, "saveandclose"],
  [59, "saveandnew"],
  [70, "save"],
]);

/** A save waits no longer than this for the look at the server. */
const patienceMs = 2_000;

const withinPatience = async (looking: Promise<StaleColumn[]>): Promise<StaleColumn[]> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<StaleColumn[]>((resolve) => {
    timer = setTimeout(() => resolve([]), patienceMs);
  });
  try {
    return await Promise.race([looking, timeout]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Warns before a form that was opened earlier overwrites what came from Partner Center, or from anybody else, since then. Of a shared
 * deal with edits it costs one request before the save; where that gets no answer, the save goes on as it would without.
 */
export const guardStaleSave = (
  { form, client, table }: DealForm,
  /** Asks the seller; false when cancelled, dismissed or impossible to ask. */
  ask: (question: Question) => Promise<boolean>,
  /** A referral exists and is kept equal: only then is a value overwritten on both sides. */
  isKeptEqual: () => boolean,
): GuardedSave => {
  const notices = createNotices(form, "cosell_stale");
  let known = rememberValues(form);
  let isLooking = false;
  /** The next save was looked at already. */
  let isCleared = false;
  const remember = (): void => {
    known = rememberValues(form);
  };

  /** Whether the save may go on. */
  const look = async (deal: DealKey): Promise<boolean> => {
    const stale = await withinPatience(findStaleColumns(client, deal, editedColumns(form, known), known));
    if (stale.length === 0) return true;
    if (await ask(staleQuestion(stale))) return true;
    notices.show({ level: "WARNING", text: notSaved(stale) });
    return false;
  };

  const needsLook = (): DealKey | null => {
    const id = isKeptEqual() && editedColumns(form, known).length > 0 ? toRecordId(form) : null;
    return id === null ? null : { table, id };
  };

  const lookAndSave = async (deal: DealKey, command: "save" | "saveandclose" | "saveandnew"): Promise<void> => {
    isLooking = true;
    isCleared = await look(deal).finally(() => {
      isLooking = false;
    });
    if (!isCleared) return;
    if (command === "save") await saveForm(form);
    else form.data.entity.save(command);
  };

  form.data.entity.addOnSave((context: Xrm.Events.SaveEventContext) => {
    const args = context.getEventArgs();
    if (isCleared) {
      isCleared = false;
      return;
    }
    const command = commands.get(args.getSaveMode());
    const deal = needsLook();
    if (command === undefined || deal === null || args.isDefaultPrevented()) return;
    args.preventDefault();
    if (!isLooking) void lookAndSave(deal, command);
  });
  form.data.addOnLoad(remember);
  form.data.entity.addOnPostSave((context) => {
    if (!context.getEventArgs().getIsSaveSuccess()) return;
    notices.clear();
    remember();
  });

  return {
    save: async () => {
      const deal = needsLook();
      if (deal !== null && !(await look(deal))) return false;
      isCleared = deal !== null;
      return saveForm(form);
    },
  };
};
