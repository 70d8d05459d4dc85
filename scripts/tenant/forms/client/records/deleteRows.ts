import type { TableMetadata } from "../../../dataverse/metadata";
import type { Services } from "../app/Services";
import { toWords } from "../app/toWords";

/** Deletes rows one by one, after asking. False when the person said no; true when anything may have been deleted. */
export async function deleteRows(
  { shell, api }: Services,
  table: TableMetadata,
  ids: ReadonlySet<string>,
): Promise<boolean> {
  const what = ids.size === 1 ? `this ${table.displayName}` : `these ${ids.size} ${table.collectionName}`;
  const text = `Do you want to delete ${what}? You can't undo this action.`;
  if (!(await shell.confirm({ title: "Confirm Deletion", text, confirmLabel: "Delete" }))) return false;
  try {
    for (const id of ids) await api.delete(table.entitySetName, id);
  } catch (error) {
    await shell.error({ title: "The record was not deleted", text: toWords(error) });
  }
  return true;
}
