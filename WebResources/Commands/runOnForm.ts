import { createNotices } from "../shared/forms/Notices";
import { toRecordId } from "../shared/forms/formRecord";
import { refreshRecord } from "../shared/forms/refreshRecord";
import { saveForm } from "../shared/forms/saveForm";
import { toWishFailureText } from "../shared/forms/words";
import { strings } from "./strings";
import type { Task, TaskItem } from "./Task";

/** The same line that the form script writes: what was said last counts. */
const noticeId = "cosell";

/** Does something with the record on a form and says above it what came of it. Never rejects. */
export const runOnForm = async <Item extends TaskItem>(form: Xrm.FormContext, task: Task<Item>): Promise<void> => {
  const notices = createNotices(form, noticeId);
  const id = toRecordId(form);
  const found = await task.find(id === null ? [] : [id]);
  if (found.kind === "failed") return notices.show({ level: "WARNING", text: toWishFailureText(found.failure) });
  const [item] = found.value;
  if (item === undefined) {
    await refresh(form);
    return notices.show({ level: "INFO", text: strings.nothingToDo(task.words.leftOut) });
  }
  const decision = await task.ask([item], 0);
  // What the server is asked to do counts for the record as it stands on the form.
  if (decision === null || (form.data.getIsDirty() && !(await saveForm(form)))) return undefined;
  notices.show({ level: "INFO", text: strings.doing(task.words.doing) });
  const { notice } = await task.carryOut(item, decision);
  await refresh(form);
  if (notice) notices.show(notice);
  else notices.clear();
};

const refresh = async (form: Xrm.FormContext): Promise<void> => {
  await refreshRecord(form);
  // After something was done, never while a rule is asked.
  form.ui.refreshRibbon();
};
