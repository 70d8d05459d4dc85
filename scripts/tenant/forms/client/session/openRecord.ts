import type { RecordAddress } from "../app/addresses";
import type { Services } from "../app/Services";
import { FormPage } from "../page/FormPage";
import { FormSession } from "./FormSession";
import { readRecord } from "./readRecord";
import { attachHandlers } from "./attachHandlers";
import { setDefaults } from "./setDefaults";

/** Opens a record on its main form; the OnLoad handlers have run when this is done. */
export async function openRecord(
  services: Services,
  { table, id, formId, defaults = {} }: RecordAddress,
  onClose: () => void,
): Promise<FormSession> {
  const { directory, api } = services;
  const [description, forms] = await Promise.all([directory.table(table), directory.forms(table)]);
  const form = forms.find((each) => each.id === formId) ?? forms[0];
  if (!form) throw new Error(`The table ${description.table.displayName} has no main form in this tenant.`);
  const session = new FormSession(new FormPage(form, description), services, onClose);
  if (id === undefined) setDefaults(session.page, defaults, services.app.user);
  else {
    session.page.load(id, await readRecord(api, description.table, id));
    session.page.mayWrite = (await directory.access(table, id)).mayWrite;
  }
  await attachHandlers(session);
  session.start();
  return session;
}
