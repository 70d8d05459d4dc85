import { toWords } from "../app/toWords";
import type { FormSession } from "../session/FormSession";

const question = {
  title: "Unsaved changes",
  text: "Refreshing takes the values of the server; what you changed is lost.",
  confirmLabel: "Refresh",
};

/** Reads the record again, after asking about saveFailure edits. */
export async function refreshFrom(session: FormSession): Promise<void> {
  const { shell } = session.services;
  if (session.page.isDirty && !(await shell.confirm(question))) return;
  try {
    await session.refresh();
  } catch (error) {
    await shell.error({ title: "The record was not read", text: toWords(error) });
  }
}
