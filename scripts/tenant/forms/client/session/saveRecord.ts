import { toWords } from "../app/toWords";
import type { FormPage } from "../page/FormPage";
import type { WebApiRow } from "../webApi/WebApiClient";
import { WebApiError } from "../webApi/WebApiError";
import { writeColumn } from "../webApi/writeColumn";
import { createPostSaveEventArgs, createSaveEventArgs } from "../xrm/saveEventArgs";
import { findObstacles } from "./findObstacles";
import type { SaveMode, SaveOutcome, Session } from "./Session";

/** Edited columns, those a script always wants sent, and the owner of a new record. */
function bodyOf(page: FormPage): WebApiRow {
  const isNew = page.id === null;
  const sent = [...page.columns.values()].filter(({ isDirty, submitMode, metadata }) => {
    const isWritable = isNew ? metadata.validForCreate : metadata.validForUpdate;
    const isWanted = isDirty || (isNew && metadata.type === "owner");
    return isWritable && (submitMode === "always" || (submitMode === "dirty" && isWanted));
  });
  const parts = sent.map((column) => writeColumn(column.metadata, column.value, column.targets));
  return Object.assign({}, ...parts) as WebApiRow;
}

async function write({ page, services: { api } }: Session): Promise<string> {
  const { entitySetName } = page.description.table;
  const body = bodyOf(page);
  if (page.id === null) return api.create(entitySetName, body);
  if (Object.keys(body).length > 0) await api.update(entitySetName, page.id, body);
  return page.id;
}

/** The record is saved by now; when it cannot be read back, the form keeps what the person sees. */
async function readBack(session: Session, id: string): Promise<void> {
  try {
    await session.read(id, "save");
  } catch (error) {
    const text = `What the server made of it could not be read: ${toWords(error)} Refresh to try again.`;
    void session.services.shell.error({ title: "The record was saved", text });
  }
}

export async function saveRecord(session: Session, mode: SaveMode): Promise<SaveOutcome> {
  const { page } = session;
  const eventArgs = createSaveEventArgs(mode);
  session.run(page.events.save, eventArgs);
  if (eventArgs.isDefaultPrevented()) return { kind: "prevented" };
  const obstacles = findObstacles(page);
  page.update({ obstacles });
  if (obstacles.length > 0) return { kind: "incomplete", obstacles };
  try {
    const id = await write(session);
    page.markSaved(id);
    await readBack(session, id);
    session.run(page.events.postSave, createPostSaveEventArgs(page, null));
    return { kind: "saved", id };
  } catch (error) {
    if (!(error instanceof WebApiError)) throw error;
    session.run(page.events.postSave, createPostSaveEventArgs(page, error));
    return { kind: "refused", error };
  }
}
