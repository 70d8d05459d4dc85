import type { DataClient } from "./DataClient";
import { editedColumns, findStaleColumns, rememberValues, type StaleColumn } from "./findStaleColumns";
import type { Question } from "./guardVisibility";
import type { Notices } from "./Notices";
import { words } from "./words";

export interface StaleSaveParts {
  form: Xrm.FormContext;
  client: DataClient;
  notices: Notices;
  /** Asks the seller; false when cancelled, dismissed or impossible to ask. */
  ask: (question: Question) => Promise<boolean>;
  /** Id of the saved opportunity; null before the first save. */
  opportunityId: () => string | null;
  /** A referral exists and is kept equal: only then is a value overwritten on both sides. */
  isShared: () => boolean;
}

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

const saveForm = async (form: Xrm.FormContext): Promise<boolean> => {
  try {
    await form.data.save();
    return true;
  } catch {
    // The platform has already told the seller why.
    return false;
  }
};

/**
 * Warns before a form that was opened earlier overwrites what came from Partner Center, or from anybody else, since then. Of a shared
 * deal with edits it costs one request before the save; where that gets no answer, the save goes on as it would without.
 */
export const guardStaleSave = (parts: StaleSaveParts): GuardedSave => {
  const { form, client, notices, ask } = parts;
  let known = rememberValues(form);
  let isLooking = false;
  /** The next save was looked at already. */
  let isCleared = false;
  const remember = (): void => {
    known = rememberValues(form);
  };

  /** Whether the save may go on. */
  const look = async (id: string): Promise<boolean> => {
    const stale = await withinPatience(findStaleColumns(client, id, editedColumns(form, known), known));
    if (stale.length === 0) return true;
    if (await ask(words.staleQuestion(stale))) return true;
    notices.show({ level: "WARNING", text: words.notSaved(stale) });
    return false;
  };

  const needsLook = (): string | null =>
    parts.isShared() && editedColumns(form, known).length > 0 ? parts.opportunityId() : null;

  const lookAndSave = async (id: string, command: "save" | "saveandclose" | "saveandnew"): Promise<void> => {
    isLooking = true;
    try {
      if (!(await look(id))) return;
    } finally {
      isLooking = false;
    }
    isCleared = true;
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
    const id = needsLook();
    if (command === undefined || id === null || args.isDefaultPrevented()) return;
    args.preventDefault();
    if (!isLooking) void lookAndSave(id, command);
  });
  form.data.addOnLoad(remember);
  form.data.entity.addOnPostSave((context) => {
    if (!context.getEventArgs().getIsSaveSuccess()) return;
    notices.clear();
    remember();
  });

  return {
    save: async () => {
      const id = needsLook();
      if (id !== null && !(await look(id))) return false;
      isCleared = id !== null;
      return saveForm(form);
    },
  };
};
