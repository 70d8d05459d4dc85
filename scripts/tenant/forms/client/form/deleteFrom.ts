import { listAddress } from "../app/addresses";
import { toWords } from "../app/toWords";
import type { FormSession } from "../session/FormSession";

/** Deletes the open record, after asking, and goes to its table's list. */
export async function deleteFrom({ page, services: { shell, api } }: FormSession): Promise<void> {
  const { table } = page.description;
  const text = `Do you want to delete this ${table.displayName}? You can't undo this action.`;
  if (page.id === null || !(await shell.confirm({ title: "Confirm Deletion", text, confirmLabel: "Delete" }))) return;
  try {
    await api.delete(table.entitySetName, page.id);
    page.markSaved(page.id);
    location.assign(listAddress(table.logicalName));
  } catch (error) {
    await shell.error({ title: "The record was not deleted", text: toWords(error) });
  }
}
