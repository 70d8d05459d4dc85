import type { PageControl } from "../page/PageControl";
import type { FormSession } from "../session/FormSession";

/** Whether a control of a column can only be read: the form, a script, the column or the record's state says so. */
export function isReadOnly({ page }: FormSession, { isDisabled, model }: PageControl): boolean {
  if (page.readOnlyReason !== null) return true;
  const column = page.columns.get(model.column ?? "");
  if (!column) return isDisabled;
  // A state changes with its own messages, not by saving a form.
  if (column.metadata.type === "state") return true;
  return isDisabled || !(page.id === null ? column.metadata.validForCreate : column.metadata.validForUpdate);
}
